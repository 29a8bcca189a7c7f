"""The way to a place as rows: by whom, with which times; searches, restraints, and what does not agree."""

from alongside.core.board import Board
from alongside.core.state import Episode
from alongside.core.transport.kept import Restraint, Ride
from alongside.core.transport.restraining import list_discrepancies
from alongside.server.site.coded import word
from alongside.server.site.names import Names
from alongside.server.site.rows import Row

STEPS = ("asked_at", "assigned_at", "left_at", "arrived_at", "handed_at")


def rides_of(board: Board, names: Names, episode: Episode) -> Row:
    """Everything of one person's ways: the open ride, those before, searches, restraints, discrepancies."""
    rides = [ride for id in episode.rides if (ride := board.rides.find(id))]
    restraints = [one for id in episode.restraints if (one := board.restraints.find(id))]
    done = episode.searched
    return {
        "rides": [_ride(board, names, one) for one in rides],
        "open": next((one.id for one in rides if not one.ended), ""),
        "alone": any(one.left_at is not None and not one.unit and not one.ended for one in rides),
        "restraints": [_restraint(one) for one in restraints],
        "searched": {"word": word("search", done[0]), "code": done[0], "at": done[1]} if done else None,
        "discrepancies": [word("discrepancy", code) for code in list_discrepancies(board, episode)],
    }


def _ride(board: Board, names: Names, one: Ride) -> Row:
    return {
        "id": one.id,
        "means": word("means", one.means),
        "unit": names.unit(board, one.unit) if one.unit else "",
        "place": names.facility(one.facility) if one.facility else "",
        "steps": [{"word": word("ride_step", step), "at": at} for step in STEPS if (at := getattr(one, step)) is not None],
        "wanted": one.is_wanted,
        "may_take_back": not one.ended and not one.unit,
        "late_since": one.late_since,
        "ended": one.ended,
    }


def _restraint(one: Restraint) -> Row:
    return {
        "id": one.id,
        "word": word("restraint", one.form),
        "position": one.position,
        "position_word": word("position", one.position),
        "from_at": one.from_at,
        "until_at": one.until_at,
    }
