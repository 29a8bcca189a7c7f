"""What facts of a person's record do to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.fact import Fact
from alongside.core.linkage import apply as linkage
from alongside.core.person import facts as f


def recorded(board: Board, fact: f.PersonRecorded) -> None:
    """A record nobody is in yet."""
    person = board.people.reach(fact.person)
    person.recorded_at, person.author, person.agency = fact.at, fact.author, fact.agency


def identified(board: Board, fact: f.PersonIdentified) -> None:
    """The episode knows its person; an earlier answer is replaced."""
    episode, person = board.episodes.reach(fact.episode), board.people.reach(fact.person)
    if episode.person and episode.person != fact.person:
        _leave(board, episode.person, fact.episode)
    episode.person = fact.person
    if fact.episode not in person.episodes:
        person.episodes += (fact.episode,)


def undone(board: Board, fact: f.IdentificationUndone) -> None:
    """The episode is about nobody known again; what it brought into the record was about somebody else."""
    _leave(board, fact.person, fact.episode)
    episode = board.episodes.reach(fact.episode)
    if episode.person == fact.person:
        episode.person = ""
    for id in board.people.reach(fact.person).items:
        item = board.items.reach(id)
        if item.episode == fact.episode:
            item.state, item.reason = "mistaken", fact.reason


def _leave(board: Board, person: str, episode: str) -> None:
    left = board.people.reach(person)
    left.episodes = tuple(one for one in left.episodes if one != episode)


def written(board: Board, fact: f.ItemWritten) -> None:
    """One more item; one that it puts right says so."""
    item, person = board.items.reach(fact.item), board.people.reach(fact.person)
    item.person, item.episode, item.field, item.at = fact.person, fact.episode, fact.field, fact.at
    item.author, item.agency, item.source = fact.author, fact.agency, fact.source
    item.marks, item.review_at, item.amends, item.words = frozenset(fact.marks), fact.review_at, fact.amends, fact.words
    if fact.item not in person.items:
        person.items += (fact.item,)
    if fact.amends:
        old = board.items.reach(fact.amends)
        old.state, old.amended_by = old.state or "amended", fact.item


def reviewed(board: Board, fact: f.ItemReviewed) -> None:
    """A new date to look at it, counted from today."""
    item = board.items.reach(fact.item)
    item.at, item.review_at = fact.at, fact.review_at


def withdrawn(board: Board, fact: f.ItemWithdrawn) -> None:
    """It holds no more."""
    item = board.items.reach(fact.item)
    item.state, item.reason = "withdrawn", fact.reason


def age_known(board: Board, fact: f.AgeKnown) -> None:
    """The band, and until when it is certain."""
    person = board.people.reach(fact.person)
    person.age, person.age_until = fact.band, fact.until


def treatment_begun(board: Board, fact: f.TreatmentBegun) -> None:
    """The organization treats."""
    board.people.reach(fact.person).treated_by[fact.agency] = fact.part2


def treatment_ended(board: Board, fact: f.TreatmentEnded) -> None:
    """It treats no more."""
    board.people.reach(fact.person).treated_by.pop(fact.agency, None)


def minor_consented(board: Board, fact: f.MinorConsentRecorded) -> None:
    """The latest says what was done about the parents."""
    board.people.reach(fact.person).minor_consent = (fact.at, fact.author, fact.guardians, fact.attempts)


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.PersonRecorded: recorded,
    f.PersonIdentified: identified,
    f.IdentificationUndone: undone,
    f.ItemWritten: written,
    f.ItemReviewed: reviewed,
    f.ItemWithdrawn: withdrawn,
    f.AgeKnown: age_known,
    f.TreatmentBegun: treatment_begun,
    f.TreatmentEnded: treatment_ended,
    f.MinorConsentRecorded: minor_consented,
    **linkage.APPLY,
}
