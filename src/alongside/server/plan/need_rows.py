"""The need calculator's figures and answers as rows of its page and of its CSV."""

import csv
import io
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from math import ceil

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from alongside.evaluate.need.calculate import Need
from alongside.evaluate.need.constants import PARTS, Constant, list_constants

PART_WORDS = {
    "demand": _lazy("How much help is asked for"), "first": _lazy("Where people go first"), "onward": _lazy("Where they go from there"),
    "beds": _lazy("How long they stay"), "teams": _lazy("What a team can do"),
}  # fmt: skip
UNIT_WORDS = {
    "people": _lazy("people"),
    "per_100k": _lazy("a month per 100,000 people"),
    "per_month": _lazy("a month"),
    "percent": "%",
    "days": _lazy("days"),
}
GRADE_WORDS = {
    "seen": _lazy("read in the source"), "recalled": _lazy("recalled, not seen in print"), "derived": _lazy("computed from seen figures"),
    "ours": _lazy("our own"),
}  # fmt: skip


@dataclass(frozen=True)
class Field:
    """One figure on the page; ``value`` as it is put into the field."""

    id: str
    label: str
    value: str
    usual: str
    changed: bool
    least: str
    most: str
    step: str
    unit: str
    grade: str
    grade_word: str
    source: str
    wrong: str


def list_fields(
    asked: Mapping[str, str], figures: Mapping[str, float], wrong: Mapping[str, str], language: str
) -> list[tuple[str, list[Field]]]:
    """The parts of the page with their fields; what could not be read stays as it was typed."""
    rows = [(one.part, field(one, asked, figures[one.id], wrong.get(one.id, ""), language)) for one in list_constants()]
    return [(str(PART_WORDS[part]), [row for its, row in rows if its == part]) for part in PARTS]


def field(one: Constant, asked: Mapping[str, str], value: float, wrong: str, language: str) -> Field:
    shown = asked.get(one.id, "") if wrong and one.id in asked else plain(value)
    numbers = (plain(one.least), plain(one.most), plain(one.step))
    words = (str(UNIT_WORDS[one.unit]), one.grade, str(GRADE_WORDS[one.grade]), one.sources.get(language, one.sources["en"]), wrong)
    return Field(one.id, one.labels.get(language, one.labels["en"]), shown, plain(one.value), value != one.value, *numbers, *words)


def plain(value: float) -> str:
    """As number fields want it, in every language: 230, 0.9."""
    return f"{value:.10g}"


@dataclass(frozen=True)
class Answer:
    """One line of the answer: people a month, or places and teams with the exact figure beside the whole one."""

    id: str
    label: str
    value: float
    whole: int
    how: str


def list_flows(need: Need) -> list[Answer]:
    """People a month, by where they are seen."""
    labels = {
        "in_person": (_("Need somebody in person"), _("residents / 100,000 × crises a month")),
        "mobile": (_("Seen by a mobile team"), _("share that goes there first")),
        "facility": (_("At a receiving facility"), _("first there, and those a team brings")),
        "emergency": (_("At an emergency department"), _("share that goes there first")),
        "bed": (_("In a short-term bed"), _("share of those at a receiving facility")),
        "inpatient": (_("In inpatient care"), _("from short-term beds and emergency departments")),
    }
    return answers(need, labels)


def list_places(need: Need) -> list[Answer]:
    """What must be there."""
    beds = _("people a month × 12 × days / (365 × share in use)")
    labels = {
        "teams": (_("Mobile teams"), _("people seen a month / people one team sees")),
        "facility_places": (_("Chairs at receiving facilities"), beds),
        "bed_places": (_("Short-term beds"), beds),
        "inpatient_places": (_("Inpatient beds"), beds),
    }
    return answers(need, labels)


def answers(need: Need, labels: Mapping[str, tuple[str, str]]) -> list[Answer]:
    values = asdict(need)
    return [Answer(id, label, values[id], ceil(values[id] - 1e-9), how) for id, (label, how) in labels.items()]


def as_csv(figures: Mapping[str, float], need: Need, language: str) -> str:
    """Every figure with its source, then every answer, exact."""
    text = io.StringIO()
    out = csv.writer(text)
    out.writerow(("kind", "id", "label", "value", "unit", "grade", "source"))
    for one in list_constants():
        words = (one.labels.get(language, one.labels["en"]), plain(figures[one.id]), one.unit)
        same = figures[one.id] == one.value
        out.writerow(
            ("figure", one.id, *words, one.grade if same else "yours", one.sources.get(language, one.sources["en"]) if same else "")
        )
    for kind, rows, unit in (("people", list_flows(need), "per_month"), ("needed", list_places(need), "")):
        for row in rows:
            out.writerow((kind, row.id, row.label, f"{row.value:.4f}", unit, "", row.how))
    return text.getvalue()
