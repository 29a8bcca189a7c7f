"""From turns to stretches of time, and from those to one chain: whoever answers for the person, with no minute left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alongside.core.fact import Fact
from alongside.server.way.turns import CASE, PERSON, Holder, turn_of


@dataclass(slots=True)
class Span:
    """Somebody has something from ``since`` until ``until`` (ms UTC, None: still). ``end`` is the code of how it ended for good."""

    lane: str
    about: str
    holder: Holder | None  # None in the chain: nobody need be, and ``ground`` says why
    since: int
    ground: str
    by: str
    until: int | None = None
    end: str = ""

    def is_at(self, moment: int) -> bool:
        """Whether it holds at that moment."""
        return self.since <= moment and (self.until is None or moment < self.until)


def fold(told: Iterable[tuple[Fact, str]]) -> list[Span]:
    """Every stretch, in the order in which they began. A fact that was told late never makes one end before it began."""
    spans: list[Span] = []
    open_now: dict[tuple[str, str], Span] = {}
    for fact, by in told:
        turn = turn_of(fact)
        if turn is None:
            continue
        key = (turn.lane, turn.about)
        before = open_now.pop(key, None)
        at = max(fact.at, before.since) if before else fact.at
        if before:
            before.until, before.end = at, "" if turn.holder else turn.ground
        if turn.holder:
            open_now[key] = span = Span(turn.lane, turn.about, turn.holder, at, turn.ground, by)
            spans.append(span)
    return spans


def chain(spans: Sequence[Span]) -> list[Span]:
    """Who answers for the person, one after another: the crisis first; once it is over, the case. ``holder`` is None where it had ended."""
    links: list[Span] = []
    own = [one for one in spans if one.lane == PERSON]
    for at, one in enumerate(own):
        links.append(one)
        after = own[at + 1].since if at + 1 < len(own) else None
        if one.until is not None and one.until != after:
            links += _between(spans, one, after)
    return links


def _between(spans: Sequence[Span], ended: Span, after: int | None) -> list[Span]:
    """After the end of the crisis, until it was opened again or for good: cases, and where there is none, that it had ended."""
    links: list[Span] = []
    now, why, by = ended.until or 0, ended.end, ended.by
    for case in sorted((one for one in spans if one.lane == CASE), key=lambda one: one.since):
        since = max(case.since, now)
        until = min((one for one in (case.until, after) if one is not None), default=None)
        if (until is not None and until <= now) or (after is not None and since >= after):
            continue
        if since > now:
            links.append(Span(PERSON, ended.about, None, now, why, by, since))
        ground = case.ground if since == case.since else "case_answers"
        links.append(Span(CASE, case.about, case.holder, since, ground, case.by, until, case.end))
        if until is None:
            return links
        now, why = until, case.end or "case_closed"
    if after is None or now < after:
        links.append(Span(PERSON, ended.about, None, now, why, by, after))
    return links


def is_whole(links: Sequence[Span]) -> bool:
    """Whether each link begins where the one before it ended: no minute is left out, none counted twice."""
    return all(before.until == after.since for before, after in zip(links, links[1:], strict=False))
