"""The machine interface under /api/: one token per client, an idempotency key, and a sentence for every mistake.

Each operation is declared once. django-ninja describes it (openapi.json); the thin path runs it (``site/thin/machines.py``).
"""

from collections.abc import Callable, Mapping
from typing import Any

from ninja import NinjaAPI

from alongside.server.exchange.operation import Asking, Operations, Run, make_operation, no
from alongside.server.exchange.reading import find_incident, read_capacity, read_open, read_positions, read_units
from alongside.server.exchange.shapes import Answered, Board, Capacity, Incident, NewIncident, NewPosition, NotDone, Positions, Unit
from alongside.server.exchange.token import Token
from alongside.server.site.asking.ask import ask
from alongside.server.site.asking.explain import explain
from alongside.server.site.asking.malformed import Malformed
from alongside.server.site.asking.positions import keep, read_sent
from alongside.server.site.deployment import get_deployment

NO = {401: NotDone, 403: NotDone, 409: NotDone, 413: NotDone, 422: NotDone, 503: NotDone}
OPERATIONS: Operations = {}
api = NinjaAPI(title="Alongside", version="1", auth=Token(), docs_url=None, openapi_url="/openapi.json", urls_namespace="api")


def operation(method: str, path: str, gives: Any, summary: str, also: Mapping[int, Any] = {}) -> Callable[[Run], Run]:
    """Describe the operation and have it run."""

    def declare(run: Run) -> Run:
        answers = {200: gives, **also, **NO}
        OPERATIONS[method, f"/api{path}"] = make_operation(run, answers)
        described: Run = api.api_operation([method], path, response=answers, summary=summary)(run)
        return described

    return declare


@operation("POST", "/incidents", Answered, "Report a need")
async def add_incident(request: Asking, new: NewIncident) -> tuple[int, Any]:
    """A need from CAD, 988 or another system. The same ``Idempotency-Key`` again gives the same answer and no second incident."""
    sent = {name: value for name, value in new.dict().items() if value is not None}
    key = request.headers.get("Idempotency-Key")
    answer = await ask(get_deployment(), request.auth, "TakeCall", {**sent, **({"id": key} if key else {})})
    return answer.status, answer.body


@operation("GET", "/incidents", Board, "Open incidents")
async def list_open(request: Asking) -> tuple[int, Any]:
    """Codes only; words are never given to machines here."""
    return 200, read_open(request.auth)


@operation("GET", "/incidents/{id}", Incident, "One incident", {404: NotDone})
async def get_incident(request: Asking, id: str) -> tuple[int, Any]:
    """One incident, open or closed."""
    row = find_incident(request.auth, id)
    return (200, row) if row else (404, no("incident_unknown", "There is no such incident."))


@operation("GET", "/units", list[Unit], "Units")
async def list_units(request: Asking) -> tuple[int, Any]:
    """Every unit that was ever on duty, with its service and status."""
    return 200, read_units(request.auth)


@operation("GET", "/capacity", list[Capacity], "Free beds and chairs")
async def list_capacity(request: Asking) -> tuple[int, Any]:
    """What places say is free, as HSDS 3.1 ``service_capacity`` with ``updated``: a count is as old as it says."""
    return 200, read_capacity(request.auth)


@operation("GET", "/positions", Positions, "Where units are")
async def list_positions(request: Asking) -> tuple[int, Any]:
    """The latest position of each unit."""
    return 200, read_positions(request.auth)


@operation("POST", "/positions", dict[str, int], "Tell where units are")
async def add_positions(request: Asking, new: list[NewPosition]) -> tuple[int, Any]:
    """For vehicle feeds; POST /avl takes the same, and one position without a list."""
    deployment = get_deployment()
    try:
        answer = await keep(deployment, request.auth, read_sent([one.dict() for one in new], deployment))
    except Malformed as wrong:
        answer = explain(deployment, wrong, "en")
    return answer.status, answer.body
