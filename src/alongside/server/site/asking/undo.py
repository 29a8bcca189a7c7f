"""The request that takes another one back, where the life table may still allow it. Undo is a request like any other."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.dispatch import requests as d
from alongside.core.field import requests as f
from alongside.core.handoff import requests as h
from alongside.core.intake import requests as i
from alongside.core.linkage import requests as k
from alongside.core.promise import requests as p
from alongside.core.request import Request

Undo = dict[str, Any]


def undo_of(request: Request, board: Board) -> Undo | None:
    """The undoing request with its kind, or None where there is none."""
    make = UNDO.get(type(request))
    return make(request, board) if make else None


def _reopen(request: Any, board: Board) -> Undo | None:
    incident = board.incidents.find(request.incident)
    return {"kind": "ReopenIncident", "incident": request.incident, "position": incident.position, "reason": "undone"} if incident else None


def _plan_before(request: Any, board: Board) -> Undo | None:
    """Another time was planned: the earlier one stands again. Kept for later for the first time: it waits again."""
    incident = board.incidents.find(request.incident)
    before = incident.planned_before if incident else None
    if before is None:
        return _reopen(request, board)
    return {"kind": "KeepForLater", "incident": request.incident, "until": before, "reason": "undone"}


def _judge_again(request: Any) -> Undo:
    return {"kind": "JudgeSuggestion", "suggestion": request.suggestion, "judgment": "open"}


UNDO: Mapping[type[Request], Callable[[Any, Board], Undo | None]] = {
    d.AssignUnit: lambda request, board: {"kind": "WithdrawAssignment", "assignment": request.assignment},
    d.GoOutOfService: lambda request, board: {"kind": "ReturnToService", "unit": request.unit},
    d.RecordHazard: lambda request, board: {"kind": "WithdrawHazard", "hazard": request.hazard},
    i.LinkIncidents: lambda request, board: {"kind": "UnlinkIncidents", "incident": request.incident, "other": request.other},
    i.UnlinkIncidents: lambda request, board: {"kind": "LinkIncidents", "incident": request.incident, "other": request.other},
    i.KeepForLater: _plan_before,
    i.CloseIncident: _reopen,
    i.CancelIncident: _reopen,
    f.WithdrawReport: lambda request, board: {"kind": "RestoreReport", "report": request.report},
    k.JudgeSuggestion: lambda request, board: None if request.judgment == "open" else _judge_again(request),
    k.LinkRecords: lambda request, board: {"kind": "UnlinkRecords", "suggestion": request.suggestion, "reason": "linked_by_mistake"},
    k.UnlinkRecords: lambda request, board: {"kind": "LinkRecords", "suggestion": request.suggestion},
    p.OfferTransfer: lambda request, board: {"kind": "WithdrawTransfer", "episode": request.episode},
    h.ReservePlace: lambda request, board: {"kind": "TakeBackReservation", "reservation": request.reservation},
    h.SetDiversion: lambda request, board: {"kind": "SetDiversion", "facility": request.facility, "diverting": not request.diverting},
}
