"""Undo takes back what was done, and nothing more: another time planned gives way to the earlier one, a first one brings the call back."""

from alongside.core.codes import ClockKind
from alongside.core.intake import requests as i
from alongside.server.site.asking.undo import undo_of
from tests.core.story import Story, actor
from tests.core.town import HOUR


def plan(story: Story, until: int, id: str) -> dict[str, object] | None:
    """Keep the call for then; what undoes it."""
    asked = i.KeepForLater(id=id, by=actor("desk-dispatch"), incident="i1", until=until, reason="appointment")
    story.ask(asked)
    return undo_of(asked, story.board)


def test_undoing_another_time_restores_the_earlier_and_undoing_the_first_brings_the_call_back() -> None:
    story = Story().staff()
    story.call("i1")
    first = story.now + 2 * HOUR
    assert (plan(story, first, "once") or {})["kind"] == "ReopenIncident"
    back = plan(story, first + HOUR, "again")
    assert back == {"kind": "KeepForLater", "incident": "i1", "until": first, "reason": "undone"}
    plan(story, first, "undo")
    assert story.board.clocks[(ClockKind.SCHEDULE, "i1")] == first
    assert story.wait(2 * HOUR - 1) == []
