"""What a crew may know of the need before it arrives: urgency, weapon facts, red flags, hazards, what was asked for."""

from alongside.core.asking import Asking
from alongside.core.state import Incident, Unit
from alongside.core.travel import Mode
from alongside.roads.calibration import DriveRange
from alongside.roads.travel import RoadTravel
from alongside.server.field.advice import list_avoid, list_helps
from alongside.server.site.coded import word
from alongside.server.site.rows import Row, View, degrees
from alongside.server.site.safety import hazard_form, hazards_of, leads_of


def need_of(view: View, asking: Asking, incident: Incident, unit: Unit) -> Row:
    """Everything about the incident that is call data, as words; the place's own words come from the vault later."""
    level = incident.level
    return {
        "id": incident.id,
        "number": incident.number,
        "level": level,
        "level_word": "" if level is None else view.names.label(f"level.{int(level)}", view.language),
        "taken_at": incident.taken_at,
        "spot": degrees(incident.spot),
        "uncertainty_m": incident.uncertainty_m,
        "beat": next((beat.label for beat in asking.rules.beats if beat.id == incident.beat), incident.beat),
        "drive": drive_of(view, asking, incident, unit),
        "weapons": list_weapons(incident),
        "red_flags": [{"word": word("red_flag", flag), "at": at} for flag, state, at in incident.medical if state == "yes"],
        "flags_unknown": [word("red_flag", flag) for flag, state, _ in incident.medical if state == "unknown"],
        "hazards": hazards_of(view, incident, asking.now),
        "new_hazard": hazard_form(asking.now, incident.spot),
        "leads": leads_of(view, asking, incident),
        "ask_weapon": incident.weapon_question_at is not None,
        "searches": any(one.code in ("search", "registry_search") for one in incident.requirements),
        "requirements": [view.names.label(f"requirement.{one.code}", view.language) for one in incident.requirements],
        "language": incident.language,
        "language_word": word("language", incident.language) if incident.language else "",
        "no_uniform": incident.no_uniform,
        "police": incident.police.value,
        "police_word": word("police", incident.police.value),
        **_police(view, incident),
        "helps": list_helps(view, asking, incident, unit),
        "avoid": list_avoid(asking, incident, unit),
    }


def _police(view: View, incident: Incident) -> Row:
    """Who asked for police as they are here now, why, and since when."""
    asked_by, why, since = incident.police_because or ("", "", None)
    who = view.names.unit(view.board, asked_by) if asked_by in view.board.units else word("asked_by", asked_by)
    return {"police_asked_by": who, "police_why": word("police_reason", why), "police_since": since}


def list_weapons(incident: Incident) -> list[Row]:
    """Weapon facts, latest first. Nobody asked is said as such: unknown never reads as no."""
    told = [
        {"word": word("weapon", kind), "place": word("weapon_place", place), "state": state, "state_word": word("weapon_state", state),
         "source": word("source", source), "at": at, "sure_no": state == "denied"}
        for kind, place, state, source, at in reversed(incident.weapons)
    ]  # fmt: skip
    return told or [{"word": word("weapon", "unknown"), "state": "not_asked", "state_word": word("weapon_state", "not_asked"), "at": None}]


def drive_of(view: View, asking: Asking, incident: Incident, unit: Unit) -> Row | None:
    """{low, high} whole minutes from where the unit was last heard, None where place, position or road is unknown."""
    heard = view.find_spot(unit.id)
    spot = heard[0] if heard else unit.spot
    kind = asking.rules.program.crews.get(unit.acts_as)
    if spot is None or incident.spot is None or kind is None or kind.remote:
        return None
    ms = asking.travel.drive_ms([spot], incident.spot, kind.mode)[0]
    return None if ms is None else minutes(find_range(asking, ms, kind.mode, incident.uncertainty_m))


def find_range(asking: Asking, ms: int, mode: Mode, uncertainty_m: int) -> tuple[int, int]:
    """(least, most) ms; both the same where the roads in use say nothing about how sure they are."""
    if not isinstance(asking.travel, RoadTravel):
        return ms, ms
    found: DriveRange = asking.travel.range(ms, mode, uncertainty_m)
    return found.low_ms, found.high_ms


def minutes(bounds: tuple[int, int]) -> Row:
    """Whole minutes: rounded down and up, so that the truth is between."""
    low, high = bounds[0] // 60_000, -(-bounds[1] // 60_000)
    return {"low": low, "high": max(high, 1)}
