"""The one place where words meet the rules of sharing: who asks, what ties them to the owner of the words, what time it is."""

from collections.abc import Iterable

from alongside.core.board import Board
from alongside.core.party import Actor
from alongside.core.sharing.rules import SharingRules
from alongside.core.sharing.share import Answer, Case, Shown, Withheld, share
from alongside.core.sharing.ties import Standing, addressed_to, standing_of
from alongside.ledger.sealed import Sealed
from alongside.server.records.open import SHOWN, WITHHELD, Opened

NOT_NOTED = Opened(WITHHELD, answer=Withheld("audit_unavailable"))


def decide_all(
    rules: SharingRules, board: Board, actor: Actor, wanted: Iterable[Sealed], purpose: str, now: int
) -> dict[str, Answer]:  # fmt: skip
    """May each of these be shown, by vault id. Owners repeat, so each is looked up once."""
    known: dict[tuple[str, str], Standing] = {}
    addressed = frozenset[str]()
    answers: dict[str, Answer] = {}
    for one in wanted:
        owner = (one.owner_kind, one.owner_id)
        if owner not in known:
            known[owner] = standing_of(board, actor, *owner)
        if one.field == "message" and not addressed:
            addressed = addressed_to(board, actor)
        answers[one.id] = share(rules, _case(actor, purpose, now, known[owner], one.id in addressed), one.field)
    return answers


def _case(actor: Actor, purpose: str, now: int, standing: Standing, addressed: bool) -> Case:
    ties = standing.ties | {"addressed"} if addressed else standing.ties
    return Case(actor.role, purpose, now, ties, age=standing.age, closed_at=standing.closed_at)


def may_not_wait(opened: Opened) -> bool:
    """Whether it may be shown against the spool: call facts, flags and the live safety slice."""
    return isinstance(opened.answer, Shown) and opened.outcome == SHOWN and opened.answer.fails_open
