"""Who speaks in the city: whoever sits at a desk, is aboard a unit, or answers for a place; never for a seat a person holds."""

from collections.abc import Mapping
from dataclasses import dataclass

from alongside.core.asking import Asking
from alongside.core.board import Board
from alongside.core.codes import PartyKind
from alongside.core.party import Actor, Party
from alongside.core.state import Episode, Unit
from alongside.core.travel import Spot
from alongside.twin.people.setting import Setting
from alongside.twin.planning.hour import Drawn

WORKSTATION = "living-city"
DUTY_ROLES = {
    "call_taker": "call_taker", "dispatcher": "dispatcher", "supervisor": "supervisor", "clinician_line": "clinician",
    "follow_up": "case_manager", "case_management": "case_manager",
}  # fmt: skip


@dataclass(kw_only=True)
class Voices(Setting):
    """The city at one moment (ms UTC), with where its units are."""

    board: Board
    now: int
    human_seats: frozenset[str]
    where: Mapping[str, Spot]

    def since(self, at: int, duration: str, entity: str, n: int = 0) -> bool:
        """Whether a sampled number of seconds, named in the world, has passed since then."""
        return self.now >= at + self.seconds_ms(duration, entity, n)

    def acts(self, seat: str) -> bool:
        """Whether the city plays this seat; a seat a person sits at is left to that person."""
        return seat not in self.human_seats

    def desk(self, position: str) -> Actor:
        """Whoever sits at a desk, as an actor."""
        desk = self.board.positions.find(position)
        staff = desk.staff if desk else ""
        known = self.profile.staff_by_id.get(staff)
        role = DUTY_ROLES.get(desk.duty, "system") if desk else "system"
        return Actor(staff or "system", role, known.agency if known else "", WORKSTATION, seat=position)

    def find_desk(self, *duties: str) -> str:
        """The first staffed desk the city plays, by duty in this order; "" where people sit at all of them."""
        for duty in duties:
            for desk in self.rules.program.desks:
                found = self.board.positions.find(desk.id)
                if desk.duty == duty and found is not None and found.staff and self.acts(desk.id):
                    return desk.id
        return ""

    def crew(self, unit: Unit) -> Actor:
        """Somebody aboard, as an actor."""
        first = unit.members[0] if unit.members else None
        known = self.profile.staff_by_id.get(first.staff) if first else None
        return Actor(
            first.staff if first else "system", first.role if first else "system", known.agency if known else "", WORKSTATION, seat=unit.id
        )

    def speaker(self, party: Party) -> Actor:
        """Whoever speaks for a responsible party."""
        if party.kind is PartyKind.CREW and (unit := self.board.units.find(party.id)) is not None:
            return self.crew(unit)
        if party.kind is PartyKind.POSITION:
            return self.desk(party.id)
        staff = next((one.id for one in self.profile.staff if one.seat == party.id), f"{party.id}-desk")
        role = "nurse" if party.kind is PartyKind.FACILITY else "clinician"
        return Actor(staff, role, "", WORKSTATION, seat=party.id)

    def asking(self, by: Actor) -> Asking:
        """A decision's own view of this moment, to use the core's own advice."""
        return Asking(self.board, self.rules, self.travel, by, self.now, self.now)

    def row_of(self, episode: str) -> Drawn:
        """What chance decides about the need of one person."""
        return self.rows.of(self.board.incidents.reach(self.board.episodes.reach(episode).incident))

    def list_open_episodes(self) -> list[Episode]:
        """Everybody somebody is responsible for."""
        found = (self.board.episodes.find(id) for charges in self.board.charges.values() for id in charges)
        return [episode for episode in found if episode is not None]
