"""What is asked in the stories of this folder: whose business a thing is, and for whom somebody may speak."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from alongside.core.asking import Asking
from alongside.core.party import Actor, Reference
from alongside.core.sharing.knowing import is_business
from alongside.core.sharing.seats import ALSO_AT_DESKS, WHOSE
from tests.core.story import Story

ROWS = {**WHOSE, **ALSO_AT_DESKS}


def words(*fields: str, id: str = "") -> tuple[Reference, ...]:
    """Protected words, as references."""
    return tuple(Reference(field, f"v-{field}{id}", "0" * 64) for field in fields)


def asking(story: Story, who: Actor) -> Asking:
    """Somebody asks, now."""
    return Asking(story.board, story.rules, story.roads, who, story.now, story.now)


def business(story: Story, who: Actor, things: Mapping[str, str]) -> dict[str, bool]:
    """Which of these are this asker's business."""
    return {name: is_business(asking(story, who), name, id) for name, id in things.items()}


def knows(story: Story, name: str, id: str, *who: Actor) -> list[bool]:
    """Whose business this one thing is."""
    return [is_business(asking(story, one), name, id) for one in who]


def may(story: Story, kind: str, who: Actor, **named: Any) -> bool:
    """What the row of this kind says; the request is what it names."""
    return ROWS[kind](asking(story, who), SimpleNamespace(**named))


def may_all(story: Story, kind: str, *who: Actor, **named: Any) -> list[bool]:
    """What the row says to each of these."""
    return [may(story, kind, one, **named) for one in who]
