"""Before an account ends, everything its person is responsible for is passed on: nobody in crisis stays with somebody who is gone."""

from secrets import token_urlsafe
from typing import Any, NamedTuple

from django.utils.translation import gettext

from alongside.core.board import Board
from alongside.core.cases.holding import list_held as list_held_cases
from alongside.core.codes import PartyKind
from alongside.core.dispatch.requests import ChangeCrew, LeavePosition, SignOff
from alongside.core.party import Actor, Party
from alongside.core.threat.finding import list_led
from alongside.server.site.deployment import Deployment


class Held(NamedTuple):
    """A desk somebody sits at, a crew somebody is aboard or a caseload (``kind`` None), for how many people, and who else is aboard."""

    kind: PartyKind | None
    id: str
    label: str
    people: int
    others: int


def list_held(deployment: Deployment, staff: str, language: str) -> list[Held]:
    """Where this person works now."""
    with deployment.ledger.board() as board:
        desks = [one.id for one in deployment.rules.program.desks if (seat := board.positions.find(one.id)) and seat.staff == staff]
        crews = [unit for unit in board.units if any(member.staff == staff for member in unit.members)]
        count = board.list_charges
        return [
            *(Held(PartyKind.POSITION, id, _desk(deployment, id, language), _at_desk(board, id), 0) for id in desks),
            *(
                Held(PartyKind.CREW, unit.id, unit.call_sign, len(count(Party(PartyKind.CREW, unit.id))), len(unit.members) - 1)
                for unit in crews
            ),
            *_caseload(board, staff),
            *_threat_files(board, staff),
        ]


def _at_desk(board: Board, id: str) -> int:
    """People a desk is responsible for, and cases it stands in for."""
    return len(board.list_charges(Party(PartyKind.POSITION, id))) + sum(1 for one in board.cases if one.is_open and one.desk == id)


def _caseload(board: Board, staff: str) -> list[Held]:
    """Cases wait for a worker who accepts them, or for a supervisor's desk that stands in."""
    cases = len(list(list_held_cases(board, staff)))
    return [Held(None, "", gettext("Caseload"), cases, 0)] if cases else []


def _threat_files(board: Board, staff: str) -> list[Held]:
    """Files wait for somebody who accepts to answer for them."""
    files = len(list(list_led(board, staff)))
    return [Held(None, "", gettext("Threat files"), files, 0)] if files else []


def _desk(deployment: Deployment, id: str, language: str) -> str:
    return str(deployment.names.label(f"desk.{id}", language))


def pass_on(deployment: Deployment, by: Actor, staff: str, language: str) -> list[Held]:
    """Leave idle desks and crews that go on without this person. What stays is returned: only its receiver can take it over."""
    for held in list_held(deployment, staff, language):
        if request := _leaving(deployment, by, held, staff):
            deployment.ledger.record(request)
    return list_held(deployment, staff, language)


def _leaving(deployment: Deployment, by: Actor, held: Held, staff: str) -> Any:
    """The request that lets this person go, where nobody's care depends on it."""
    if held.kind is None:
        return None
    if held.people:  # nor is a colleague left alone with somebody: the crew changes on the Roster, by who comes aboard
        return None
    if held.kind is PartyKind.POSITION:
        return LeavePosition(id=token_urlsafe(16), by=by, position=held.id)
    if held.others:
        with deployment.ledger.board() as board:
            unit = board.units.find(held.id)
            stay = tuple(one for one in unit.members if one.staff != staff) if unit else ()
        return ChangeCrew(id=token_urlsafe(16), by=by, unit=held.id, members=stay)
    return SignOff(id=token_urlsafe(16), by=by, unit=held.id)
