"""What has been kept long enough, by schedule, and what cannot be counted yet."""

from typing import Any

from alongside.core.board import Board
from alongside.core.custodian.erasing import list_needs
from alongside.core.custodian.keeping import kept_until
from alongside.core.rules import Rules
from alongside.server.custodian.whom import number_of

MOST = 200


def list_due(board: Board, rules: Rules, now: int) -> list[dict[str, Any]]:
    """[{kind, id, about, until, since, data_class, stands}] of what may go, the oldest first; at most 200 at a time."""
    gone = {(one.about_kind, one.about) for one in board.erasures if one.state in ("proposed", "signed", "done")}
    shelves = (("incident", board.incidents), ("person", board.people), ("threat", board.threats))
    abouts = [(kind, str(one.id)) for kind, shelf in shelves for one in shelf]
    found = []
    for kind, id in abouts:
        kept = kept_until(board, rules.custodian, rules.writing, kind, id) if (kind, id) not in gone else None
        if kept is not None and kept.until is not None and kept.until <= now:
            stands = list_needs(board, kind, id)
            told = {"kind": kind, "id": id, "about": number_of(board, kind, id), "until": kept.until, "since": kept.since}
            found.append({**told, "data_class": kept.data_class, "stands": stands})
    return sorted(found, key=lambda one: one["until"])[:MOST]
