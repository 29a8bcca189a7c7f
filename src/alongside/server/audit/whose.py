"""How an owner of words is said aloud: an incident's number, or the numbered person of it."""

from alongside.core.board import Board
from alongside.server.site.numbers import say_place


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
    """An incident of that number, the people met in it and their records; empty where nobody has it."""
    found = next((one for one in board.incidents if str(one.number) == number.strip().lstrip("#")), None)
    if found is None:
        return ()
    people = [one.person for id in found.episodes if (one := board.episodes.find(id)) and one.person]
    return (found.id, *found.episodes, *people)
