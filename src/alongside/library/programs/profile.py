"""What a program profile holds beside the rules of the core: people, shifts, agencies, words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from alongside.core.intake.protocol import Hours
from alongside.core.party import Member
from alongside.core.rules import Rules
from alongside.library.areas.area import Area

Labels = Mapping[str, str]  # language -> words


@dataclass(frozen=True)
class Agency:
    """An organisation of the program."""

    id: str
    labels: Labels
    kind: str  # call_centre, police, behavioural_health, fire_ems, facility, county


@dataclass(frozen=True)
class Staff:
    """One invented, named member of staff. ``seat`` is the desk, unit or facility they usually sign on to, or ""."""

    id: str
    name: str
    role: str
    agency: str
    languages: tuple[str, ...] = ("en",)
    certificates: tuple[str, ...] = ()
    seat: str = ""
    demo: bool = False  # shown at start-up as somebody to sign in as
    supervisor: str = ""  # the clinician an intern works under, who signs what they write


@dataclass(frozen=True)
class RosterUnit:
    """A unit as rostered: who is aboard, from which post, in which shift (local time)."""

    id: str
    call_sign: str
    crew_kind: str
    agency: str
    post: str  # "" for crews that never drive
    members: tuple[str, ...]  # staff ids
    vehicle: str = ""
    shift: tuple[Hours, ...] = ()  # empty: around the clock

    def is_on_duty(self, weekday: int, minute: int) -> bool:
        """Whether the shift covers this local weekday (0 is Monday) and minute of the day."""
        return not self.shift or any(hours.includes(weekday, minute) for hours in self.shift)

    def minutes_left(self, weekday: int, minute: int) -> int:
        """Minutes until the shift ends, counted from a local time within it; at most a day."""
        for ahead in range(1, 1441):
            day, at = divmod(minute + ahead, 1440)
            if not self.is_on_duty((weekday + day) % 7, at):
                return ahead
        return 1440


@dataclass(frozen=True)
class Profile:
    """A program as loaded: the core's rules, and everything the edge needs to run a day of it."""

    rules: Rules
    area: Area
    agencies: tuple[Agency, ...]
    staff: tuple[Staff, ...]
    units: tuple[RosterUnit, ...]
    crew_hours: Mapping[str, tuple[Hours, ...]]  # crew kind -> local hours in which it may be asked for; missing: always
    labels: Mapping[str, Labels]  # "program", "crew.ems", "desk.dispatch-1", "level.4", "requirement.ems" … -> words by language
    about: Labels

    @cached_property
    def staff_by_id(self) -> Mapping[str, Staff]:
        """The staff by id."""
        return {one.id: one for one in self.staff}

    def list_members(self, unit: RosterUnit) -> tuple[Member, ...]:
        """Who is aboard, as the core wants it at sign-on."""
        aboard = (self.staff_by_id[id] for id in unit.members)
        return tuple(Member(one.id, one.role, one.certificates, one.languages) for one in aboard)

    def list_on_duty(self, weekday: int, minute: int) -> tuple[RosterUnit, ...]:
        """The units whose shift covers this local time."""
        return tuple(unit for unit in self.units if unit.is_on_duty(weekday, minute))

    def get_label(self, key: str, language: str = "en") -> str:
        """Words for a code such as ``crew.mobile_crisis``; English where a language is missing. Raises ``KeyError``."""
        words = self.labels[key]
        return words.get(language, words["en"])
