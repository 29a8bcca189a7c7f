"""The rules' answer about what is told of a person without being words of the vault: that they are known, earlier contacts, their age."""

from collections.abc import Sequence

from alongside.core.party import Actor
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.rules import SharingRules
from alongside.core.sharing.share import Answer, Shown, Withheld, share
from alongside.ledger.ledger import Ledger
from alongside.server.records.audit import Read
from alongside.server.records.noting import Notes
from alongside.server.records.open import SHOWN, WITHHELD, Opened

Owner = tuple[str, str]  # kind and id
Question = tuple[str, frozenset[str]]  # a field, and the marks of what is asked about


def answer_all(
    ledger: Ledger, rules: SharingRules, notes: Notes, actor: Actor, owner: Owner, questions: Sequence[Question], purpose: str
) -> list[Answer]:  # fmt: skip
    """One answer a question, each noted before this returns; what could not be noted is withheld."""
    now = ledger.clock()
    with ledger.board() as board:
        asking = Circumstances(rules, board, actor, purpose, now)
        answers = [share(rules, asking.case_of(*owner, field), field, marks) for field, marks in questions]
    opened = [Opened(SHOWN if isinstance(one, Shown) else WITHHELD, *owner, answer=one) for one in answers]
    named = zip(questions, opened, strict=True)
    reads = [Read(now, actor, purpose, *owner, field, "", one.noted) for (field, _), one in named]
    return [one.answer or Withheld("audit_unavailable") for one in notes.write(reads, opened)]
