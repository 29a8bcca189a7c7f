"""What the person agreed to, for one piece of words and one question; and what goes before or stands in for it."""

from collections.abc import Sequence
from typing import NamedTuple

from alongside.core.board import Board
from alongside.core.consent.holding import NOT_ASKED, Asked, Held, asked_as, consent_of
from alongside.core.custodian.agreed import consent_in_proceeding
from alongside.core.custodian.state import Release
from alongside.core.party import Actor
from alongside.core.person.state import Item

NO_MARKS = frozenset[str]()


class Question(NamedTuple):
    """Who asks, for what, when (ms UTC); ``other`` is a ground beside consent, ``asked_for`` the requests for records it is asked for."""

    actor: Actor
    purpose: str
    now: int
    other: str = ""
    asked_for: Sequence[Release] = ()


def held_for(board: Board, question: Question, person: str, field: str, data_class: str | None, item: Item | None) -> Held:
    """An order of a court goes before what the person agreed to; an emergency (2.51) counts only where no consent opens.

    ``person`` is empty for words of an incident: nobody consents to these.
    """
    other = question.other
    if not person or data_class is None:
        return Held(other) if other else NOT_ASKED
    asked = Asked(field, asked_as(data_class, item.marks if item else NO_MARKS), item.agency if item else "")
    if question.asked_for:
        held = consent_in_proceeding(board, question.asked_for, person, asked, question.now)
    else:
        held = consent_of(board, person, question.actor, question.purpose, asked, question.now)
    return Held(other) if other == "court_order" or (other and held.state != "given") else held
