"""How incidents and the people met in them are said aloud, “1042” and “1042-1”, and found again by what was typed."""

from alongside.core.board import Board
from alongside.core.state import Episode, Incident

DIGITS = 9


def read_number(text: str) -> int | None:
    """A whole number as people type it, with or without “#”; None where it is none."""
    text = text.strip().lstrip("#")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= DIGITS else None


def find_numbered(board: Board, text: str) -> Incident | None:
    """The incident of the number that was typed."""
    number = read_number(text)
    return next((one for one in board.incidents if one.number == number), None) if number is not None else None


def say_place(board: Board, episode: Episode) -> str:
    """“1042-1”: the first person of incident 1042; "" where the board knows no such place."""
    incident = board.incidents.find(episode.incident)
    return f"{incident.number}-{incident.episodes.index(episode.id) + 1}" if incident and episode.id in incident.episodes else ""
