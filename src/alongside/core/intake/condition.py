"""The closed vocabulary in which a protocol says *when*: all, any, not, is. Nothing else, so that a clinician can check it.

Truth has three values (Kleene): an answer nobody has given, and the answer ``unknown``, are neither yes nor no. A ``not`` over something
unknown is unknown, so unknown never counts as no. A condition may name ``unknown`` as an answer like any other (``is: {weapon: unknown}``).
Compiled, every condition is a list of clauses; a clause is a list of groups; a group is the bits of the answers that make it true.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

UNKNOWN = "unknown"
NOT_ASKED = "not_asked"
NO_INFORMATION = frozenset({UNKNOWN, NOT_ASKED})

Bits: TypeAlias = Mapping[str, Mapping[str, int]]  # question -> answer -> its bit
Clauses: TypeAlias = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Is:
    """The question has one of these answers."""

    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every part is true; an empty one always is."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part is true; an empty one never is."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part is known to be false."""

    part: "Condition"


Condition: TypeAlias = Is | All | Any | Not


def clauses(condition: Condition, bits: Bits, wanted: bool = True) -> Clauses:
    """The condition as clauses over answer bits: when it is known to be ``wanted``."""
    if isinstance(condition, Not):
        return clauses(condition.part, bits, not wanted)
    if isinstance(condition, Is):
        return (_group(condition, bits, wanted),)
    parts = [clauses(part, bits, wanted) for part in condition.parts]
    if isinstance(condition, All) == wanted:
        return tuple(tuple(group for clause in chosen for group in clause) for chosen in product(*parts))
    return tuple(clause for part in parts for clause in part)


def _group(condition: Is, bits: Bits, wanted: bool) -> tuple[int, ...]:
    """One group: the answers named, or every answer that says something and is not among them."""
    known = bits[condition.question]
    chosen = condition.answers if wanted else [code for code in known if code not in condition.answers and code != UNKNOWN]
    return (sum(known[code] for code in chosen),)


def find_clause(state: int, among: Clauses) -> tuple[int, ...] | None:
    """The first clause all of whose groups the state meets."""
    for clause in among:
        for group in clause:
            if not state & group:
                break
        else:
            return clause
    return None


def list_questions(condition: Condition) -> tuple[str, ...]:
    """Every question the condition looks at, in its order, once."""
    if isinstance(condition, Is):
        return (condition.question,)
    parts = (condition.part,) if isinstance(condition, Not) else condition.parts
    return tuple(dict.fromkeys(question for part in parts for question in list_questions(part)))


def list_leaves(condition: Condition) -> tuple[Is, ...]:
    """Every ``is`` in the condition, in its order."""
    if isinstance(condition, Is):
        return (condition,)
    parts = (condition.part,) if isinstance(condition, Not) else condition.parts
    return tuple(leaf for part in parts for leaf in list_leaves(part))
