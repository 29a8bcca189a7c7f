"""A request for records as a line of a list, and on top of its own page."""

from typing import Any

from alongside.core.board import Board
from alongside.core.custodian.state import Release
from alongside.server.custodian.whom import number_of
from alongside.server.site.coded import word


def release_row(board: Board, one: Release, now: int) -> dict[str, Any]:
    """One request as a line: kind, about whom, state, times, who."""
    how, shown, left_out, digest = one.handed_out or ("", 0, 0, "")
    return {
        "id": one.id,
        "asked": word("records_kind", one.asked),
        "about": number_of(board, one.about_kind, one.about),
        "state": word("records_state", one.state),
        "at": one.at,
        "due_at": one.due_at,
        "is_late": one.is_open and one.due_at <= now,
        "is_open": one.is_open,
        "is_signed": one.state == "signed",
        "by": one.author,
        "covers": [word("mark", mark) for mark in one.covers],
        "how": word("records_how", how) if how else "",
        "shown": shown,
        "left_out": left_out,
        "digest": digest,
    }
