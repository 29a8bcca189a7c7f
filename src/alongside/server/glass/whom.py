"""Whom an emergency access is about, as people say it aloud; looked up by the number of an incident."""

from typing import Any

from alongside.core.board import Board
from alongside.server.site.numbers import find_numbered, say_place


def name_of(board: Board, about: str) -> str:
    """1042-1: the first person of incident 1042; a record by its first episode that is known."""
    person = board.people.find(about)
    episodes = (board.episodes.find(id) for id in (person.episodes if person else (about,)))
    return next((told for one in episodes if one and (told := say_place(board, one))), "?")


def find_people(board: Board, number: str) -> list[dict[str, Any]]:
    """[{about, name}] of the persons of the incident of that number; none where there is none."""
    incident = find_numbered(board, number.strip().lstrip("#").split("-")[0])
    return [{"about": id, "name": f"{incident.number}-{at}"} for at, id in enumerate(incident.episodes, 1)] if incident else []
