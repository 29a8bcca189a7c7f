"""What facts of responsibility do to the board. The only place an episode's responsible party changes."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.codes import Basis, ClockKind, OfferStatus
from alongside.core.fact import Fact
from alongside.core.party import Party
from alongside.core.promise import facts as f
from alongside.core.promise.by_phone import said_in
from alongside.core.state import Episode, Offer


def _in_charge(board: Board, episode: Episode, party: Party, at: int, basis: Basis, speak_by: int) -> None:
    board.charge(episode, party)
    episode.since, episode.basis = at, basis
    episode.offer = Offer()
    board.stop_clock(ClockKind.OFFER, episode.id)
    _heard(board, episode, at, speak_by)


def _heard(board: Board, episode: Episode, at: int, speak_by: int) -> None:
    episode.last_sign_at, episode.silent_since = max(episode.last_sign_at, at), None
    board.set_clock(ClockKind.SILENCE, episode.id, speak_by)


def opened(board: Board, fact: f.EpisodeOpened) -> None:
    """A person appears on the board with somebody responsible."""
    episode = board.episodes.reach(fact.episode)
    episode.incident, episode.minor = fact.incident, fact.minor
    incident = board.incidents.reach(fact.incident)
    if fact.episode not in incident.episodes:
        incident.episodes += (fact.episode,)
    _in_charge(board, episode, fact.responsible, fact.at, Basis.FIRST_RING, fact.speak_by)


def taken(board: Board, fact: f.ResponsibilityTaken) -> None:
    """The receiver is responsible now; who had the person before is remembered."""
    board.episodes.reach(fact.episode).handed_by = fact.taken_from
    _in_charge(board, board.episodes.reach(fact.episode), fact.taken_by, fact.at, fact.basis, fact.speak_by)


def offered(board: Board, fact: f.TransferOffered) -> None:
    """An offer is open and must be answered."""
    board.episodes.reach(fact.episode).offer = Offer(OfferStatus.OFFERED, fact.to, fact.at)
    board.set_clock(ClockKind.OFFER, fact.episode, fact.answer_by)


def accepted(board: Board, fact: f.TransferAccepted) -> None:
    """Agreed; nothing has moved and the offer's clock runs on."""
    episode = board.episodes.reach(fact.episode)
    said = said_in(fact.words, episode.offer.said)
    episode.offer = Offer(OfferStatus.ACCEPTED, fact.to, fact.at, fact.by_phone, fact.read_back, said)


def closed_offer(board: Board, fact: f.TransferDeclined | f.TransferWithdrawn) -> None:
    """No offer is open any more."""
    board.episodes.reach(fact.episode).offer = Offer()
    board.stop_clock(ClockKind.OFFER, fact.episode)


def dropped(board: Board, fact: f.TransferDropped) -> None:
    """The line was lost; the offering side must call back in time."""
    board.episodes.reach(fact.episode).offer = Offer(OfferStatus.DROPPED, fact.to, fact.at)
    board.set_clock(ClockKind.OFFER, fact.episode, fact.call_back_by)


def called_back(board: Board, fact: f.CalledBack) -> None:
    """The offer stands again, or waits for another try."""
    episode = board.episodes.reach(fact.episode)
    status = OfferStatus.OFFERED if fact.reached else OfferStatus.DROPPED
    episode.offer = Offer(status, episode.offer.to, fact.at)
    board.set_clock(ClockKind.OFFER, fact.episode, fact.answer_by)


def unanswered(board: Board, fact: f.TransferUnanswered) -> None:
    """The alarm was raised; the offer itself stands until somebody acts."""
    board.stop_clock(ClockKind.OFFER, fact.episode)


def silent(board: Board, fact: f.ResponsibleSilent) -> None:
    """The alarm stands until a sign is given."""
    board.episodes.reach(fact.episode).silent_since = fact.silent_since
    board.set_clock(ClockKind.SILENCE, fact.episode, fact.ask_again_at)


def signed(board: Board, fact: f.SignGiven) -> None:
    """The responsible party was heard."""
    _heard(board, board.episodes.reach(fact.episode), fact.at, fact.speak_by)


def ended(board: Board, fact: f.EpisodeEnded) -> None:
    """Nobody is responsible any more."""
    episode = board.episodes.reach(fact.episode)
    board.charge(episode, None)
    episode.ended, episode.ended_at, episode.silent_since = fact.reason, fact.at, None
    episode.offer = Offer()
    for clock in (ClockKind.SILENCE, ClockKind.OFFER):
        board.stop_clock(clock, fact.episode)


def reopened(board: Board, fact: f.EpisodeReopened) -> None:
    """The episode goes on, and what comes of it is open again."""
    episode = board.episodes.reach(fact.episode)
    episode.disposition, episode.disposition_at, episode.details = None, None, ()
    episode.ended, episode.ended_at, episode.adopted_by = None, None, ""
    _in_charge(board, episode, fact.responsible, fact.at, fact.basis, fact.speak_by)


def moved(board: Board, fact: f.ClockMoved) -> None:
    """A timer starts again."""
    board.set_clock(fact.clock, fact.subject, fact.due)


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.EpisodeOpened: opened,
    f.ResponsibilityTaken: taken,
    f.TransferOffered: offered,
    f.TransferAccepted: accepted,
    f.TransferDeclined: closed_offer,
    f.TransferWithdrawn: closed_offer,
    f.TransferDropped: dropped,
    f.CalledBack: called_back,
    f.TransferUnanswered: unanswered,
    f.ResponsibleSilent: silent,
    f.SignGiven: signed,
    f.EpisodeEnded: ended,
    f.EpisodeReopened: reopened,
    f.ClockMoved: moved,
}
