"""Reads the policy ``threat``, and which organizations of a program run threat management."""

from types import MappingProxyType

from alongside.core.sharing.access import THREAT
from alongside.core.threat.rules import ThreatRules
from alongside.core.threat.terms import CLOSED_BECAUSE, LEVELS
from alongside.library.shape import Part


def read_threat(part: Part, agencies: tuple[str, ...]) -> ThreatRules:
    """The rules; with no organization named, nobody opens a file. Raises ``Mistake`` with file, line and field."""
    part.only("leads", "members", "first", "within", "answer", "again", "signed")
    within = part.at("within")
    within.only(*LEVELS)
    leads, members = frozenset(part.codes("leads", THREAT)), frozenset(part.codes("members", THREAT))
    if not leads <= members:
        raise part.mistake("names a role that may not work on a file; write it under “members” too", "leads")
    return ThreatRules(
        agencies=frozenset(agencies),
        leads=leads,
        members=members,
        first_ms=part.duration_ms("first"),
        within_ms=MappingProxyType({level: within.duration_ms(level) for level in LEVELS}),
        answer_ms=part.duration_ms("answer"),
        again_ms=part.duration_ms("again"),
        signed=frozenset(part.codes("signed", CLOSED_BECAUSE)),
    )
