"""Who may open a record in an emergency, how it ends, and who reviews it."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact, person_stream
from alongside.core.glass import facts as f
from alongside.core.glass import requests as r
from alongside.core.glass.state import Glass
from alongside.core.refused import Refused, must_be_in

OPEN_MS = 60 * 60_000
REVIEW_MS = 7 * 86_400_000
ASK_AGAIN_MS = 86_400_000
REASONS = frozenset({"life_at_risk", "medical_emergency", "danger_to_others", "unknown_person", "urgent_medication", "other_urgent"})
FINDINGS = frozenset({"appropriate", "not_appropriate", "follow_up"})
WHY = "glass_reason"
# What 42 CFR 2.51 wants written down at once, beside the time: who received it, who disclosed it, what the emergency was.
PART2_FACTS = frozenset({"emergency_recipient", "emergency_discloser", "emergency_nature"})


def break_glass(asking: Asking, request: r.BreakGlass) -> tuple[Fact, ...]:
    """Open, for an hour. Refused where it is open already, no such person is known, or something that must be written is missing."""
    by = asking.by
    if request.glass in asking.board.glasses:
        raise Refused("glass_exists")
    must_be_in(request.reason, "reason", REASONS)  # what is missing is said first, alike for a person who is not known here
    said = {one.field for one in request.words}
    if missing := sorted(({WHY} | (PART2_FACTS if request.part2 else set())) - said):
        raise Refused("glass_says_too_little", missing=", ".join(missing))
    about = _about(asking, request.person)
    if any(one.staff == by.staff and one.is_open(asking.now) and one.part2 >= request.part2 for one in _about_glasses(asking, about)):
        raise Refused("glass_open_already")
    who = (about, by.staff, by.role, by.agency, _owners(asking, about), request.reason, request.part2)
    until, review_by = asking.now + OPEN_MS, asking.now + REVIEW_MS
    return (f.GlassBroken(person_stream(about), asking.now, request.glass, *who, until, review_by, request.words),)


def close_glass(asking: Asking, request: r.CloseGlass) -> tuple[Fact, ...]:
    """By whoever opened it."""
    glass = _open(asking, request.glass)
    if glass.staff != asking.by.staff:
        raise Refused("glass_of_other")
    return (_closed(asking, glass, "closed_by_opener"),)


def revoke_glass(asking: Asking, request: r.RevokeGlass) -> tuple[Fact, ...]:
    """By the privacy officer, at once."""
    return (_closed(asking, _open(asking, request.glass), "revoked"),)


def review_glass(asking: Asking, request: r.ReviewGlass) -> tuple[Fact, ...]:
    """Never by whoever opened it, never while it is open, and not again once an answer stands."""
    glass = find_glass(asking, request.glass)
    must_be_in(request.finding, "finding", FINDINGS)
    if glass.staff == asking.by.staff:
        raise Refused("glass_own_review")
    if glass.is_open(asking.now):
        raise Refused("glass_still_open")
    if glass.is_settled:
        raise Refused("glass_reviewed_already")
    if request.finding != "appropriate" and not any(one.field == "glass_finding" for one in request.words):
        raise Refused("glass_says_too_little", missing="glass_finding")
    again = asking.now + REVIEW_MS if request.finding == "follow_up" else None
    told = (glass.id, glass.about, request.finding, asking.by.staff, again, request.words)
    return (f.GlassReviewed(person_stream(glass.about), asking.now, *told),)


def ends_due(asking: Asking, id: str) -> tuple[Fact, ...]:
    """The hour is over."""
    return (_closed(asking, find_glass(asking, id), "time_over"),)


def review_due(asking: Asking, id: str) -> tuple[Fact, ...]:
    """Nobody has reviewed it; raised, and raised again every day."""
    glass = find_glass(asking, id)
    return (f.GlassReviewOverdue(person_stream(glass.about), asking.now, id, glass.about, glass.review_by, asking.now + ASK_AGAIN_MS),)


def find_glass(asking: Asking, id: str) -> Glass:
    """The emergency access, or ``Refused("glass_unknown")``."""
    found = asking.board.glasses.find(id)
    if found is None:
        raise Refused("glass_unknown", glass=id)
    return found


def _open(asking: Asking, id: str) -> Glass:
    glass = find_glass(asking, id)
    if not glass.is_open(asking.now):
        raise Refused("glass_over")
    return glass


def _closed(asking: Asking, glass: Glass, how: str) -> Fact:
    return f.GlassClosed(person_stream(glass.about), asking.now, glass.id, glass.about, how, asking.by.staff)


def _about(asking: Asking, id: str) -> str:
    """The record; for an episode whose person is known, that person's record."""
    episode = asking.board.episodes.find(id)
    about = episode.person or episode.id if episode else id
    if episode is None and about not in asking.board.people:
        raise Refused("person_unknown", person=id)
    return about


def _about_glasses(asking: Asking, about: str) -> list[Glass]:
    return [one for id in asking.board.glasses_about.get(about, ()) if (one := asking.board.glasses.find(id))]


def _owners(asking: Asking, about: str) -> tuple[str, ...]:
    """Whose data is opened: the organizations that keep or wrote it, or that have the person."""
    board, person = asking.board, asking.board.people.find(about)
    items = (board.items.find(id) for id in person.items) if person else ()
    wrote = {one.agency for one in items if one}
    return tuple(sorted((wrote | ({person.agency, *person.treated_by} if person else set())) - {""}))


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.BreakGlass: break_glass,
    r.CloseGlass: close_glass,
    r.RevokeGlass: revoke_glass,
    r.ReviewGlass: review_glass,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {
    ClockKind.GLASS_ENDS: ends_due,
    ClockKind.GLASS_REVIEW: review_due,
}
