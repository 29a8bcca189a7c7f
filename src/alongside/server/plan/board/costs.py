"""The figures of cost: as the library has them, as somebody put them in, and what a roster then costs in a year."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import as_file, files

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _lazy
from msgspec.structs import replace

from alongside.evaluate.need.constants import Constant
from alongside.library.reading import read_yaml
from alongside.server.plan.asked import read_number
from alongside.server.plan.need_rows import GRADE_WORDS
from alongside.twin.whatif.moves import CannotBe
from alongside.twin.whatif.plan import BoardPlan

UNIT_WORDS = {"hour": _lazy("$ an hour"), "factor": _lazy("times")}


@cache
def list_costs() -> tuple[Constant, ...]:
    """All figures, in the order of the page. Raises ``Mistake``."""
    with as_file(files("alongside.library.costs") / "figures.yaml") as path:
        reading = read_yaml(path)
    return tuple(Constant(
        str(one["id"]), "cost", float(one["value"]), float(one["least"]), float(one["most"]), 0.01, str(one["unit"]), str(one["grade"]),
        one["label"], one["source"],
    ) for one in reading.data)  # fmt: skip


def figures_of(plan: BoardPlan) -> dict[str, float]:
    """Every figure, the library's where none was put in."""
    return {one.id: one.value for one in list_costs()} | dict(plan.costs)


def put_in(plan: BoardPlan, asked: Mapping[str, str]) -> BoardPlan:
    """The plan with these figures; those that are as usual need not be said. Raises :class:`CannotBe`."""
    told: dict[str, float] = {}
    for one in list_costs():
        text = asked.get(one.id, "").strip()
        value = read_number(text) if text else one.value
        if value is None or not one.least <= value <= one.most:
            raise CannotBe("cost", figure=label_of(one), least=f"{one.least:g}", most=f"{one.most:g}")
        if value != one.value:
            told[one.id] = value
    return replace(plan, costs=tuple(sorted(told.items())))


def label_of(one: Constant) -> str:
    """In the reader's language."""
    return one.labels.get(get_language() or "en", one.labels["en"])


def fields(plan: BoardPlan) -> list[dict[str, object]]:
    """For the form: label, value as put in, usual value, unit, where it is from."""
    now = figures_of(plan)
    return [field(one, now[one.id]) for one in list_costs()]


def field(one: Constant, now: float) -> dict[str, object]:
    source = one.sources.get(get_language() or "en", one.sources["en"])
    return {
        "id": one.id, "label": label_of(one), "value": f"{now:g}", "usual": f"{one.value:g}", "is_changed": now != one.value,
        "unit": UNIT_WORDS[one.unit], "source": source, "grade": one.grade, "grade_word": GRADE_WORDS[one.grade],
    }  # fmt: skip
