"""How a parameter of a sentence is written: ids become call signs, numbers and names; codes become words; times become clock times."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

from alongside.core.board import Board
from alongside.core.codes import Level
from alongside.core.party import Party
from alongside.library.sharing.load import load_sharing
from alongside.server.site import coded
from alongside.server.site.names import Names
from alongside.server.site.said_times import say_clock, say_moment
from alongside.server.site.words import LANGUAGE_NAMES, WORDS

Translate = Callable[[str, str], str]
WITH_DAY = frozenset({"scheduled_for", "latest_at"})
PEOPLE = frozenset({"clinical", "safety", "taken_from", "taken_by", "responsible", "owner"})
MOMENTS = ("_at", "_by", "until", "due", "_for", "_since")


class Wording(dict[str, str]):
    """The parameters of one sentence, each written when the template asks for it."""

    def __init__(self, parameters: Mapping[str, Any], names: Names, board: Board, language: str, translate: Translate) -> None:
        super().__init__()
        self.parameters, self.names, self.board, self.language, self.translate = parameters, names, board, language, translate

    def __missing__(self, name: str) -> str:
        value = self.parameters.get(name)
        if value is None or value == "":
            return "?" if name == "number" else self.word("nobody" if name in PEOPLE else "nothing")
        return self.write(name, value)

    def write(self, name: str, value: Any) -> str:
        """One parameter by its name and kind."""
        if isinstance(value, Party):
            return self.names.party(self.board, value, self.language)
        if name in KNOWN:
            return KNOWN[name](self, str(value))
        if isinstance(value, Level) or name in ("level", "stays"):
            return self.names.label(f"level.{int(value)}", self.language)
        if isinstance(value, bool):
            return self.word("yes" if value else "no")
        if isinstance(value, int) and name.endswith(MOMENTS):
            told_at = self.parameters.get("at")
            return say_moment(value, self.zone, self.month, told_at if isinstance(told_at, int) else None, name in WITH_DAY)
        return self.plain(name, value)

    def plain(self, name: str, value: Any) -> str:
        """Codes as words, lists with commas, milliseconds as minutes, numbers as they are."""
        if isinstance(value, Enum):
            return self.word(str(value.value))
        if isinstance(value, tuple | list):
            return ", ".join(self.write("", one) for one in value) or self.word("nothing")
        if name == "ms":
            return str(max(1, round(int(value) / 60_000)))
        return self.word(value) if isinstance(value, str) else str(value)

    def word(self, code: str) -> str:
        """A code of the closed vocabulary as a word; several, joined by commas, one by one."""
        if "," in code:
            return ", ".join(self.word(one) for one in code.split(","))
        if code in WORDS:
            return self.translate(WORDS[code], self.language)
        said = self.translate(coded.SAID.get(code, ""), self.language)
        return said[:1].lower() + said[1:] if said else code.replace("_", " ")

    def month(self, name: str) -> str:
        """Jan; in Spanish months are written small: ene."""
        return name.capitalize() if self.language == "en" else self.translate(name, self.language)

    def coded(self, table: Mapping[str, str], code: str) -> str:
        """A code as the buttons say it that told it; one of no button as any other word."""
        return self.translate(table[code], self.language) if code in table else self.word(code)

    def field(self, field: str) -> str:
        """A kind of entry as the record calls it."""
        label = load_sharing().fields.labels.get(field)
        return (label.get(self.language) or label["en"]) if label else self.word(field)

    def protocol(self, id: str) -> str:
        """A protocol by its name."""
        protocol = self.names.profile.rules.protocols.get(id)
        return (protocol.labels.get(self.language) or protocol.labels["en"]) if protocol else id

    def agency(self, id: str) -> str:
        """An agency of the program, or an organization of the directory."""
        key = f"agency.{id}"
        return self.names.label(key, self.language) if key in self.names.profile.labels else self.names.listed(id)

    @property
    def zone(self) -> str:
        """Where the clocks of this area stand."""
        return self.names.profile.area.zone

    def incident(self, id: str) -> str:
        """The number people say aloud."""
        found = self.board.incidents.find(id)
        return str(found.number) if found and found.number else id

    def rule(self, id: str) -> str:
        """A rule of the protocol that was asked, as the protocol words it."""
        found = self.board.incidents.find(str(self.parameters.get("incident", "")))
        protocol = self.names.profile.rules.protocols.get(found.protocol) if found else None
        rule = next((one for one in protocol.rules if one.id == id), None) if protocol else None
        return (rule.labels.get(self.language) or rule.labels["en"]) if rule else self.word(id)

    def through(self, id: str) -> str:
        """The number of the incident an assignment or episode belongs to."""
        found = self.board.assignments.find(id) or self.board.episodes.find(id)
        return self.incident(found.incident) if found else id

    def anybody(self, id: str) -> str:
        """A unit, desk or facility, whichever bears the id."""
        if id in self.board.units:
            return self.names.unit(self.board, id)
        return self.names.facility(id) if id in self.names.profile.rules.facilities else self.names.desk(self.board, id, self.language)


KNOWN: Mapping[str, Callable[[Wording, str], str]] = {
    "means": lambda wording, code: wording.word("officer_drives" if code == "officer" else code),
    "opens_at": lambda wording, at: say_clock(int(at), wording.zone),
    "agency": lambda wording, id: wording.agency(id),
    "state": lambda wording, code: wording.coded(coded.WEAPON_STATE, code),
    "weapon": lambda wording, code: wording.coded(coded.WEAPON, code),
    "place": lambda wording, code: wording.coded(coded.WEAPON_PLACE, code),
    "flag": lambda wording, code: wording.coded(coded.RED_FLAG, code),
    "service": lambda wording, code: wording.coded(coded.SERVICE, code),
    "field": Wording.field,
    "protocol": Wording.protocol,
    "incident": Wording.incident,
    "rule": Wording.rule,
    "other": Wording.incident,
    "assignment": Wording.through,
    "episode": Wording.through,
    "leaving": Wording.through,
    "unit": lambda wording, id: wording.names.unit(wording.board, id),
    "party": Wording.anybody,
    "seat": Wording.anybody,
    "sender": lambda wording, id: wording.names.person(id) if id in wording.names.staff else wording.anybody(id),
    "to": Wording.anybody,
    "position": lambda wording, id: wording.names.desk(wording.board, id, wording.language),
    "facility": lambda wording, id: wording.names.facility(id),
    "crew_kind": lambda wording, id: wording.names.label(f"crew.{id}", wording.language),
    "acts_as": lambda wording, id: wording.names.label(f"crew.{id}", wording.language),
    "rostered_as": lambda wording, id: wording.names.label(f"crew.{id}", wording.language),
    "ability": lambda wording, id: wording.names.label(f"capability.{id}", wording.language),
    "requirement": lambda wording, id: wording.names.label(f"requirement.{id}", wording.language),
    "role": lambda wording, id: wording.names.label(f"role.{id}", wording.language),
    "staff": lambda wording, id: wording.names.person(id),
    "author": lambda wording, id: wording.names.person(id),
    "taken_from": lambda wording, id: wording.names.person(id),
    "taken_by": lambda wording, id: wording.names.person(id),
    "received_by": lambda wording, id: wording.names.person(id),
    "clinical": lambda wording, id: wording.names.person(id),
    "safety": lambda wording, id: wording.names.person(id),
    "owed_by": lambda wording, id: wording.names.person(id),
    "filed_by": lambda wording, id: wording.names.person(id),
    "signed_by": lambda wording, id: wording.names.person(id),
    "proposed_by": lambda wording, id: wording.names.person(id),
    "concurred_by": lambda wording, id: wording.names.person(id),
    "language": lambda wording, id: wording.translate(LANGUAGE_NAMES.get(id, id), wording.language),
    "partner": lambda wording, id: wording.names.label(f"partner.{id}", wording.language),
}
