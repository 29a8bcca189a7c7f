"""Everything about longer work with people that can be asked, and every timer of it: cases, cards, who is met often, what interns write,
threat files."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.card import decide as card
from alongside.core.cases import decide as cases
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.often import decide as often
from alongside.core.supervised import decide as supervised
from alongside.core.threat import decide as threat

DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    **supervised.DECIDE,
    **cases.DECIDE,
    **card.DECIDE,
    **often.DECIDE,
    **threat.DECIDE,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {**cases.DUE, **threat.DUE}
