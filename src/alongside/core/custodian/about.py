"""What a request, a preservation or an erasure is about: a person's record with all its episodes, one incident, or one threat file."""

from alongside.core.asking import Asking
from alongside.core.board import Board
from alongside.core.fact import area_stream, person_stream, threat_stream
from alongside.core.refused import Refused

Owner = tuple[str, str]


def must_exist(asking: Asking, kind: str, id: str) -> None:
    """Refuse what nobody knows."""
    if kind == "person" and id in asking.board.people:
        return
    if kind == "incident" and id in asking.board.incidents:
        return
    if kind == "threat" and id in asking.board.threats:
        return
    raise Refused("about_unknown")


def stream_of(board: Board, kind: str, id: str) -> str:
    """The stream its facts belong to."""
    if kind == "threat":
        return threat_stream(id)
    incident = board.incidents.find(id)
    return area_stream(incident.area) if kind == "incident" and incident else person_stream(id)


def owners_of(board: Board, kind: str, id: str) -> tuple[Owner, ...]:
    """Under whose keys the words are: the record and each of its episodes; the incident and everybody met in it; or the threat file."""
    if kind == "threat":
        return (("person", id),)
    if kind == "person":
        person = board.people.find(id)
        return (("person", id), *(("person", episode) for episode in (person.episodes if person else ())))
    incident = board.incidents.find(id)
    return (("incident", id), *(("person", episode) for episode in (incident.episodes if incident else ())))


def list_incidents(board: Board, kind: str, id: str) -> tuple[str, ...]:
    """The incidents it reaches into."""
    if kind == "incident":
        return (id,)
    person = board.people.find(id)
    episodes = (board.episodes.find(one) for one in (person.episodes if person else ()))
    return tuple(dict.fromkeys(one.incident for one in episodes if one is not None))


def is_about(board: Board, kind: str, id: str, owner: Owner) -> bool:
    """Whether words of this owner belong to it; those of a person's incidents too."""
    return owner in owners_of(board, kind, id) or (owner[0] == "incident" and owner[1] in list_incidents(board, kind, id))
