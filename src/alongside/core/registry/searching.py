"""A look into the registry for one need: who fits, who it is, and back again. Nothing waits for it."""

from alongside.core.asking import Asking
from alongside.core.fact import Fact, area_stream
from alongside.core.refused import Refused, must_be_in
from alongside.core.registry import facts as f
from alongside.core.registry import requests as r
from alongside.core.registry.codes import MOST_FOUND, SEARCHED, UNMATCHED
from alongside.core.registry.state import Search


def search_registry(asking: Asking, request: r.SearchRegistry) -> tuple[Fact, ...]:
    """Whom it brought up. Nobody is brought up whose enrollment is over."""
    incident = asking.open_incident(request.incident)
    must_be_in(request.why, "why", SEARCHED)
    enrolled = asking.board.enrollments
    holding = [(id, why) for id, why in request.found if (one := enrolled.find(id)) and one.holds(asking.now)]
    found = tuple(holding[:MOST_FOUND])
    return (f.RegistrySearched(area_stream(incident.area), asking.at, incident.id, request.why, found, request.words),)


def match_search(asking: Asking, request: r.MatchSearch) -> tuple[Fact, ...]:
    """Only somebody the search brought up."""
    incident, search = asking.open_incident(request.incident), _find_search(asking, request.incident)
    if search.matched:
        raise Refused("search_matched", incident=incident.id)
    if not search.shows(request.person):
        raise Refused("not_brought_up", incident=incident.id)
    return (f.SearchMatched(area_stream(incident.area), asking.at, incident.id, request.person),)


def undo_match(asking: Asking, request: r.UndoMatch) -> tuple[Fact, ...]:
    """Whoever fits is shown again."""
    incident, search = asking.open_incident(request.incident), _find_search(asking, request.incident)
    must_be_in(request.reason, "reason", UNMATCHED)
    if not search.matched:
        raise Refused("search_not_matched", incident=incident.id)
    return (f.MatchUndone(area_stream(incident.area), asking.at, incident.id, search.matched, request.reason),)


def _find_search(asking: Asking, incident: str) -> Search:
    found = asking.board.searches.find(incident)
    if found is None:
        raise Refused("not_searched", incident=incident)
    return found
