"""Everything the page shows, as plain values, worked out of the story's facts."""

from typing import Any

from alongside.core.state import Episode
from alongside.server.site.looking import Look
from alongside.server.site.persons import person_row
from alongside.server.site.rows import Row
from alongside.server.way.moment import read_moment
from alongside.server.way.rows import beside_rows, chain_rows, party_kinds, story_rows
from alongside.server.way.spans import Span, chain, fold, is_whole
from alongside.server.way.story import story_of
from alongside.server.way.strip import bars, scale_of, ticks
from alongside.server.way.turns import PERSON
from alongside.server.way.words import how_long, say

LANES = ("place", "follow_up", "referral", "case")


def shown_of(seen: Look, episode: Episode, asked: str) -> Row:
    story, now = story_of(seen, episode), seen.asking.now
    spans = fold(story.told)
    links = chain(spans)
    beside = [one for one in spans if one.lane != PERSON]
    end = now if any(one.until is None and one.holder for one in (*links, *beside)) else max([one.since for one in links], default=now)
    rows = chain_rows(seen.view, links, beside, story.told, now)
    return {
        "person": person_row(seen.view, episode),
        "links": rows,
        "whole": is_whole(links),
        "parties": len({one.holder for one in links if one.holder}),
        "alarms": sum(len(row["alarms"]) for row in rows),
        "from_at": links[0].since if links else now,
        "until_at": end,
        "long": how_long(end - links[0].since) if links else "",
        "beside": beside_rows(seen.view, beside, now),
        "lanes": _lanes(links, beside, end),
        "kinds": party_kinds(),
        "story": story_rows(seen.view, story.lines()),
        **_moment(seen, links, rows, asked),
    }


def _lanes(links: list[Span], beside: list[Span], end: int) -> Row:
    """The strip: rows of bars by lane, and the times below."""
    drawn = [one for one in links if one.holder or one.until is not None]
    if not drawn:
        return {}
    scale = scale_of([*drawn, *beside], end)
    number = {id(one): at for at, one in enumerate(links, 1)}
    groups = [(PERSON, bars(drawn, scale, end)), *((lane, bars([one for one in beside if one.lane == lane], scale, end)) for lane in LANES)]
    rows = [{"word": say("lane", lane), "rows": [[_bar(bar, number) for bar in row] for row in found]} for lane, found in groups if found]
    return {"groups": rows, "ticks": ticks([one.since for one in drawn], scale)}


def _bar(bar: Any, number: dict[int, int]) -> Row:
    span = bar.span
    return {"x": bar.x, "width": bar.width, "kind": span.holder.kind if span.holder else "over", "number": number.get(id(span), "")}


def _moment(seen: Look, links: list[Span], rows: list[Row], asked: str) -> Row:
    """Who was responsible at the minute somebody asked for."""
    if not asked:
        return {"asked": ""}
    moment = read_moment(asked, seen.deployment.profile.area.zone)
    is_future = moment is not None and moment > seen.asking.now
    found = next((row for link, row in zip(links, rows, strict=True) if moment is not None and link.is_at(moment)), None)
    return {"asked": asked, "asked_at": moment, "at_that_time": None if is_future else found, "is_future": is_future}
