"""What is known of one person's way, as far as this reader may know it: facts of the call, of referrals and of cases that are theirs."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from alongside.core.cases.holding import is_theirs
from alongside.core.cases.state import Case
from alongside.core.fact import Fact
from alongside.core.sharing.access import may_see
from alongside.core.sharing.knowing import is_business
from alongside.core.state import Episode
from alongside.ledger.row import Row
from alongside.server.site.kept import facts_of, facts_of_case
from alongside.server.site.looking import Look
from alongside.server.site.record_facts import OF_RECORD

QUIET = frozenset({"SignGiven", "ClockMoved", "Recommended", "PrimaryChosen"})  # too many, and they tell a reader nothing new


class Told(NamedTuple):
    """One fact, and who asked for it."""

    fact: Fact
    by: str


class Story(NamedTuple):
    """In the order of the ledger."""

    told: list[Told]
    referrals: frozenset[str]
    cases: frozenset[str]

    def lines(self) -> Iterator[Told]:
        """What a reader is told in sentences."""
        return (one for one in self.told if one.fact.kind not in QUIET)


def story_of(seen: Look, episode: Episode) -> Story:
    """A referral is there for whom it concerns, a case for who works or oversees it; for everybody else it does not show."""
    referrals, cases = referrals_of(seen, episode), _cases(seen, episode)
    rows = [row for row in facts_of(seen.asking.incident(episode.incident)) if _is_shown(row.fact, episode.id, referrals)]
    rows += [row for case in cases for row in facts_of_case(case)]
    told = [Told(row.fact, row.by) for row in sorted(rows, key=_place)]
    return Story(told, referrals, frozenset(case.id for case in cases))


def _place(row: Row) -> int:
    return row.seq


def _is_shown(fact: Fact, episode: str, referrals: frozenset[str]) -> bool:
    """This person's and the whole need's; of a record only the referrals named. Another person's of the same need are left out."""
    if getattr(fact, "episode", episode) not in (episode, ""):
        return False
    return fact.kind not in OF_RECORD or getattr(fact, "referral", "") in referrals


def referrals_of(seen: Look, episode: Episode) -> frozenset[str]:
    """Those that are the reader's business."""
    if not may_see(seen.actor, "referral"):
        return frozenset()
    return frozenset(id for id in episode.referrals if is_business(seen.asking, "referral", id))


def _cases(seen: Look, episode: Episode) -> list[Case]:
    """Longer work with the same person that did not end before this crisis began."""
    if not may_see(seen.actor, "cases"):
        return []
    return [one for one in cases_of(seen, episode) if one.closed_at is None or one.closed_at > _began(seen, episode)]


def cases_of(seen: Look, episode: Episode) -> Iterable[Case]:
    """Every case of this person that is the reader's business."""
    person = seen.view.board.people.find(episode.person)
    found = (seen.view.board.cases.find(id) for id in (person.cases if person else ()))
    return [one for one in found if one is not None and is_theirs(seen.actor, one)]


def _began(seen: Look, episode: Episode) -> int:
    return seen.asking.incident(episode.incident).taken_at
