"""What a program says of threat management: who runs it, how often it is looked at again. Without, nobody opens a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class ThreatRules:
    """``agencies`` run it; ``leads`` are the roles that may be responsible for a file, ``members`` those that may work on one."""

    agencies: frozenset[str]
    leads: frozenset[str]
    members: frozenset[str]
    first_ms: int  # until when a new file is assessed and looked at
    within_ms: Mapping[str, int]  # by level of concern: the longest until it is looked at again
    answer_ms: int  # how long an offer of the lead may wait before it rises
    again_ms: int  # how often what is late is said again
    signed: frozenset[str]  # reasons to close that a second person signs

    def longest_ms(self, level: str) -> int:
        """How long until a file of this level must be looked at; one not assessed yet: soon."""
        return self.within_ms.get(level, self.first_ms)


NO_THREAT = ThreatRules(
    frozenset(), frozenset(), frozenset(), 3 * DAY_MS, MappingProxyType({}), DAY_MS, DAY_MS, frozenset({"unfounded", "managed"})
)  # fmt: skip
