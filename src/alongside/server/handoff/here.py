"""Who is at a place, as its page shows them: since when, released or not, and whether somebody signed at the door."""

from alongside.core.state import Episode
from alongside.server.site.coded import word
from alongside.server.site.persons import person_row
from alongside.server.site.rides import rides_of
from alongside.server.site.rows import Row, View
from alongside.server.site.signatures import signed_row, signing_form


def here_row(view: View, episode: Episode, facility: str, released: tuple[int, str] | None) -> Row:
    """One card."""
    return {
        **person_row(view, episode),
        "signed": signed_row(episode.signed) if episode.signed.is_under(facility, episode.handed_at) else None,
        "signing": signing_form(episode),
        "released_at": released[0] if released else None,
        "released_to": word("released_to", released[1]) if released else "",
        "ride": rides_of(view.board, view.names, episode),
        "follow_up": any((one := view.board.follow_ups.find(id)) and one.status in ("due", "taken") for id in episode.follow_ups),
        "permits": [word("permission", code) for code in episode.consents],
    }
