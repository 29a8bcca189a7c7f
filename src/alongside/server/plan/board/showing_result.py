"""What would change: the result's part of the board's page."""

from typing import Any

from alongside.server.plan.board.answering import show_answer
from alongside.server.plan.board.beside import heading
from alongside.server.plan.board.drawing import draw_spread, draw_weeks, list_places
from alongside.server.plan.board.kept import jobs
from alongside.server.plan.board.place_map import draw_places
from alongside.server.plan.board.question import PLAN, Question
from alongside.server.plan.board.results import list_rows
from alongside.server.plan.board.showing_standing import show_standing
from alongside.twin.whatif.changes import is_same
from alongside.twin.whatif.told import Found


def show_result(asked: Question, mark: str) -> dict[str, Any]:
    """What is known of the difference, how it stands, and what it costs."""
    stands = jobs().standing(asked.job().mark())
    told = {
        "mark": mark,
        "asked": asked,
        "found": stands.found,
        "beside": heading(asked.plan),
        "is_same": is_same(asked.beside, asked.plan),
    }
    return (
        told | show_standing(asked, stands) | show_answer(asked, stands.found) | (show_found(asked, stands.found) if stands.found else {})
    )


def show_found(asked: Question, found: Found) -> dict[str, Any]:
    """Figures and drawings."""
    return {
        "rows": list_rows(found, PLAN),
        "spread": draw_spread(found),
        "weeks": draw_weeks(found),
        "places": list_places(found, asked.world),
        "place_map": draw_places(found, asked.world, heading(asked.plan)),
    }
