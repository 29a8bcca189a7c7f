"""What facts about consent do to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.codes import ClockKind
from alongside.core.consent import facts as f
from alongside.core.consent.state import Consent
from alongside.core.fact import Fact


def recorded(board: Board, fact: f.ConsentRecorded) -> None:
    """One more consent of this person, with its whole scope; one that lasts until a day has a timer."""
    consent, person = board.consents.reach(fact.consent), board.people.reach(fact.person)
    consent.person, consent.episode, consent.kind = fact.person, fact.signed_in, fact.about
    consent.form, consent.signer = fact.form, fact.signer
    consent.what, consent.holders = frozenset(fact.what), frozenset(fact.holders)
    consent.recipients, consent.purposes = frozenset(fact.recipients), frozenset(fact.purposes)
    consent.intermediary, consent.is_minors_own, consent.missing = fact.intermediary, fact.minors_own, fact.missing
    consent.at, consent.from_at, consent.expires_at, consent.event = fact.at, fact.from_at, fact.expires_at, fact.event
    consent.author, consent.agency, consent.words = fact.author, fact.agency, tuple(fact.words)
    state = "deficient" if fact.missing else "given"
    _turn(board, consent, fact, state if fact.answer == "given" else "declined")
    consent.signed = consent.turn
    for word in fact.words:
        board.consent_words[word.vault_id] = fact.consent
    if fact.consent not in person.consents:
        person.consents += (fact.consent,)
    if consent.state == "given" and fact.expires_at is not None:
        board.set_clock(ClockKind.CONSENT, fact.consent, fact.expires_at)


def withdrawn(board: Board, fact: f.ConsentWithdrawn) -> None:
    """A no that is newer than whatever was said before."""
    consent = board.consents.reach(fact.consent)
    consent.words += tuple(fact.words)
    for word in fact.words:
        board.consent_words[word.vault_id] = fact.consent
    _turn(board, consent, fact, "withdrawn")


def expired(board: Board, fact: f.ConsentExpired) -> None:
    """No decision of the person: other consents go on."""
    _turn(board, board.consents.reach(fact.consent), fact, "expired")


def found_wrong(board: Board, fact: f.ConsentFoundWrong) -> None:
    """It opens nothing; other consents go on. One that was taken back stays a no."""
    consent = board.consents.reach(fact.consent)
    consent.missing = (*consent.missing, "false")
    _turn(board, consent, fact, "withdrawn" if consent.state == "withdrawn" else "deficient")


def _turn(board: Board, consent: Consent, fact: Fact, state: str) -> None:
    board.consent_turn += 1
    consent.state, consent.turn, consent.changed_at = state, board.consent_turn, fact.at
    if state in ("declined", "withdrawn"):
        consent.closed = consent.turn
    if state != "given":
        board.stop_clock(ClockKind.CONSENT, consent.id)


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.ConsentRecorded: recorded,
    f.ConsentWithdrawn: withdrawn,
    f.ConsentExpired: expired,
    f.ConsentFoundWrong: found_wrong,
}
