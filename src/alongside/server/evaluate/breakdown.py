"""One measure by level, origin, crew and time of day, so that an average hides nobody."""

from dataclasses import dataclass

import polars as pl
from django.utils.translation import gettext as _

from alongside.evaluate.measures.count import count_all
from alongside.evaluate.measures.measure import Definition
from alongside.server.evaluate.cards import ORIGINS, Card, card
from alongside.server.site.deployment import get_deployment

COLUMNS = ("level", "origin", "crew_kind", "hour_band", "language_other", "minor")


@dataclass(frozen=True)
class Stratum:
    """One table: what it is by, and a card for each value."""

    title: str
    rows: tuple[tuple[str, Card], ...]


def list_strata(rows: pl.DataFrame, definition: Definition, language: str, suppress_small: bool) -> list[Stratum]:
    """The measure within each value of each column; a column with one value only says nothing and is left out."""
    titles = _titles()
    strata = []
    for column in COLUMNS:
        values = sorted(rows.get_column(column).drop_nulls().unique().to_list())
        if len(values) > 1:
            within = (_within(rows, column, value, definition, language, suppress_small) for value in values)
            names = (_name(column, value, language) for value in values)
            strata.append(Stratum(titles[column], tuple(zip(names, within, strict=True))))
    return strata


def _within(rows: pl.DataFrame, column: str, value: object, definition: Definition, language: str, suppress_small: bool) -> Card:
    [measure] = count_all(rows.filter(pl.col(column) == value), [definition], suppress_small)
    return card(measure, language)


def _titles() -> dict[str, str]:
    return {
        "level": _("By level"), "origin": _("By who asked"), "crew_kind": _("By first crew on scene"), "hour_band": _("By time of day"),
        "language_other": _("By language"), "minor": _("By age"),
    }  # fmt: skip


def _name(column: str, value: object, language: str) -> str:
    if column == "hour_band":
        return f"{value:02}–{int(str(value)) + 4:02} h"
    if column == "level":
        return _("Level %(level)s") % {"level": value}
    if column == "language_other":
        return _("Another language than English") if value else _("English or not asked")
    if column == "minor":
        return _("Under eighteen") if value else _("Adult or not known")
    if column == "crew_kind":
        return get_deployment().names.label(f"crew.{value}", language)
    return str(ORIGINS.get(str(value), str(value)))
