"""What was promised to one person, how it stands, and what they permit."""

from alongside.core.sharing.ties import is_contact_prohibited
from alongside.core.state import Episode
from alongside.server.follow_up.today import OPEN, follow_up_line, permissions
from alongside.server.site.coded import word
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row


def may_follow(episode: Episode) -> bool:
    """Only people to whom a promise was made, or with whom the follow-up desk has to do now, have a page here."""
    return bool(episode.follow_ups) or (episode.responsible is not None and episode.responsible.kind == "position")


def promises_to(seen: Look, episode: Episode) -> Row:
    """Lines of those that are open, those that are settled, and how the episode came to its end."""
    promises = [one for id in episode.follow_ups if (one := seen.view.board.follow_ups.find(id))]
    return {
        "ended": word("end", episode.ended) if episode.ended else "",
        "disposition_word": word("disposition", episode.disposition) if episode.disposition else "",
        "details": [word("detail", code) for code in episode.details],
        "permissions": permissions(episode),
        "voicemail": "voicemail" in episode.consents,
        "prohibited": bool(episode.person) and is_contact_prohibited(seen.view.board, episode.person),
        "lines": [line for one in promises if one.status in OPEN and (line := follow_up_line(seen.view, seen.asking, one))],
        "settled": [
            {"outcome": word("outcome" if one.status == "kept" else "closed", one.outcome), "attempts": one.attempts, "due_at": one.due_at}
            for one in promises
            if one.status not in OPEN
        ],
        "may_end": episode.responsible is not None and not any(one.status in OPEN for one in promises),
    }
