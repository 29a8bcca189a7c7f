"""About whom: looked up by the number of an incident; nobody types an id. A record is reached through an incident of the person."""

from typing import Any

from alongside.core.board import Board
from alongside.server.site.coded import word

DIGITS = 9


def find_asked(board: Board, number: str) -> dict[str, Any]:
    """{number, found, abouts: [{kind, id, words}]}: the incident of that number, and the records of people met in it."""
    number = number.strip().lstrip("#")
    known = number.isascii() and number.isdigit() and len(number) <= DIGITS
    incident = next((one for one in board.incidents if one.number == int(number)), None) if known else None
    if incident is None:
        return {"number": number, "found": None, "abouts": []}
    people = [one for id in incident.episodes if (one := board.episodes.find(id)) and one.person]
    abouts = [
        {"kind": "incident", "id": incident.id, "word": f"{word('about', 'incident')} {incident.number}"},
        *(
            {
                "kind": "person",
                "id": one.person,
                "word": f"{word('about', 'person')} {incident.number}-{incident.episodes.index(one.id) + 1}",
            }
            for one in people
        ),
    ]
    return {"number": number, "found": {"number": incident.number, "at": incident.taken_at}, "abouts": abouts}


def number_of(board: Board, kind: str, id: str) -> str:
    """How people say it aloud: the incident's number, or a person as the numbered one of their first incident."""
    if kind == "incident":
        incident = board.incidents.find(id)
        return str(incident.number) if incident else "?"
    person = board.people.find(id)
    for episode in (board.episodes.find(one) for one in (person.episodes if person else ())):
        incident = board.incidents.find(episode.incident) if episode else None
        if incident and episode:
            return (
                f"{incident.number}-{incident.episodes.index(episode.id) + 1}" if episode.id in incident.episodes else str(incident.number)
            )
    return "?"
