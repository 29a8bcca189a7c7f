"""How an owner of words is said aloud: an incident's number, or the numbered person of it."""

from collections.abc import Sequence

from alongside.core.board import Board
from alongside.server.site.numbers import find_numbered, read_number, say_place


def name_owner(board: Board, id: str) -> str:
    """“12”, “12-1”, or the beginning of the id where the board knows nothing of it."""
    if incident := board.incidents.find(id):
        return str(incident.number)
    person = board.people.find(id)
    episode = board.episodes.find(id) or (board.episodes.find(person.episodes[0]) if person and person.episodes else None)
    incident = board.incidents.find(episode.incident) if episode else None
    if episode is None or incident is None:
        return id[:8]
    return say_place(board, episode) or str(incident.number)


def owners_of_number(board: Board, number: str) -> tuple[str, ...]:
    """The incident of a number as it is typed (“1042”, “#01042”), the people met in it and their records; of “1042-1” that person alone.

    Empty where nobody has it.
    """
    said, _, place = number.partition("-")
    found = find_numbered(board, said)
    if found is None:
        return ()
    if not place:
        return (found.id, *found.episodes, *_records(board, found.episodes))
    at = read_number(place)
    episodes = found.episodes[at - 1 : at] if at else ()
    return (*episodes, *_records(board, episodes))


def _records(board: Board, episodes: Sequence[str]) -> list[str]:
    return [one.person for id in episodes if (one := board.episodes.find(id)) and one.person]
