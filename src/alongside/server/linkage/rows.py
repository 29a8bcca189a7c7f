"""Rows of suggestions: whom they name as people say it aloud, what agrees, and the drawing of how the evidence adds up."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from alongside.core.linkage.state import Suggestion
from alongside.server.glass.whom import name_of
from alongside.server.linkage.told import FIELD, LEVEL, STATE, strength
from alongside.server.site.code_words import say_code
from alongside.server.site.looking import Look
from alongside.server.site.same_person import BECAUSE

Row = dict[str, Any]
WIDE = 200  # units of the drawing
AGREES = frozenset({"same", "close", "alike", "swapped", "one_off", "two_off"})


def find_suggestion(seen: Look, id: str) -> Suggestion:
    """Raises ``Http404`` where there is none."""
    found = seen.view.board.suggestions.find(id)
    if found is None:
        raise Http404(id)
    return found


def say_record(seen: Look, person: str) -> str:
    """“1042-1”, by the first call; who was never met is in the registry of people who may wander."""
    board = seen.view.board
    known = board.people.find(person)
    if known is not None and known.episodes:
        return name_of(board, person)
    return _("Registry") if person in board.enrollments else _("No call")


def suggestion_row(seen: Look, one: Suggestion) -> Row:
    """As a list shows it, without a word of either record."""
    names = seen.deployment.names
    agrees = [say_code(FIELD, ground.field) for ground in one.grounds if ground.level in AGREES and ground.bits > 0]
    return {
        "id": one.id,
        "names": (say_record(seen, one.person), say_record(seen, one.other)),
        "bits": one.bits,
        "is_compared": bool(one.grounds),
        "strength": _(strength(one.bits)) if one.grounds else _("said by somebody who knows both"),
        "named_by": names.person(one.named_by) if one.named_by else "",
        "because": say_code(BECAUSE, one.because) if one.because else "",
        "agrees": ", ".join(agrees),
        "differs": ", ".join(say_code(FIELD, ground.field) for ground in one.grounds if ground.level == "other"),
        "state": one.state or "waiting",
        "state_word": say_code(STATE, one.state),
        "by": names.person(one.linked_by or one.judged_by) if one.linked_by or one.judged_by else "",
        "at": one.linked_at or one.judged_at or one.at,
    }


def evidence(one: Suggestion) -> list[Row]:
    """What each field says, one under the other, from what was known before to the sum: {field, says, bits, x, width, for_one}."""
    steps = [(_("Before anything is compared"), "", one.bits - sum(ground.bits for ground in one.grounds))]
    steps += [(say_code(FIELD, ground.field), say_code(LEVEL, ground.level), ground.bits) for ground in one.grounds]
    ends = [sum(bits for _field, _says, bits in steps[: at + 1]) for at in range(len(steps))]
    low, high = min(0, *ends), max(1, *ends)
    unit = WIDE / (high - low)
    return [_drawn(*step, end, low, unit) for step, end in zip(steps, ends, strict=True)]


def _drawn(field: str, says: str, bits: int, end: int, low: int, unit: float) -> Row:
    """One line of it; the bar goes from where the line before ended."""
    drawn = {"x": round((min(end - bits, end) - low) * unit, 1), "width": round(max(abs(bits) * unit, 1), 1), "zero": round(-low * unit, 1)}
    said = f"{bits:+d}".replace("-", "−") if bits else "0"
    return {"field": field, "says": says, "bits": said, "for_one": bits > 0, "is_told": bits != 0, **drawn}


def record_row(seen: Look, person: str) -> Row:
    """One of the two records: {id, name, recorded_at, numbers of its incidents}."""
    board = seen.view.board
    known = board.people.reach(person)
    episodes = [one for id in known.episodes if (one := board.episodes.find(id))]
    numbers = [incident.number for one in episodes if (incident := board.incidents.find(one.incident))]
    return {"id": person, "name": say_record(seen, person), "recorded_at": known.recorded_at, "numbers": numbers}
