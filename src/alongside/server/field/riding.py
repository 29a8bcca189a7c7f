"""How the person gets there, as the crew works with it: by whom, handed to which crew, searched, restrained."""

from alongside.core.asking import Asking
from alongside.core.codes import OfferStatus
from alongside.core.life import ASSIGNMENT_ENDS
from alongside.core.state import Assignment, Episode
from alongside.core.transport.means import means_of
from alongside.server.site.coded import choices
from alongside.server.site.rides import rides_of
from alongside.server.site.rows import Row, View


def riding_of(view: View, asking: Asking, assignment: Assignment, episode: Episode) -> Row:
    """What stands, and what can be pressed. The crew's own means needs no asking: it leaves."""
    mine = means_of(asking.unit(assignment.unit))
    return {
        **rides_of(view.board, view.names, episode),
        "means_choices": [one for one in choices("means") if one["code"] != mine and (one["code"] != "own_means" or episode.reservation)],
        "search_choices": choices("search"),
        "restraint_choices": choices("restraint"),
        "positions": choices("position"),
        "crews_here": _crews_here(view, asking, assignment, episode),
        "offered": _offered(view, episode, assignment.unit),
    }


def _crews_here(view: View, asking: Asking, assignment: Assignment, episode: Episode) -> list[Row]:
    """Other crews sent to this need: the person can be offered to them. They take over at the scene."""
    if episode.offer.status is not OfferStatus.NONE:
        return []
    sent = (asking.assignment(id) for id in asking.incident(assignment.incident).assignments)
    others = [one.unit for one in sent if one.unit != assignment.unit and one.status not in ASSIGNMENT_ENDS]
    crews = asking.rules.program.crews
    drives = [unit for unit in others if not ((kind := crews.get(asking.unit(unit).acts_as)) and kind.remote)]
    return [{"unit": unit, "word": view.names.unit(view.board, unit)} for unit in drives]


def _offered(view: View, episode: Episode, mine: str) -> Row | None:
    """Offered by this crew to another: until they have taken over, the person is with this crew."""
    to = episode.offer.to
    if to is None or to.id == mine or episode.offer.status is OfferStatus.NONE:
        return None
    return {"to": view.names.party(view.board, to, view.language), "status": episode.offer.status.value}
