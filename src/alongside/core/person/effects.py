"""What every fact about a person's record does to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.cases import effects as cases
from alongside.core.consent import apply as consent
from alongside.core.custodian import apply as custodian
from alongside.core.fact import Fact
from alongside.core.glass import apply as glass
from alongside.core.person import apply as record
from alongside.core.registry import apply as registry
from alongside.core.rights import apply as rights
from alongside.core.supervised import apply as supervised

APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    **record.APPLY,
    **consent.APPLY,
    **custodian.APPLY,
    **glass.APPLY,
    **rights.APPLY,
    **supervised.APPLY,
    **cases.APPLY,
    **registry.APPLY,
}
