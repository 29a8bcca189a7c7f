"""The one place where words meet the rules of sharing: who asks, what ties them to the owner of the words, what time it is."""

from collections.abc import Iterable

from alongside.core.board import Board
from alongside.core.party import Actor
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.rules import SharingRules
from alongside.core.sharing.share import Answer, Shown, Withheld
from alongside.ledger.sealed import Sealed
from alongside.server.records.open import SHOWN, WITHHELD, Opened

NO_CLASS = Withheld("unknown_field")
NOT_NOTED = Opened(WITHHELD, answer=Withheld("audit_unavailable"))


def decide_all(
    rules: SharingRules, board: Board, actor: Actor, wanted: Iterable[Sealed], purpose: str, now: int
) -> dict[str, Answer]:  # fmt: skip
    """May each of these be shown, by vault id."""
    reader = Circumstances(rules, board, actor, purpose, now)
    return {one.id: reader.may_read(one.owner_kind, one.owner_id, one.field, one.id) for one in wanted}


def may_not_wait(opened: Opened) -> bool:
    """Whether it may be shown against the spool: call facts, flags and the live safety slice."""
    return isinstance(opened.answer, Shown) and opened.outcome == SHOWN and opened.answer.fails_open
