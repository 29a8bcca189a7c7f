"""The whole space of questions, and samples of it."""

import random
from collections.abc import Iterator
from itertools import product
from typing import Any

from alongside.core.sharing.rules import SharingRules
from alongside.core.sharing.share import Case
from alongside.core.sharing.terms import AGES, CLASSES, CONSENTS, FLAGS, MARKS, PURPOSES, TIES
from tests.core.sharing.oracle import LONG_AGO, NOW, Cell

HOUR = 3_600_000
ENDS = (None, NOW, NOW - 2 * HOUR + 1, NOW - 2 * HOUR, NOW - 9 * HOUR)


def all_cells(rules: SharingRules) -> Iterator[Cell]:
    """Role × class × relationship × purpose × consent: every combination, each class asked by a field of it in turn."""
    ties = (frozenset[str](), *(frozenset({one}) for one in TIES))
    space = product(sorted(rules.roles), CLASSES, ties, PURPOSES, CONSENTS)
    for at, (role, data_class, tie, purpose, consent) in enumerate(space):
        fields = rules.list_fields(data_class)
        yield Cell(fields[at % len(fields)], Case(role, purpose, NOW, tie, consent, AGES[at % len(AGES)], ENDS[at % len(ENDS)]))


def count_cells(rules: SharingRules) -> int:
    """How many that are."""
    return len(rules.roles) * len(CLASSES) * (len(TIES) + 1) * len(PURPOSES) * len(CONSENTS)


def edges(rules: SharingRules) -> Iterator[Cell]:
    """Around every grant of every role: what it asks for, with each one circumstance put through all its values."""
    for (role, data_class), grants in sorted(rules.grants.items()):
        for grant in grants:
            ties = frozenset(sorted(some)[-1] for some in grant.ties)
            consent, age = sorted(grant.consents or {"not_asked"})[0], sorted(grant.ages or {"unknown"})[0]
            met = Case(role, sorted(grant.purposes)[0], NOW, ties, consent, age)
            yield from (Cell(field, met) for field in rules.list_fields(data_class))
            field = sorted(grant.fields)[0]
            changes: list[dict[str, Any]] = [
                *({"purpose": one} for one in PURPOSES),
                *({"consent": one} for one in CONSENTS),
                *({"age": one} for one in AGES),
            ]
            changes += [*({"closed_at": one} for one in ENDS), *({"ties": frozenset({one})} for one in TIES), {"ties": frozenset()}]
            changes += [
                {"contact_prohibited": True},
                {"now": LONG_AGO},
                {"now": LONG_AGO, "age": "teen"},
                *({"flag": one} for one in FLAGS),
            ]
            yield from (Cell(field, met._replace(**change)) for change in changes)


def sample(rules: SharingRules, count: int, seed: int) -> list[Cell]:
    """Cells with several ties, marks, flags and times at once; half of them near what a grant asks for, where mistakes would show."""
    dice = random.Random(seed)
    return [_near(rules, dice) if at % 2 else _anywhere(rules, dice) for at in range(count)]


def _anywhere(rules: SharingRules, dice: random.Random) -> Cell:
    case = Case(
        dice.choice(sorted(rules.roles)), dice.choice(PURPOSES), dice.choice((NOW, LONG_AGO)),
        frozenset(dice.sample(TIES, dice.randint(0, 4))), dice.choice(CONSENTS), dice.choice(AGES), dice.choice(ENDS),
        dice.random() < 0.3, dice.choice(FLAGS) if dice.random() < 0.3 else "sound",
    )  # fmt: skip
    marks = frozenset(one for one in MARKS if dice.random() < 0.1)
    return Cell(dice.choice(sorted(rules.fields)), _in_order(case), marks)


def _near(rules: SharingRules, dice: random.Random) -> Cell:
    """All that some grant asks for, with one thing changed, or none."""
    grant = dice.choice([one for some in rules.grants.values() for one in some])
    ties = frozenset(dice.choice(sorted(some)) for some in grant.ties)
    field = dice.choice(rules.list_fields(grant.data_class))
    case = Case(dice.choice(sorted(grant.roles)), dice.choice(sorted(grant.purposes)), NOW, ties)
    case = case._replace(
        consent=dice.choice(sorted(grant.consents) or CONSENTS), age=dice.choice(sorted(grant.ages) or AGES), closed_at=dice.choice(ENDS)
    )
    changes: tuple[dict[str, Any], ...] = (
        {}, {"purpose": dice.choice(PURPOSES)}, {"ties": frozenset(dice.sample(TIES, 1))}, {"consent": dice.choice(CONSENTS)},
        {"role": dice.choice(sorted(rules.roles))}, {"contact_prohibited": True}, {"now": LONG_AGO, "closed_at": None},
    )  # fmt: skip
    return Cell(field, _in_order(case._replace(**dice.choice(changes))), frozenset(dice.sample(MARKS, dice.choice((0, 0, 0, 1)))))


def _in_order(case: Case) -> Case:
    """An incident does not end after now."""
    return case if case.closed_at is None or case.closed_at <= case.now else case._replace(closed_at=case.now)
