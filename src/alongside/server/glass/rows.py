"""One emergency access as a list shows it, and who is told of it."""

from typing import Any

from alongside.core.board import Board
from alongside.core.glass.state import Glass
from alongside.core.party import Actor, Reference
from alongside.core.sharing.glass import may_oversee
from alongside.server.glass.whom import name_of
from alongside.server.records.open import Words
from alongside.server.site.coded import word
from alongside.server.site.looking import Look
from alongside.server.site.telling import told_or_why

SAYS = {"glass_reason": "why", "glass_finding": "found", "emergency_recipient": "recipient", "emergency_discloser": "discloser"}
SAYS |= {"emergency_nature": "nature"}


def count_waiting(board: Board, actor: Actor) -> int:
    """Those without a finding that stands, among those the asker oversees."""
    return sum(1 for one in board.glasses if not one.is_settled and may_oversee(actor, one))


def is_told(actor: Actor, glass: Glass) -> bool:
    """Whether it is on this person's list: their own, or theirs to oversee."""
    return glass.staff == actor.staff or may_oversee(actor, glass)


def glass_row(seen: Look, one: Glass) -> dict[str, Any]:
    """One of them as the list shows it; ``references`` are the words its reader may ask for."""
    names, is_open = seen.deployment.names, one.is_open(seen.asking.now)
    return {
        "id": one.id,
        "about": one.about,
        "name": name_of(seen.view.board, one.about),
        "who": names.person(one.staff),
        "role": names.label(f"role.{one.role}", seen.view.language),
        "agency": names.receiver(one.agency, seen.view.language) if one.agency else "",
        "owners": ", ".join(names.receiver(owner, seen.view.language) for owner in one.owners),
        "reason": word("glass_reason", one.reason),
        "part2": one.part2,
        "opened_at": one.opened_at,
        "until": one.until,
        "is_open": is_open,
        "how": "" if is_open else word("glass_how", one.closed_how or "time_over"),
        "closed_at": one.closed_at or one.until,
        "review_by": one.review_by,
        "overdue": one.is_overdue or (not one.is_settled and one.review_by <= seen.asking.now),
        "finding": word("glass_finding", one.finding) if one.finding else "",
        "reviewer": names.person(one.reviewer) if one.reviewer else "",
        "reviewed_at": one.reviewed_at,
        "settled": one.is_settled,
        "mine": one.staff == seen.actor.staff,
        "references": one.words if may_oversee(seen.actor, one) else (),
    }


def say_words(words: Words, references: tuple[Reference, ...]) -> dict[str, str]:
    """What was written, by name; several findings one after another."""
    said: dict[str, str] = {}
    for one in references:
        name = SAYS.get(one.field, one.field)
        said[name] = " · ".join(part for part in (said.get(name, ""), told_or_why(words, one)) if part)
    return said
