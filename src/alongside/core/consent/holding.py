"""What was consented to, for one question: whose words, asked by whom, for what, now. Decision 0026 says the same in prose."""

from collections.abc import Iterator
from typing import NamedTuple

from alongside.core.board import Board
from alongside.core.consent.kinds import ALL, ANY_HOLDER, COURT, FAMILY, KINDS, TREATING
from alongside.core.consent.state import Consent
from alongside.core.party import Actor
from alongside.core.person.state import Person


class Asked(NamedTuple):
    """What is asked for: a field, the class it is asked as (a mark where it has one), and the organization that holds it."""

    field: str
    asked_as: str
    holder: str = ""


class Held(NamedTuple):
    """One of ``terms.CONSENTS``, and the consent that says so."""

    state: str = "not_asked"
    id: str = ""


NOT_ASKED = Held()


def asked_as(data_class: str, marks: frozenset[str]) -> str:
    """What an item needs consent as: a counselor's own notes as that alone; from a Part 2 program as that, whatever else it is."""
    if data_class == "psychotherapy_notes":
        return data_class
    return "part2" if "part2" in marks else data_class


def consent_of(board: Board, person_id: str, reader: Actor, purpose: str, asked: Asked, now: int) -> Held:
    """A no closes every yes before it; of those after, any that is whole and in time opens. Else the newest state is the why."""
    person = board.people.find(person_id)
    about = list(_about(board, person, reader, purpose, asked)) if person else []
    if not about:
        return NOT_ASKED
    closed = max(one.closed for one in about)
    opens = [one for one in about if one.signed > closed and one.state_at(now) == "given"]
    newest = max(opens or about, key=lambda one: one.turn)
    return Held(newest.state_at(now), newest.id)


def _about(board: Board, person: Person, reader: Actor, purpose: str, asked: Asked) -> Iterator[Consent]:
    """The consents whose scope holds the question. One signed in an episode that proved to be somebody else's is not this person's."""
    for id in person.consents:
        one = board.consents.reach(id)
        if one.kind not in KINDS or (one.episode and one.episode not in person.episodes):
            continue
        if purpose in one.purposes and _speaks_of(one, asked) and _names(one, person, reader):
            yield one


def _speaks_of(one: Consent, asked: Asked) -> bool:
    held = ANY_HOLDER in one.holders or bool(asked.holder and asked.holder in one.holders)
    return held and asked.asked_as in KINDS[one.kind].covers and (ALL in one.what or asked.field in one.what)


def _names(one: Consent, person: Person, reader: Actor) -> bool:
    """By organization; by treating the person; as the one the person named. To a court the custodian of records hands it out."""
    if one.kind == "part2_proceedings":
        return reader.role == "privacy_officer" and COURT in one.recipients
    if reader.role == "family":
        return FAMILY in one.recipients
    by_class = TREATING in one.recipients and reader.agency in person.treated_by
    return bool(reader.agency) and (reader.agency in one.recipients or by_class)
