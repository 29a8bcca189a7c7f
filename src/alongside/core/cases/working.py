"""The work of a case: contacts, the plan, goals, more or less support, what is asked of others."""

from alongside.core.asking import Asking
from alongside.core.cases import facts as f
from alongside.core.cases import requests as r
from alongside.core.cases.holding import kind_of, must_be_listed, named, open_case
from alongside.core.cases.terms import CAME, GOAL_STATES, HOW, OUTCOMES, REACHED, REFERRED
from alongside.core.fact import Fact
from alongside.core.refused import Refused
from alongside.core.sharing.ties import is_contact_prohibited


def record_contact(asking: Asking, request: r.RecordCaseContact) -> tuple[Fact, ...]:
    """Outreach stops where contact is prohibited; somebody who came was not reached out to."""
    case = open_case(asking, request.case)
    must_be_listed(request.how, HOW, "how")
    must_be_listed(request.outcome, OUTCOMES, "outcome")
    if request.outcome != CAME and is_contact_prohibited(asking.board, case.person):
        raise Refused("case_contact_prohibited")
    is_late_told = case.reached_at is not None and asking.at <= case.reached_at
    reached = request.outcome in REACHED and not is_late_told
    due = asking.at + kind_of(asking, case).contact_every_ms if reached else case.contact_by
    return (f.CaseContacted(*named(asking, case), request.how, request.outcome, asking.by.staff, due, request.words),)


def contact_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """Late, and said again until the person was reached."""
    case = asking.board.cases.reach(subject)
    return (f.CaseContactOverdue(*named(asking, case), case.contact_by, asking.now + asking.rules.cases.again_ms),)


def set_goal(asking: Asking, request: r.SetCaseGoal) -> tuple[Fact, ...]:
    """A new one has words; of an old one the state may change alone."""
    case = open_case(asking, request.case)
    must_be_listed(request.state, GOAL_STATES, "state")
    if request.goal not in case.goals and not request.words:
        raise Refused("case_words_missing")
    return (f.CaseGoalSet(*named(asking, case), request.goal, request.state, request.words),)


def write_plan(asking: Asking, request: r.WriteCasePlan) -> tuple[Fact, ...]:
    """In words, or not at all."""
    case = open_case(asking, request.case)
    if not request.words:
        raise Refused("case_words_missing")
    return (f.CasePlanWritten(*named(asking, case), asking.by.staff, request.words),)


def step(asking: Asking, request: r.StepCase) -> tuple[Fact, ...]:
    """To another step of its kind."""
    case = open_case(asking, request.case)
    must_be_listed(request.step, kind_of(asking, case).steps, "step")
    if request.step == case.step:
        raise Refused("case_at_step_already")
    return (f.CaseStepped(*named(asking, case), request.step),)


def refer(asking: Asking, request: r.ReferCase) -> tuple[Fact, ...]:
    """By a code the library has for this kind."""
    case = open_case(asking, request.case)
    must_be_listed(request.code, kind_of(asking, case).referrals, "code")
    must_be_listed(request.state, REFERRED, "state")
    return (f.CaseReferred(*named(asking, case), request.code, request.state),)
