"""Reads ``custodian.yaml``: what may be released, under which exemption the rest is left out, and how long what is kept."""

from functools import lru_cache
from pathlib import Path

from alongside.core.custodian.rules import CustodianRules, ReleaseKind, Retention
from alongside.core.sharing.terms import CLASSES
from alongside.library.reading import read_yaml
from alongside.library.shape import Part
from alongside.library.sharing.fields import read_fields

HERE = Path(__file__).parent
YEAR_MS = 366 * 86_400_000  # the longer year: nothing goes a day early
KEPT_AT_LEAST = 1  # CJIS AU-11
NEVER = "psychotherapy_notes"


@lru_cache(maxsize=4)
def load_custodian(folder: Path = HERE) -> CustodianRules:
    """Kinds, exemptions and schedules. Raises ``Mistake`` with file, line and field."""
    classes = read_fields(Part(read_yaml(folder / "fields.yaml"))).classes
    part = Part(read_yaml(folder / "custodian.yaml"))
    part.only("kinds", "exemptions", "retention")
    kinds = {name: _read_kind(name, below, dict(classes)) for name, below in part.mapping("kinds")}
    exemptions = {name: part.at("exemptions").code(name) for name, _ in part.mapping("exemptions")}
    retention = {name: _read_retention(name, below) for name, below in part.mapping("retention")}
    for name in CLASSES:
        if name not in exemptions:
            raise part.mistake(f"“{name}” has no exemption; say under which code its words are left out", "exemptions")
    return CustodianRules(kinds, exemptions, retention)


def _read_kind(name: str, part: Part, classes: dict[str, str]) -> ReleaseKind:
    part.only("due", "needs_order", "shows", "source")
    part.text("source")
    shows, needs_order = frozenset(part.codes("shows", classes)), part.flag("needs_order")
    shown = {classes[field] for field in shows}
    if NEVER in shown:
        raise part.mistake("releases psychotherapy notes; only their author can, with an authorization of their own", "shows")
    if "part2" in shown and not needs_order:
        raise part.mistake("releases Part 2 data without a court's order; leave it out, or write needs_order: true", "shows")
    return ReleaseKind(name, part.duration_ms("due"), shows, needs_order)


def _read_retention(name: str, part: Part) -> Retention:
    part.only("years", "after_majority", "source")
    part.text("source")
    if name not in CLASSES:
        raise part.mistake(f"“{name}” is not a data class; use one of {', '.join(CLASSES)}")
    years, after = part.number("years", least=KEPT_AT_LEAST, most=100), part.number("after_majority", 0, most=100)
    return Retention(name, years * YEAR_MS, after * YEAR_MS)
