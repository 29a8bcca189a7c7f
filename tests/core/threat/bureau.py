"""A police bureau and a clinic that run threat management together: what the stories of threat files begin with."""

from dataclasses import replace
from types import MappingProxyType

from alongside.core.party import Actor, Reference
from alongside.core.person import requests as person
from alongside.core.threat import requests as r
from alongside.core.threat.rules import ThreatRules
from tests.core.story import Story
from tests.core.town import DAY, HOUR, RULES

ROLES = frozenset({"supervisor", "officer", "co_responder_officer", "clinician", "case_manager"})
WITHIN = MappingProxyType({"low": 90 * DAY, "moderate": 30 * DAY, "high": 7 * DAY, "imminent": DAY})
THREAT = ThreatRules(
    frozenset({"police", "clinic"}), ROLES - {"case_manager"}, ROLES, 3 * DAY, WITHIN, DAY, DAY, frozenset({"managed", "unfounded"})
)
BUREAU = replace(RULES, threat=THREAT)
VEGA = Actor("vega", "co_responder_officer", "police")
PARK = Actor("park", "officer", "police")
AMARA = Actor("amara", "clinician", "clinic", seat="M12")
MOREAU = Actor("moreau", "case_manager", "clinic")
LEAD = Actor("at-desk-lead", "supervisor", "town", seat="desk-lead")
ELSEWHERE = Actor("okoro", "clinician", "hospital")
SYSTEM = Actor("sys", "system")
__all__ = ["DAY", "HOUR"]


def word(field: str, id: str = "") -> Reference:
    """Protected words, as a reference."""
    return Reference(field, id or f"v-{field}", "0" * 64)


WHO = (word("threat_person"), word("threat_concern"))


def known() -> Story:
    """Everybody is at work; somebody of a call is known, w1, and with the crew of AMARA. Nobody's silence is looked at here."""
    told = Story(BUREAU).staff()
    told.call("i1")
    told.when(person.RecordPerson, "", by=SYSTEM, person="w1", episode="i1-p1", basis="said_so")
    told.when(person.BeginTreatment, "", by=SYSTEM._replace(agency="clinic"), person="w1")
    for clock, subject in list(told.board.clocks):
        told.board.stop_clock(clock, subject)
    return told


def opened() -> Story:
    """VEGA answers for a file; AMARA assesses, PARK carries something out."""
    told = known()
    told.when(r.OpenThreat, "", by=VEGA, threat="t1", because="threat_made", words=WHO)
    told.when(r.AddThreatMember, "", by=VEGA, threat="t1", member="amara", part_taken="assesses")
    told.when(r.AddThreatMember, "", by=VEGA, threat="t1", member="park", part_taken="carries_out")
    return told
