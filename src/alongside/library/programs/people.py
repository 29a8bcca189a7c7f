"""Reads what people bring aboard (policy ``staff``) and the kinds of crew (policy ``crews``)."""

from collections.abc import Mapping
from dataclasses import dataclass

from alongside.core.codes import Origin
from alongside.core.intake.protocol import REQUIREMENTS, Hours
from alongside.core.rules import CrewKind
from alongside.core.travel import Mode
from alongside.library.hours import read_hours
from alongside.library.programs.profile import Labels
from alongside.library.shape import Part

CREW_FIELDS = ("label", "needs", "acts_as_without", "gives", "fewest", "remote", "meets_police", "mode", "asked_by", "hours")
MODES = {"normal": Mode.NORMAL, "lights": Mode.LIGHTS}


@dataclass(frozen=True)
class StaffPolicy:
    """What people and certificates bring aboard, and which capability meets which requirement."""

    roles: Mapping[str, frozenset[str]]
    certificates: frozenset[str]
    requirements: Mapping[str, str]
    capabilities: frozenset[str]
    labels: Mapping[str, Labels]


def read_staff_policy(part: Part) -> StaffPolicy:
    """The policy ``staff``: capabilities, roles, certificates, requirements."""
    part.only("capabilities", "roles", "certificates", "requirements", "requirement_words")
    labels: dict[str, Labels] = {f"capability.{name}": part.at("capabilities").words(name) for name, _ in part.mapping("capabilities")}
    known = frozenset(name for name, _ in part.mapping("capabilities"))
    roles = {}
    for name, below in part.mapping("roles"):
        below.only("gives", "label")
        roles[name] = frozenset(below.codes("gives", known))
        labels[f"role.{name}"] = below.words("label")
    requirements = {}
    for name, below in part.mapping("requirements"):
        if name not in REQUIREMENTS:
            raise below.mistake(f"“{name}” is not a requirement; use one of {', '.join(sorted(REQUIREMENTS))}")
        requirements[name] = below.as_code(known)
    labels.update({f"requirement.{name}": part.at("requirement_words").words(name) for name in sorted(REQUIREMENTS)})
    return StaffPolicy(roles, frozenset(part.codes("certificates", known)), requirements, known, labels)


@dataclass(frozen=True)
class Crews:
    """The kinds of crew a program runs, those only known of, the hours of each, and their names."""

    crews: Mapping[str, CrewKind]
    known: frozenset[str]
    hours: Mapping[str, tuple[Hours, ...]]
    labels: Mapping[str, Labels]


def read_crews(program: Part, policy: Part, staff: StaffPolicy) -> Crews:
    """The program's crews: each names one of the policy and may override its fields, or brings its own."""
    policy.only("crews")
    known = dict(policy.mapping("crews"))
    chosen = dict(program.mapping("crews"))
    if not chosen:
        raise program.mistake("names no crew; a program needs at least one kind", "crews")
    everything = frozenset(known) | frozenset(chosen)
    crews, hours, labels = {}, {}, {}
    for name, own in chosen.items():
        crew = Layered(own, known.get(name))
        crews[name] = _read_crew(name, crew, staff, everything)
        hours[name] = read_hours(crew.holder("hours"), "hours")
        labels[f"crew.{name}"] = crew.holder("label").words("label")
    _check_falls(crews, program)
    return Crews(crews, everything, {name: spans for name, spans in hours.items() if spans}, labels)


@dataclass(frozen=True)
class Layered:
    """A program's own words over those of the policy: the nearer one speaks."""

    own: Part
    base: Part | None

    def __post_init__(self) -> None:
        if self.own.value is not None:
            self.own.only(*CREW_FIELDS)
        if self.base is None and self.own.value is None:
            raise self.own.mistake("is not a kind of crew of the policy; describe it here (label, needs …) or use a known one")
        if self.base is not None:
            self.base.only(*CREW_FIELDS)

    def holder(self, key: str) -> Part:
        """The part that says something about ``key``: the program's own first."""
        return self.own if self.base is None or (isinstance(self.own.value, dict) and self.own.has(key)) else self.base


def _read_crew(name: str, crew: Layered, staff: StaffPolicy, known: frozenset[str]) -> CrewKind:
    origins = [origin.value for origin in Origin]
    return CrewKind(
        id=name,
        needs=frozenset(crew.holder("needs").codes("needs", staff.capabilities)),
        acts_as_without=crew.holder("acts_as_without").code("acts_as_without", known, ""),
        gives=frozenset(crew.holder("gives").codes("gives", staff.capabilities)),
        fewest=crew.holder("fewest").number("fewest", 2, least=1, most=12),
        remote=crew.holder("remote").flag("remote"),
        meets_police=crew.holder("meets_police").flag("meets_police"),
        mode=MODES[crew.holder("mode").code("mode", MODES, "normal")],
        label=crew.holder("label").words("label")["en"],
        asked_by=frozenset(Origin(code) for code in crew.holder("asked_by").codes("asked_by", origins, tuple(origins))),
    )


def _check_falls(crews: Mapping[str, CrewKind], program: Part) -> None:
    """Following ``acts_as_without`` must come to an end, or a crew would never be anything."""
    for name in crews:
        seen, now = [name], crews[name].acts_as_without
        while now in crews:
            if now in seen:
                raise program.mistake(f"its fall-backs go round in a circle ({' → '.join([*seen, now])}); end one", "crews", name)
            seen.append(now)
            now = crews[now].acts_as_without
