"""Whom an emergency access is about, as people say it aloud; looked up by the number of an incident."""

from typing import Any

from alongside.core.board import Board
from alongside.core.state import Episode

DIGITS = 9


def name_of(board: Board, about: str) -> str:
    """1042-1: the first person of incident 1042; a record by its first episode that is known."""
    person = board.people.find(about)
    episodes = (board.episodes.find(id) for id in (person.episodes if person else (about,)))
    return next((told for one in episodes if one and (told := _place_of(board, one))), "?")


def _place_of(board: Board, episode: Episode) -> str:
    incident = board.incidents.find(episode.incident)
    return f"{incident.number}-{incident.episodes.index(episode.id) + 1}" if incident and episode.id in incident.episodes else ""


def find_people(board: Board, number: str) -> list[dict[str, Any]]:
    """[{about, name}] of the persons of the incident of that number; none where there is none."""
    number = number.strip().lstrip("#").split("-")[0]
    if not (number.isascii() and number.isdigit() and len(number) <= DIGITS):
        return []
    incident = next((one for one in board.incidents if one.number == int(number)), None)
    return [{"about": id, "name": f"{incident.number}-{at}"} for at, id in enumerate(incident.episodes, 1)] if incident else []
