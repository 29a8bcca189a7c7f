"""The episodes of a record: on the strength of which this reader writes, and which can be undone where it was somebody else."""

from alongside.core.person.state import Person
from alongside.core.sharing.access import may_ask
from alongside.core.sharing.ties import standing_of
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row


def list_undoable(seen: Look, person: Person) -> list[Row]:
    """{episode, number, at} for who may say that it was somebody else; nothing for everybody else."""
    if not may_ask(seen.actor, "UndoIdentification"):
        return []
    board = seen.view.board
    found = [one for id in person.episodes if (one := board.episodes.find(id))]
    numbers = {one.id: incident.number for one in found if (incident := board.incidents.find(one.incident))}
    return [{"episode": one.id, "number": numbers.get(one.id, 0), "at": one.since} for one in found]


def find_writing(seen: Look, person: Person) -> str:
    """On the strength of which episode this reader writes: the latest open one that ties them; undoing it undoes what was written."""
    board = seen.view.board
    open_ones = (id for id in reversed(person.episodes) if (one := board.episodes.find(id)) and one.ended is None)
    return next((id for id in open_ones if standing_of(board, seen.actor, "person", id).ties), "")
