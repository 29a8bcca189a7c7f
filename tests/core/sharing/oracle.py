"""The second opinion: the same question put to Cedar over policies that were written apart from the product's rules."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import cedarpy

from alongside.core.sharing.rules import SharingRules
from alongside.core.sharing.share import Case, Shown, share

POLICIES = (Path(__file__).parent / "oracle.cedar").read_text()
NOW = 1_800_000_000_000
MINOR_LAW_FROM = 1_719_817_200_000  # 2024-07-01 in Los Angeles
LONG_AGO = 1_600_000_000_000
SPEAKS_FOR = {"part2": "part2_record", "minor_consented": "minor_care_note"}  # a field that has a mark as its class


class Cell(NamedTuple):
    """One question: a field, the marks its item carries, and the circumstances."""

    field: str
    case: Case
    marks: frozenset[str] = frozenset()


def ours(rules: SharingRules, cells: Sequence[Cell]) -> list[bool]:
    """What the product says."""
    return [isinstance(share(rules, cell.case, cell.field, cell.marks), Shown) for cell in cells]


def theirs(rules: SharingRules, cells: Sequence[Cell]) -> list[bool]:
    """What Cedar says: an item with marks must be allowed as each of them."""
    asked = [(at, _asked(rules, cell, field)) for at, cell in enumerate(cells) for field in _fields(rules, cell)]
    results = cedarpy.is_authorized_batch([request for _, request in asked], POLICIES, [])
    answers = [True] * len(cells)
    for (at, _), result in zip(asked, results, strict=True):
        assert not result.diagnostics.errors, result.diagnostics.errors
        answers[at] = answers[at] and result.allowed
    return answers


def _fields(rules: SharingRules, cell: Cell) -> list[str]:
    return [cell.field, *(SPEAKS_FOR[mark] for mark in sorted(cell.marks) if rules.fields[cell.field] != mark)]


def _asked(rules: SharingRules, cell: Cell, field: str) -> dict[str, Any]:
    case = cell.case
    since = -1 if case.closed_at is None else (case.now - case.closed_at) // 60_000
    context = {
        "class": rules.fields[field], "field": field, "role": case.role, "purpose": case.purpose, "ties": sorted(case.ties),
        "consent": case.consent, "age": case.age, "flag": case.flag, "prohibited": case.contact_prohibited,
        "minutes_since_end": since, "minor_law": case.now >= MINOR_LAW_FROM,
    }  # fmt: skip
    return {"principal": 'Somebody::"x"', "action": 'Action::"see"', "resource": 'Words::"x"', "context": context}


def disagreements(rules: SharingRules, cells: Sequence[Cell]) -> list[tuple[Cell, bool, bool]]:
    """(cell, ours, theirs) wherever the two do not agree."""
    pairs = zip(cells, ours(rules, cells), theirs(rules, cells), strict=True)
    return [(cell, mine, other) for cell, mine, other in pairs if mine is not other]
