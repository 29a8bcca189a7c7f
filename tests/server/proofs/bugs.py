"""Faults that two worlds must tell apart: each is planted in the server (module, name, what stands there instead)."""

from typing import Any

Planted = tuple[tuple[str, str, Any], ...]


def _yes(*_: object, **__: object) -> bool:
    return True


def _count(board: Any, area: str, incident: str, at: int) -> int:
    return len(board.incidents) + 1


def _unsorted(make: Any, view: Any, ids: Any) -> dict[str, Any]:
    return {id: make(view, id) for id in ids}


BUGS: dict[str, Planted] = {
    "numbers count": (("core.intake.taking", "find_number", _count),),
    "any incident opens": (("server.site.seen", "may_know", lambda board, actor, incident: incident in board.incidents),),
    "any story of follow-up opens": (("server.site.seen", "is_business", _yes),),
    "every promise is listed": (("server.follow_up.today", "is_business", _yes),),
    "words of any incident": (("server.site.thin.wanted", "may_know", lambda board, actor, incident: incident in board.incidents),),
    "frames tell of any incident": (("server.site.feed.frames", "concerns", lambda board, incident, seat: incident in board.incidents),),
    "rows in the order of a set": (("server.site.feed.frames", "rows_of", _unsorted),),
    "a refusal says what exists": (("core.sharing.seats", "knows", _yes),),
    "answers count facts": (("server.site.asking.answer", "sees_whole", _yes),),
    "health counts facts": (("server.site.pages", "allows", _yes),),
    "every place hears": (("server.site.feed.frames", "units_with", lambda board, seat: {unit.id for unit in board.units}),),
}
