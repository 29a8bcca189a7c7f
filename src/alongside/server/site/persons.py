"""How pages name a person without a name: the incident's number, and which person of it."""

from hashlib import sha256
from typing import Any

from alongside.core.state import Episode
from alongside.server.site.coded import word
from alongside.server.site.rows import Row, View

LETTERS = "ACDEFGHJKLMNPQRTUVWXY3479"  # none that is mistaken for another when read aloud
HOW = 6


def code_of(id: str) -> str:
    """What is said aloud, or stands on the sheet somebody carries: it finds the packet at the receiver's own page, and opens nothing."""
    number = int.from_bytes(sha256(b"packet\0" + id.encode()).digest()[:8])
    letters = [LETTERS[number // len(LETTERS) ** at % len(LETTERS)] for at in range(HOW)]
    return f"{''.join(letters[:3])}-{''.join(letters[3:])}"


def person_row(view: View, episode: Episode) -> Row:
    """{episode, incident, number, place (1…), of, minor, level, level_word, language, status of responsibility}."""
    incident = view.board.incidents.find(episode.incident)
    people = incident.episodes if incident else (episode.id,)
    level = incident.level if incident else None
    return {
        "episode": episode.id,
        "incident": episode.incident,
        "number": incident.number if incident else 0,
        "place": people.index(episode.id) + 1 if episode.id in people else 1,
        "of": len(people),
        "minor": episode.minor,
        "level": level,
        "level_word": "" if level is None else view.names.label(f"level.{int(level)}", view.language),
        "language": incident.language if incident else "",
        "language_word": word("language", incident.language) if incident and incident.language else "",
        "responsible": view.names.party(view.board, episode.responsible, view.language) if episode.responsible else "",
        "since": episode.since,
        "disposition": episode.disposition,
    }


def list_people(view: View, ids: Any) -> list[Row]:
    """Rows of these episodes, in order; ids nobody bears are left out."""
    return [person_row(view, episode) for id in ids if (episode := view.board.episodes.find(id))]
