"""A follow-up respects what the person allowed: a message is left only where they said so."""

from alongside.core.codes import AttemptOutcome, Disposition, FollowUpStatus
from alongside.core.field import requests as f
from alongside.core.follow_up import requests as u
from tests.core.story import Story


def story_with_promise() -> Story:
    """One person, resolved on scene by phone, whose promise the follow-up desk took on."""
    told = Story().staff()
    told.call("i1")
    told.when(f.RecordDisposition, "desk-calls", episode="i1-p1", disposition=Disposition.RESOLVED_ON_SCENE, follow_ups=("f1",))
    told.when(u.TakeFollowUp, "desk-follow-up", episode="i1-p1", position="desk-follow-up")
    return told


def test_01_no_message_is_left_until_the_person_has_allowed_it() -> None:
    story = story_with_promise()
    tried = {"follow_up": "f1", "outcome": AttemptOutcome.LEFT_MESSAGE}
    assert story.refused(u.AttemptFollowUp, "desk-follow-up", **tried) == "voicemail_not_permitted"
    story.when(f.SetPermission, "desk-calls", episode="i1-p1", permits=("contact",))
    assert story.refused(u.AttemptFollowUp, "desk-follow-up", **tried) == "voicemail_not_permitted"
    story.when(f.SetPermission, "desk-calls", episode="i1-p1", permits=("contact", "voicemail"))
    story.when(u.AttemptFollowUp, "desk-follow-up", **tried)
    promise = story.board.follow_ups.reach("f1")
    assert (promise.status, promise.outcome, promise.attempts) == (FollowUpStatus.TAKEN, "left_message", 1)


def test_02_who_does_not_want_to_be_reached_is_not_tried() -> None:
    story = story_with_promise()
    story.when(f.SetPermission, "desk-calls", episode="i1-p1", permits=("voicemail",))
    tried = {"follow_up": "f1", "outcome": AttemptOutcome.LEFT_MESSAGE}
    assert story.refused(u.AttemptFollowUp, "desk-follow-up", **tried) == "contact_not_permitted"
