"""Places that could receive a person, as the crew's page lists them: in the core's order, each with what is expected and its why."""

from alongside.core.asking import Asking
from alongside.core.codes import ReservationStatus
from alongside.core.handoff.places import PlaceOption, first_of, list_places
from alongside.core.state import Episode
from alongside.core.travel import Mode
from alongside.server.field.need import find_range, minutes
from alongside.server.site.chances import chance_row
from alongside.server.site.coded import word
from alongside.server.site.rows import Row, View
from alongside.server.site.sentences import say_reason

SHOWN = 6
DECIDED = frozenset({ReservationStatus.DECLINED, ReservationStatus.LAPSED, ReservationStatus.TAKEN_BACK})


def place_rows(view: View, asking: Asking, episode: Episode, legal: str) -> list[Row]:
    """Those that fit, best first, then the two nearest that do not, with what speaks against them."""
    incident = asking.incident(episode.incident)
    options = list_places(asking, episode, incident.spot, legal)
    refused = {one["facility"] for one in list_refused(view, episode)}
    fitting = [one for one in options if one.fits and one.facility not in refused]
    rest = [one for one in options if not one.fits]
    return [_place(view, asking, episode, one, legal) for one in (*first_of(fitting, SHOWN), *rest[:2])]


def _place(view: View, asking: Asking, episode: Episode, option: PlaceOption, legal: str) -> Row:
    facility = asking.rules.facilities[option.facility]
    drive = None if option.drive_ms is None else minutes(find_range(asking, option.drive_ms, Mode.NORMAL, 0))
    return {
        "facility": option.facility,
        "label": facility.label,
        "service_word": word("service", option.service),
        "fits": option.fits,
        "free": option.free,
        "updated_at": option.updated_at,
        "stale": any(reason.code == "call_to_confirm" for reason in option.reasons),
        "drive": drive,
        "why": [say_reason(reason, view.names, view.board, view.language) for reason in option.reasons],
        "body": {"facility": option.facility, "service": option.service, "episode": episode.id, "legal": legal},
        "chance": chance_row(option.chance),
        "home": None if option.home_ms is None else minutes(find_range(asking, option.home_ms, Mode.NORMAL, 0)),
        "choice": option.choice,
        "phone": facility.phone,
        "may_reserve": option.fits and (option.free is None or option.free > 0 or not facility.may_decline),
    }


def list_refused(view: View, episode: Episode) -> list[Row]:
    """Reservations of this person that were declined or lapsed, latest first."""
    found = [one for one in view.board.reservations if one.episode == episode.id and one.status in DECIDED and one.reason]
    return [
        {"facility": one.facility, "label": view.names.facility(one.facility), "reason": word("declined", one.reason)}
        for one in reversed(found)
    ]
