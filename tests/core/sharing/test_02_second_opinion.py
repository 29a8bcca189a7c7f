"""The rules against an oracle written apart from them: dice, a covering sample, (deep) every cell; and bugs that each would catch."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as some

from alongside.core.sharing.rules import Grant, SharingRules
from alongside.core.sharing.share import Case
from alongside.core.sharing.terms import AGES, CONSENTS, FLAGS, MARKS, PURPOSES, TIES
from alongside.library.sharing.load import load_sharing
from tests.core.sharing.cells import all_cells, count_cells, edges, sample
from tests.core.sharing.oracle import LONG_AGO, NOW, Cell, disagreements, ours, theirs

RULES = load_sharing("california").rules
HOUR = 3_600_000
CASES = some.builds(
    Case,
    role=some.sampled_from(sorted(RULES.roles)),
    purpose=some.sampled_from(PURPOSES),
    now=some.sampled_from((NOW, LONG_AGO)),
    ties=some.frozensets(some.sampled_from(TIES), max_size=4),
    consent=some.sampled_from(CONSENTS),
    age=some.sampled_from(AGES),
    closed_at=some.none() | some.integers(0, LONG_AGO),
    contact_prohibited=some.booleans(),
    flag=some.sampled_from(FLAGS),
)
CELLS = some.builds(Cell, some.sampled_from(sorted(RULES.fields)), CASES, some.frozensets(some.sampled_from(MARKS)))


@lru_cache(maxsize=1)
def around() -> tuple[list[Cell], list[bool]]:
    """The edges of every grant, and what the oracle says of them."""
    cells = list(edges(RULES))
    return cells, theirs(RULES, cells)


def differing(rules: SharingRules) -> list[Cell]:
    """Edges on which these rules and the oracle differ."""
    cells, said = around()
    return [cell for cell, mine, other in zip(cells, ours(rules, cells), said, strict=True) if mine is not other]


@given(some.lists(CELLS, min_size=1, max_size=20))
def test_01_thrown_dice_agree_with_the_oracle(cells: list[Cell]) -> None:
    assert disagreements(RULES, cells) == []


def test_02_a_covering_sample_agrees_with_the_oracle() -> None:
    cells = sample(RULES, 1_200, seed=1)
    assert {cell.case.role for cell in cells} == RULES.roles
    assert {RULES.fields[cell.field] for cell in cells} == set(RULES.fields.values())
    assert disagreements(RULES, cells) == []
    assert differing(RULES) == []
    every = list(islice(all_cells(RULES), 0, None, 499))
    assert len(every) > 500
    assert disagreements(RULES, every) == []


@pytest.mark.deep
def test_03_every_cell_agrees_with_the_oracle() -> None:
    """Role × class × relationship × purpose × consent, each once; and 50,000 with everything at once."""
    assert count_cells(RULES) >= 100_000
    cells, seen = all_cells(RULES), 0
    while some_cells := list(islice(cells, 10_000)):
        assert disagreements(RULES, some_cells) == []
        seen += len(some_cells)
    assert seen == count_cells(RULES)
    assert disagreements(RULES, sample(RULES, 50_000, seed=2)) == []


def change(rules: SharingRules, how: Callable[[Grant], Grant]) -> SharingRules:
    return replace(rules, grants={key: tuple(map(how, its)) for key, its in rules.grants.items()})


def one_grant(id: str, consents: set[str]) -> SharingRules:
    """One grant asks for another consent."""
    return change(RULES, lambda grant: replace(grant, consents=frozenset(consents)) if grant.id == id else grant)


def without(denial: str, rules: SharingRules) -> SharingRules:
    """One denial less."""
    return replace(rules, denials={key: tuple(one for one in its if one.id != denial) for key, its in rules.denials.items()})


BUGS: dict[str, SharingRules] = {
    "a denial is ignored": replace(RULES, denials={}),
    "one denial is ignored": without("minor_decides", RULES),
    "the slice never ends": change(RULES, lambda grant: replace(grant, is_slice=False)),
    "the slice ends late": replace(RULES, slice_ends_ms=2 * HOUR + 60_000),
    "no tie is asked for": change(RULES, lambda grant: replace(grant, ties=())),
    "one tie too many": change(RULES, lambda grant: replace(grant, ties=tuple(its | {"offered"} for its in grant.ties))),
    "no consent is asked for": change(RULES, lambda grant: replace(grant, consents=frozenset())),
    "a consent taken back still counts": change(
        RULES, lambda grant: replace(grant, consents=grant.consents | {"withdrawn"} if grant.consents else grant.consents)
    ),
    "fields are not limited": change(RULES, lambda grant: replace(grant, fields=frozenset(RULES.list_fields(grant.data_class)))),
    "any purpose will do": change(RULES, lambda grant: replace(grant, purposes=frozenset(PURPOSES))),
    "ages do not matter": change(RULES, lambda grant: replace(grant, ages=frozenset())),
    "the law came into force too early": replace(
        RULES, settings={"minor_consent": replace(RULES.settings["minor_consent"], from_at=0)}
    ),
    "somebody may be reached": replace(RULES, reaching=frozenset()),
    "an emergency opens Part 2 by itself": change(
        RULES, lambda grant: replace(grant, consents=frozenset()) if grant.id == "glass_part2" else grant
    ),
    "an emergency serves any purpose": change(
        RULES, lambda grant: replace(grant, purposes=frozenset(PURPOSES)) if grant.id.startswith("glass_") else grant
    ),
    "an emergency opens psychotherapy notes": without(
        "psychotherapy_author_only", one_grant("psychotherapy_consent", {"given", "emergency"})
    ),
    "colleagues read psychotherapy notes": without("psychotherapy_author_only", one_grant("psychotherapy_consent", set())),
    "a consent to counseling notes serves any purpose": change(
        RULES, lambda grant: replace(grant, purposes=frozenset(PURPOSES)) if grant.id == "psychotherapy_consent" else grant
    ),
    "a consent taken back opens Part 2 in a proceeding": without(
        "release_part2_agreed", one_grant("release_part2_consent", {"given", "withdrawn"})
    ),
    "anybody reads why": change(RULES, lambda grant: replace(grant, ties=()) if grant.id == "glass_why" else grant),
}  # fmt: skip


@pytest.mark.parametrize("bug", BUGS)
def test_04_the_sample_catches(bug: str) -> None:
    assert differing(BUGS[bug]) != []
