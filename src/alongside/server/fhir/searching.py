"""``Task?owner=…&status=…&_lastUpdated=…``: an organization's own tasks, the longest unchanged first, page by page."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from alongside.core.board import Board
from alongside.core.referral.state import Ask
from alongside.server.fhir.outcome import Resource, Unfit
from alongside.server.fhir.task import task_of
from alongside.server.fhir.times import stretch

USUAL, MOST = 50, 200
STATUSES = frozenset({"requested", "accepted", "rejected", "on-hold", "in-progress", "completed", "failed", "cancelled"})
BAD_COUNT = "“_count” must be a whole number from 0 to {most}."
BAD_STATUS = "“status” must be of: {allowed}."
PREFIXES: Mapping[str, Callable[[int, tuple[int, int]], bool]] = {
    "eq": lambda at, span: span[0] <= at < span[1],
    "ne": lambda at, span: not span[0] <= at < span[1],
    "ge": lambda at, span: at >= span[0],
    "gt": lambda at, span: at >= span[1],
    "lt": lambda at, span: at < span[0],
    "le": lambda at, span: at < span[1],
}
Query = Mapping[str, Sequence[str]]


class Found(NamedTuple):
    """One page: the tasks, how many fit at all, what the page was asked with, where the next begins ("" on the last)."""

    asks: list[Ask]
    total: int
    used: list[tuple[str, str]]
    after: str


def search(board: Board, partner: str, query: Query) -> Found:
    """Raises ``Unfit`` for values that cannot be read; names nobody knows are left aside and not repeated."""
    fits, used = _conditions(partner, query)
    count = _count(query)
    mine = sorted((one for one in board.asks if one.partner == partner and all(fit(one) for fit in fits)), key=_place)
    after = query.get("_after", [""])[0]
    rest = [one for one in mine if not after or _place(one) > _read_place(after)]
    page = rest[:count]
    used += [("_count", str(count))] if "_count" in query else []
    return Found(page, len(mine), used, _tell_place(page[-1]) if page and len(rest) > count else "")


def _place(one: Ask) -> tuple[int, str]:
    return one.changed_at, one.id


def _tell_place(one: Ask) -> str:
    return f"{one.changed_at}.{one.id}"


def _read_place(said: str) -> tuple[int, str]:
    at, _, id = said.partition(".")
    if not at.isascii() or not at.isdigit() or len(at) > 15:
        raise Unfit(400, "invalid", "This page does not exist. Begin the search again.")
    return int(at), id


def _count(query: Query) -> int:
    said = query.get("_count", [str(USUAL)])[0]
    if not said.isascii() or not said.isdigit() or len(said) > 6:
        raise Unfit(400, "invalid", BAD_COUNT.format(most=MOST))
    return min(int(said), MOST)


def _conditions(partner: str, query: Query) -> tuple[list[Callable[[Ask], bool]], list[tuple[str, str]]]:
    """Every value of a name must fit; of values parted by commas, one."""
    fits: list[Callable[[Ask], bool]] = []
    used = [(name, value) for name in ("owner", "status", "_lastUpdated", "_id") for value in query.get(name, ())]
    for name, value in used:
        one = _condition(partner, name, value.split(","))
        fits.append(one)
    return fits, used


def _condition(partner: str, name: str, values: Sequence[str]) -> Callable[[Ask], bool]:
    if name == "_id":
        return lambda ask: ask.id in values
    if name == "owner":
        own = {partner, f"Organization/{partner}"}
        return lambda ask: any(value.rpartition("|")[2] in own for value in values)
    if name == "status":
        wanted = {value.rpartition("|")[2] for value in values}
        if not wanted <= STATUSES:
            raise Unfit(400, "invalid", BAD_STATUS.format(allowed=", ".join(sorted(STATUSES))))
        return lambda ask: ask.status.value.replace("_", "-") in wanted
    spans = [_span(value) for value in values]
    return lambda ask: any(holds(ask.changed_at, span) for holds, span in spans)


def _span(value: str) -> tuple[Callable[[int, tuple[int, int]], bool], tuple[int, int]]:
    prefix = value[:2] if value[:2] in PREFIXES else ""
    return PREFIXES[prefix or "eq"], stretch(value.removeprefix(prefix).replace(" ", "+"))


def bundle(board: Board, found: Found, base: str, now: int) -> Resource:
    """A searchset; its entries say that they are parts: who for stands in no list."""
    here = f"{base}/Task?{urlencode(found.used)}"
    links = [{"relation": "self", "url": here}]
    if found.after:
        links.append({"relation": "next", "url": f"{base}/Task?{urlencode([*found.used, ('_after', found.after)])}"})
    entries = [
        {"fullUrl": f"{base}/Task/{one.id}", "resource": task_of(board, one, now), "search": {"mode": "match"}} for one in found.asks
    ]
    return {"resourceType": "Bundle", "type": "searchset", "total": found.total, "link": links, **({"entry": entries} if entries else {})}
