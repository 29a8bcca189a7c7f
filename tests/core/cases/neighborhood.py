"""People who are known, and those who work with them for longer: what the stories of cases begin with."""

from dataclasses import replace
from types import MappingProxyType

from alongside.core.cases.rules import CaseKind, CaseRules, OftenRules, TaskRule
from alongside.core.party import Actor, Reference
from alongside.core.person import requests as person
from tests.core.story import Story
from tests.core.town import DAY, HOUR, RULES

WORKERS = frozenset({"case_manager", "clinician", "peer"})
CLOSINGS = ("goals_reached", "declined", "died")
KINDS = (
    CaseKind("steady", WORKERS, 2, 1, 7 * DAY, CLOSINGS, frozenset({"declined"}), tasks=(TaskRule("plan", 7 * DAY),)),
    CaseKind("team", WORKERS, 10, 3, 7 * DAY, CLOSINGS, is_shared=True),
    CaseKind(
        "visits", frozenset({"case_manager", "clinician"}), 20, 1, 7 * DAY, CLOSINGS,
        tasks=(TaskRule("medication_visit", 3 * DAY, 7 * DAY, frozenset({"clinician"})),),
    ),
    CaseKind("calming", WORKERS, 12, 1, 2 * DAY, CLOSINGS, steps=("daily", "weekly"), referrals=("shelter", "coordinated_entry")),
)  # fmt: skip
OFTEN = OftenRules(((30 * DAY, 2), (365 * DAY, 4)), 50)
CASES = replace(RULES, cases=CaseRules(MappingProxyType({one.id: one for one in KINDS}), DAY, DAY, OFTEN))
AMARA = Actor("amara", "clinician", "clinic", seat="M12")
MOREAU = Actor("moreau", "case_manager", "clinic", seat="desk-follow-up")
MASON = Actor("mason", "case_manager", "clinic")
TOMAS = Actor("tomas", "peer", "clinic", seat="M12")
LEAD = Actor("at-desk-lead", "supervisor", "town", seat="desk-lead")
ELSEWHERE = Actor("okoro", "clinician", "hospital")
SYSTEM = Actor("sys", "system")
__all__ = ["DAY", "HOUR"]


def word(field: str, id: str = "") -> Reference:
    """Protected words, as a reference."""
    return Reference(field, id or f"v-{field}", "0" * 64)


def people(count: int = 1) -> Story:
    """Everybody is at work, and the people of so many calls are known: w1, w2 … What becomes of the calls is not looked at here."""
    told = Story(CASES).staff()
    for n in range(1, count + 1):
        told.call(f"i{n}")
        told.when(person.RecordPerson, "", by=SYSTEM, person=f"w{n}", episode=f"i{n}-p1", basis="said_so")
        told.when(person.BeginTreatment, "", by=SYSTEM._replace(agency="clinic"), person=f"w{n}")
    for clock, subject in list(told.board.clocks):
        told.board.stop_clock(clock, subject)
    return told
