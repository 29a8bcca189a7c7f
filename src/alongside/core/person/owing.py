"""What is written in a record may owe somebody more: a signature, a second reader. Whichever order writes it."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.card import decide as card
from alongside.core.fact import Fact
from alongside.core.person import decide as record
from alongside.core.registry import decide as registry
from alongside.core.supervised import decide as supervised

Decide = Callable[[Asking, Any], tuple[Fact, ...]]
WRITE = frozenset({"WriteItems", "RecordPerson", "CarryItemOver", "EnrollPerson"})


def _with_what_is_owed(table: Mapping[type[Any], Decide]) -> dict[type[Any], Decide]:
    """The same table; after whatever writes items stands what they owe."""
    return {kind: _owing(one) if kind.__name__ in WRITE else one for kind, one in table.items()}


def _owing(decide: Decide) -> Decide:
    def decide_and_owe(asking: Asking, request: Any) -> tuple[Fact, ...]:
        written = decide(asking, request)
        return (*written, *supervised.list_owed(asking, written), *card.list_owed(asking, written))

    return decide_and_owe


DECIDE = _with_what_is_owed({**record.DECIDE, **registry.DECIDE})
