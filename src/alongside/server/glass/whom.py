"""Whom an emergency access is about, as people say it aloud; looked up by the number of an incident."""

from typing import Any

from django.http import Http404

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


def record_or_episode(board: Board, id: str) -> str:
    """The record, where the person of an episode is known. Raises ``Http404`` for what is neither."""
    episode = board.episodes.find(id)
    if episode is None and id not in board.people:
        raise Http404(id)
    return (episode.person or id) if episode else id
