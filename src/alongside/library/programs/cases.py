"""Reads the policy ``cases``: kinds of longer work with a person, and from when somebody is on the list that people review."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from alongside.core.cases.rules import CaseKind, CaseRules, OftenRules, TaskRule
from alongside.core.cases.terms import TASKS
from alongside.core.sharing.access import CASEWORK
from alongside.core.threat.rules import NO_THREAT, ThreatRules
from alongside.library.programs.profile import Labels
from alongside.library.programs.sources import Sources
from alongside.library.programs.threat import read_threat
from alongside.library.shape import Part

KIND_FIELDS = (
    "label", "workers", "limit", "contacts", "within", "closings", "signed", "around_the_clock", "tasks", "steps", "referrals",
)  # fmt: skip


class Cases(NamedTuple):
    """The rules of cases, and their names; and those of threat management."""

    rules: CaseRules
    labels: Mapping[str, Labels]
    threat: ThreatRules


def read_longer(sources: Sources, agencies: Sequence[str]) -> Cases:
    """Both policies, and who runs threat management. Raises ``Mistake`` with file, line and field."""
    threat = read_threat(sources.policies["threat"], sources.program.codes("threat_management", agencies))
    return read_cases(sources.policies["cases"], threat)


def read_cases(part: Part, threat: ThreatRules = NO_THREAT) -> Cases:
    """The whole policy of cases. Raises ``Mistake`` with file, line and field."""
    part.only("answer", "again", "often", "words", "kinds")
    words = {
        group: {name: below.words(name) for name in _names(below)}
        for group in ("closings", "steps", "referrals")
        if (below := part.at("words", group)).value
    }
    kinds = {name: _read_kind(name, below, words) for name, below in part.mapping("kinds")}
    if not kinds:
        raise part.mistake("names no kind of case; write at least one", "kinds")
    labels = {f"case_kind.{name}": below.words("label") for name, below in part.mapping("kinds")}
    for group, its in words.items():
        labels |= {f"case_{group}.{name}": label for name, label in its.items()}
    rules = CaseRules(MappingProxyType(kinds), part.duration_ms("answer"), part.duration_ms("again"), _read_often(part.at("often")))
    return Cases(rules, labels, threat)


def _names(part: Part) -> list[str]:
    part.only(*part.value)
    return list(part.value)


def _read_kind(name: str, part: Part, words: Mapping[str, Mapping[str, Labels]]) -> CaseKind:
    part.only(*KIND_FIELDS)
    closings = part.codes("closings", words.get("closings", {}))
    if not closings:
        raise part.mistake("can never be closed; name at least one reason", "closings")
    return CaseKind(
        id=name,
        workers=frozenset(part.codes("workers", CASEWORK - {"supervisor", "system"})),
        limit=part.number("limit", least=1, most=500),
        contacts=part.number("contacts", 1, least=1, most=50),
        within_ms=part.duration_ms("within"),
        closings=closings,
        signed=frozenset(part.codes("signed", closings)),
        is_shared=part.flag("around_the_clock"),
        tasks=tuple(_read_task(below) for below in part.parts("tasks")),
        steps=part.codes("steps", words.get("steps", {})),
        referrals=part.codes("referrals", words.get("referrals", {})),
    )


def _read_task(part: Part) -> TaskRule:
    part.only("what", "due", "every", "ended_by")
    every = part.duration_ms("every") if part.has("every") else 0
    ended_by = frozenset(part.codes("ended_by", CASEWORK - {"system"}))
    if ended_by and not every:
        raise part.mistake("is done once; only what recurs is ended by somebody", "ended_by")
    return TaskRule(part.code("what", TASKS), part.duration_ms("due"), every, ended_by)


def _read_often(part: Part) -> OftenRules:
    part.only("windows", "place_within_m")
    windows = tuple(_read_window(below) for below in part.parts("windows", least=1))
    return OftenRules(windows, part.number("place_within_m", 50, least=1, most=1_000))


def _read_window(part: Part) -> tuple[int, int]:
    part.only("within", "least")
    return part.duration_ms("within"), part.number("least", least=2, most=100)
