"""An incident's timeline: every fact as a sentence, with the words that came with it, newest first."""

from collections.abc import Sequence
from typing import Any

from alongside.core.fact import Fact
from alongside.core.handoff.facts import PlaceReserved
from alongside.core.intake.facts import ProtocolAnswered
from alongside.core.party import Actor
from alongside.ledger.row import Row as LedgerRow
from alongside.server.dispatch.answered import rounds, say_answers
from alongside.server.dispatch.read_words import withheld_on, words_on
from alongside.server.records.open import Words
from alongside.server.site.rows import View
from alongside.server.site.sentences import say_fact

# Said by the line after or before it, or only for the machine.
QUIET = frozenset({"SignGiven", "PrimaryChosen", "Recommended"})


def timeline(view: View, rows: Sequence[LedgerRow], words: Words) -> list[dict[str, Any]]:
    """Entries {at, kind, sentence, words, answers, withheld}: (field, text) pairs, (question, answer) pairs, reasons in words."""
    told = [_entry(view, fact, answers, words) for fact, answers in rounds([row.fact for row in rows]) if fact.kind not in QUIET]
    return told[::-1]


def _entry(view: View, fact: Fact, answers: tuple[tuple[str, str], ...], words: Words) -> dict[str, Any]:
    protocol = view.names.profile.rules.protocols.get(fact.protocol) if isinstance(fact, ProtocolAnswered) else None
    sentence = say_fact(fact, view.names, view.board, view.language)
    said = say_answers(protocol, answers, view.language)
    return {"at": fact.at, "kind": fact.kind, "sentence": sentence, "words": words_on(fact, words), "answers": said,
            "withheld": withheld_on(fact, words)}  # fmt: skip


def legal_of(rows: Sequence[LedgerRow]) -> dict[str, str]:
    """The legal status each reservation was asked with, by its id."""
    return {fact.reservation: fact.legal for row in rows if isinstance(fact := row.fact, PlaceReserved)}


def latest_words(rows: Sequence[LedgerRow], words: Words, field: str) -> str:
    """What was said last in this field, or nothing."""
    found = [text for row in rows for name, text in words_on(row.fact, words) if name == field]
    return found[-1] if found else ""


def may_write(actor: Actor) -> bool:
    """Whether this person works the incident, not only looks at it."""
    return actor.role in ("call_taker", "dispatcher", "supervisor")
