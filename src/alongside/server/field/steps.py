"""The legal next steps of an assignment, read from the life table, and why one that is legal must wait."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from alongside.core.asking import Asking
from alongside.core.codes import TRANSPORTED, PartyKind
from alongside.core.codes import AssignmentStatus as A
from alongside.core.dispatch.departing import list_left_open, list_unasked, needs_ems_first
from alongside.core.life import ASSIGNMENT, REMOTE_ONLY, REPORTED_BY_CREW
from alongside.core.party import Party
from alongside.core.state import Assignment, Episode
from alongside.server.site.coded import choices, word
from alongside.server.site.rows import Row, View

BEFORE_ARRIVAL = frozenset({A.ACKNOWLEDGED, A.ENROUTE, A.STAGED})
LEAVING = frozenset({A.WITH_PERSON, A.TRANSPORTING, A.AT_PLACE})  # what is asked from here on is asked before, or during, the drive
DRIVEN = frozenset({A.ENROUTE, A.STAGED, A.ON_SCENE, A.TRANSPORTING, A.AT_PLACE})
# In the order a call usually goes; the first one that is legal is the big button.
ORDER: Mapping[A, str] = {
    A.ACKNOWLEDGED: gettext_noop("Acknowledge"),
    A.ENROUTE: gettext_noop("On the way"),
    A.ON_SCENE: gettext_noop("On scene"),
    A.AT_PLACE: gettext_noop("Arrived at the place"),
    A.WITH_PERSON: gettext_noop("With the person"),
    A.TRANSPORTING: gettext_noop("Leave for the place"),
    A.STAGED: gettext_noop("Staged nearby"),
    A.CLEARED: gettext_noop("Clear"),
    A.DECLINED: gettext_noop("Cannot go"),
}


def list_steps(view: View, asking: Asking, assignment: Assignment) -> list[Row]:
    """Buttons {status, word, body, why_not, aside} in order.

    ``why_not`` says what is missing: such a step is shown and cannot be pressed. ``aside``: legal, but it ends the assignment before
    anybody arrived, so it does not stand under the thumb.
    """
    kind = asking.rules.program.crews.get(asking.unit(assignment.unit).acts_as)
    remote = bool(kind and kind.remote)
    legal = ASSIGNMENT[assignment.status] & REPORTED_BY_CREW
    steps = [step for step in ORDER if step in legal and _fits(assignment.status, step, remote)]
    made = [_step(view, asking, assignment, step) for step in steps]
    return sorted(made, key=lambda step: bool(step["why_not"]))  # what can be pressed comes first


def _fits(now: A, step: A, remote: bool) -> bool:
    """A clinician by phone never drives; everybody else never skips the drive."""
    return step not in DRIVEN if remote else (now, step) not in REMOTE_ONLY


def _step(view: View, asking: Asking, assignment: Assignment, step: A) -> Row:
    body: Row = {"assignment": assignment.id, "status": step.value}
    says, why_not = _(ORDER[step]), ""
    if step is A.TRANSPORTING:
        place = reserved_place(asking, assignment)
        body["place"] = place
        says = _("Leave for %(place)s") % {"place": view.names.facility(place)} if place else says
        why_not = _must_wait(asking, assignment, place) if place else _("Choose a place below first.")
    if step is A.CLEARED:
        why_not = _must_stay(asking, assignment)
    aside = step is A.DECLINED or (step is A.CLEARED and assignment.status in BEFORE_ARRIVAL)
    goes = step is A.TRANSPORTING and bool(body["place"])
    where = ("flag-consciousness" if goes else "places") if step is A.TRANSPORTING else "people"
    may_leave = choices("leaves") if goes and why_not else []
    return {"status": step.value, "word": says, "body": body, "why_not": why_not, "aside": aside, "where": where, "leaves": may_leave}


def _must_wait(asking: Asking, assignment: Assignment, place: str) -> str:
    """Why a person is not driven away yet: medical signs not asked again, or one that EMS looks at first."""
    incident = asking.incident(assignment.incident)
    if assignment.status is not A.WITH_PERSON:
        return ""
    if list_unasked(incident, assignment.times.get(A.WITH_PERSON, 0)):
        return str(_("Ask the medical red flags again first."))
    return str(_("EMS looks at this person first.")) if needs_ems_first(asking, incident, place) else ""


def asked_again(asking: Asking, assignment: Assignment) -> Row:
    """{left_open, asked_when}: the medical signs a crew drove away with open, and as what it reports one now."""
    left = list_left_open(asking.board, asking.rules, assignment, asking.incident(assignment.incident))
    when = "before_departure" if assignment.status in LEAVING else "on_scene"
    return {"left_open": [word("red_flag", flag) for flag in left], "asked_when": when}


def reserved_place(asking: Asking, assignment: Assignment) -> str:
    """The facility a place is reserved at for somebody of this incident whom the crew has; "" where none is."""
    for episode in theirs(asking, assignment):
        if episode.reservation:
            return asking.reservation(episode.reservation).facility
    return ""


def theirs(asking: Asking, assignment: Assignment) -> list[Episode]:
    """The people of this incident the crew is responsible for."""
    crew = Party(PartyKind.CREW, assignment.unit)
    people = (asking.episode(id) for id in asking.incident(assignment.incident).episodes)
    return [one for one in people if one.responsible == crew]


def _must_stay(asking: Asking, assignment: Assignment) -> str:
    """Why a crew may not clear yet: nobody said what came of it, or the person goes along with it."""
    people = theirs(asking, assignment)
    if undecided := [_named(asking, one) for one in people if one.disposition is None]:
        return str(_("Say what came of it first: %(people)s.")) % {"people": ", ".join(undecided)}
    along = [_named(asking, one) for one in people if one.disposition in TRANSPORTED]
    return str(_("Hand over first: %(people)s.")) % {"people": ", ".join(along)} if along else ""


def _named(asking: Asking, episode: Episode) -> str:
    people = asking.incident(episode.incident).episodes
    return str(_("person %(place)s")) % {"place": people.index(episode.id) + 1}
