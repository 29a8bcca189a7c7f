"""One step of the city: how its people ask for things."""

from dataclasses import dataclass, field
from typing import Any

from alongside.core.party import Actor
from alongside.core.request import Request
from alongside.core.sharing.access import may_ask
from alongside.twin.people.memory import Asked, Memory
from alongside.twin.people.voices import DUTY_ROLES, WORKSTATION, Voices

__all__ = ["DUTY_ROLES", "WORKSTATION", "Asked", "Memory", "Scene"]


@dataclass(kw_only=True)
class Scene(Voices):
    """The board as it is, the time, and what is asked for so far."""

    memory: Memory
    asked: list[Asked] = field(default_factory=list)
    sent: set[str] = field(default_factory=set)  # units spoken for in this step

    def ask(self, kind: type[Request], by: Actor, subject: str, texts: dict[str, str] | None = None, **fields: Any) -> bool:
        """Make a request unless the same was made a moment ago. ``subject`` names what it is about.

        Who may not ask for such a thing has a dispatcher or supervisor do it; where a person sits there it is left to them.
        """
        if not may_ask(by, kind.__name__):
            desk = self.find_desk("dispatcher", "supervisor", "call_taker")
            if not desk:
                return False
            by = self.desk(desk)
        if not self.memory.may_ask((kind.__name__, subject), self.now):
            return False
        id = self.dice.name(f"{kind.__name__}:{subject}", "request", self.now)
        self.asked.append(Asked(kind(id=id, by=by, **fields), texts or {}, self.now))
        return True
