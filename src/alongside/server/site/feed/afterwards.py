"""What is late after the scene: promises to reach somebody, and referrals."""

from collections.abc import Iterator

from alongside.core.late.finding import Late, late_follow_up
from alongside.server.site.feed.one_alarm import alarm, late, open_episodes
from alongside.server.site.rows import Row, View


def follow_up_overdue(view: View, now: int) -> Iterator[Row]:
    """Nobody reached the person in time."""
    for _, episode in open_episodes(view.board):
        for id in episode.follow_ups:
            one = view.board.follow_ups.find(id)
            if one and (found := late_follow_up(one)):
                told: Row = {"party": one.owner} if one.owner else {}
                row = alarm(view, "follow_up_overdue", one.due_at, incident=episode.incident, episode=episode.id, parameters=told)
                yield from late(view, now, "follow_up", one.id, found, row)


def referral_overdue(view: View, now: int) -> Iterator[Row]:
    """Nothing happened in time to somebody who was sent on."""
    for one in view.board.referrals:
        if one.overdue and one.is_open:
            told: Row = {"party": one.owner} if one.owner else {}
            row = alarm(view, "referral_overdue", one.due_at, incident=one.incident, episode=one.episode, parameters=told)
            yield from late(view, now, "referral", one.id, Late(one.due_at, one.due_at), row)
