"""What ids are called: staff by name, parties, crews and levels by the program's own words."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext

from alongside.core.board import Board
from alongside.core.clock import SYSTEM
from alongside.core.codes import PartyKind
from alongside.core.invitation.state import STAFF
from alongside.core.party import Party
from alongside.library.programs import Profile


class Names:
    """Looks names up in the program profile and the list of staff; ``language`` is en or es."""

    def __init__(
        self,
        profile: Profile,
        staff: Mapping[str, str],
        overseers: Mapping[str, str] | None = None,
        designated: Mapping[str, int] | None = None,
    ) -> None:
        self.profile = profile
        self.staff = dict(staff)
        self.overseers = dict(overseers or {})  # who supervises whom, for people in training
        self.designated = dict(designated or {})  # until when (ms UTC) who may write legal holds
        self.listed: Callable[[str], str] = str  # what the directory calls an organization; set once it is open

    def learn(self, staff: Mapping[str, str], overseers: Mapping[str, str], designated: Mapping[str, int]) -> None:
        """Somebody was added or changed. Names stay when people leave: the record still speaks of them."""
        self.staff.update(staff)
        self.overseers, self.designated = dict(overseers), dict(designated)

    def person(self, id: str) -> str:
        """A member of staff by name; ids nobody bears are shown as they are."""
        if id == SYSTEM.staff:
            return gettext("the clock")
        return self.staff.get(id) or (gettext("somebody with link and PIN") if id.startswith(STAFF) else id)

    def label(self, key: str, language: str = "en") -> str:
        """The profile's words for ``crew.mobile_crisis``, ``level.4`` …; the bare code, spaced, where it has none."""
        words = self.profile.labels.get(key)
        return words.get(language, words["en"]) if words else key.partition(".")[2].replace("_", " ")

    def unit(self, board: Board, id: str) -> str:
        """A unit's call sign."""
        unit = board.units.find(id)
        return unit.call_sign if unit and unit.call_sign else id

    def facility(self, id: str) -> str:
        """A facility's label."""
        facility = self.profile.rules.facilities.get(id)
        return facility.label if facility else id

    def desk(self, board: Board, id: str, language: str = "en") -> str:
        """A desk and who sits at it: “Dispatch 1 (R. Okafor)”."""
        label = self.label(f"desk.{id}", language) if f"desk.{id}" in self.profile.labels else id
        position = board.positions.find(id)
        return f"{label} ({self.person(position.staff)})" if position and position.staff else label

    def party(self, board: Board, party: Party, language: str = "en") -> str:
        """Whoever is or could be responsible, as people say it; crews with those aboard."""
        if party.kind is PartyKind.CREW:
            unit = board.units.find(party.id)
            aboard = "/".join(self.person(member.staff) for member in unit.members) if unit else ""
            return f"{self.unit(board, party.id)} ({aboard})" if aboard else self.unit(board, party.id)
        if party.kind is PartyKind.FACILITY:
            return self.facility(party.id)
        if party.kind is PartyKind.PARTNER:
            return self.label(f"partner.{party.id}", language)
        return self.desk(board, party.id, language)

    def anybody(self, board: Board, kind: str, id: str, language: str = "en") -> str:
        """A party by its kind and id, with who is there now."""
        return self.party(board, Party(PartyKind(kind), id), language)

    def place_of_work(self, board: Board, kind: str, id: str, language: str = "en") -> str:
        """A party by its kind and id, without who is there: call sign, desk, facility."""
        if kind == PartyKind.CREW:
            return self.unit(board, id)
        if kind == PartyKind.POSITION:
            return self.label(f"desk.{id}", language) if f"desk.{id}" in self.profile.labels else id
        return self.anybody(board, kind, id, language)

    def receiver(self, id: str, language: str = "en") -> str:
        """A facility, a partner, an agency or an organization of the directory, whichever bears the id."""
        if id in self.profile.rules.facilities:
            return self.facility(id)
        key = next((key for key in (f"partner.{id}", f"agency.{id}") if key in self.profile.labels), "")
        return self.label(key, language) if key else self.listed(id)

    def label_of_program(self, language: str = "en") -> str:
        """What this program is called."""
        return self.label("program", language) if "program" in self.profile.labels else self.profile.rules.program.label
