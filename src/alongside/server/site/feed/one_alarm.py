"""One alarm as consoles show it, and one that who oversees may take on."""

from collections.abc import Iterator

from alongside.core.board import Board
from alongside.core.late.finding import Late, is_quiet
from alongside.core.party import Party
from alongside.core.state import Episode
from alongside.server.site.rows import Row, View
from alongside.server.site.sentences import say


def alarm(view: View, kind: str, at: int, *, incident: str = "", unit: str = "", episode: str = "", parameters: Row | None = None) -> Row:
    """One alarm with its sentence in the view's language."""
    need = view.board.incidents.find(incident)
    told = {"incident": incident, "unit": unit, "episode": episode, **(parameters or {})}
    return {
        "kind": kind,
        "at": at,
        "incident": incident,
        "number": need.number if need else None,
        "unit": unit,
        "episode": episode,
        "text_code": f"alarm_{kind}",
        "parameters": told,
        "sentence": say(f"alarm_{kind}", told, view.names, view.board, view.language),
    }


def late(view: View, now: int, what: str, about: str, found: Late, row: Row, href: str = "") -> Iterator[Row]:
    """An alarm that who oversees can take on; nothing while somebody sees to it."""
    if not is_quiet(view.board, what, about, found.newest, now):
        yield {**row, "late": what, "about": about, "href": href}


def open_episodes(board: Board) -> Iterator[tuple[Party, Episode]]:
    """Everybody somebody is responsible for, by party."""
    for party, ids in board.charges.items():
        for id in ids:
            if episode := board.episodes.find(id):
                yield party, episode
