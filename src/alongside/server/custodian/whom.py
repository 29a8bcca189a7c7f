"""About whom: looked up by the number of an incident, or the reference its team names of a threat file; nobody types an id.

A record is reached through an incident of the person. A threat file is not: who answers for records learns of one by who asks for it.
"""

from typing import Any

from alongside.core.board import Board
from alongside.core.threat.finding import reference_of
from alongside.server.site.coded import word
from alongside.server.site.numbers import find_numbered, say_place


def find_asked(board: Board, number: str) -> dict[str, Any]:
    """{number, found, abouts: [{kind, id, words}]}: the incident of that number, and the records of people met in it."""
    number = number.strip().lstrip("#")
    if files := [one for one in board.threats if reference_of(one.id) == number.upper()]:
        abouts = [{"kind": "threat", "id": one.id, "word": f"{word('about', 'threat')} {number.upper()}"} for one in files]
        return {"number": number, "found": {"number": number.upper(), "at": files[0].opened_at, "is_file": True}, "abouts": abouts}
    incident = find_numbered(board, number)
    if incident is None:
        return {"number": number, "found": None, "abouts": []}
    people = [one for id in incident.episodes if (one := board.episodes.find(id)) and one.person]
    abouts = [
        {"kind": "incident", "id": incident.id, "word": f"{word('about', 'incident')} {incident.number}"},
        *(
            {
                "kind": "person",
                "id": one.person,
                "word": f"{word('about', 'person')} {say_place(board, one)}",
            }
            for one in people
        ),
    ]
    return {"number": number, "found": {"number": incident.number, "at": incident.taken_at, "is_file": False}, "abouts": abouts}


def number_of(board: Board, kind: str, id: str) -> str:
    """How people say it aloud: the incident's number, or a person as the numbered one of their first incident."""
    if kind == "threat":
        return reference_of(id)
    if kind == "incident":
        incident = board.incidents.find(id)
        return str(incident.number) if incident else "?"
    person = board.people.find(id)
    for episode in (board.episodes.find(one) for one in (person.episodes if person else ())):
        incident = board.incidents.find(episode.incident) if episode else None
        if incident and episode:
            return say_place(board, episode) or str(incident.number)
    return "?"
