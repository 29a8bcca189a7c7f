"""The machine interface under /api/: one token per client, an idempotency key, and a sentence for every mistake."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError

from alongside.server.exchange.shapes import Answered, Board, Incident, NewIncident, NewPosition, NotDone, Positions, Unit
from alongside.server.exchange.token import Token
from alongside.server.site.asking.ask import ask
from alongside.server.site.asking.explain import explain
from alongside.server.site.asking.malformed import Malformed
from alongside.server.site.asking.positions import keep, read_sent
from alongside.server.site.deployment import get_deployment
from alongside.server.site.feed.frames import incident_row, list_incidents, unit_row

NO = {401: NotDone, 403: NotDone, 409: NotDone, 413: NotDone, 422: NotDone, 503: NotDone}


api = NinjaAPI(title="Alongside", version="1", auth=Token(), docs_url=None, openapi_url="/openapi.json", urls_namespace="api")


@api.exception_handler(ValidationError)
def unreadable(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """What pydantic could not read, as our sentence; values are never repeated."""
    first: dict[str, Any] = error.errors[0]
    field = next((str(part) for part in first["loc"] if part not in ("body", "query", "header", "path", "new")), "body")
    sentence = f"The field “{field}” cannot be read: {first['msg'].lower()}. Correct it and send again."
    told = {"granted": False, "code": "wrong_field", "parameters": {"field": field}, "sentence": sentence}
    return api.create_response(request, told, status=422)


@api.exception_handler(PermissionError)
def not_theirs(request: HttpRequest, error: PermissionError) -> HttpResponse:
    """A client whose role may not see this."""
    sentence = "This client's role does not see the board: register it with the role of a desk."
    return api.create_response(request, _no("not_allowed", sentence), status=403)


@api.exception_handler(AuthenticationError)
def unknown_client(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    """No token, or one of nobody."""
    sentence = "This address is for registered machines: send “Authorization: Bearer” and the client's token."
    return api.create_response(request, _no("sign_in", sentence), status=401)


@api.post("/incidents", response={200: Answered, **NO}, summary="Report a need")
async def add_incident(request: HttpRequest, new: NewIncident) -> tuple[int, Any]:
    """A need from CAD, 988 or another system. The same ``Idempotency-Key`` again gives the same answer and no second incident."""
    sent = {name: value for name, value in new.dict().items() if value is not None}
    return await _ask(request, "TakeCall", sent)


async def _ask(request: HttpRequest, kind: str, sent: dict[str, Any]) -> tuple[int, Any]:
    key = request.headers.get("Idempotency-Key")
    answer = await ask(get_deployment(), request.auth, kind, {**sent, **({"id": key} if key else {})})  # type: ignore[attr-defined]
    return answer.status, answer.body


@api.get("/incidents", response={200: Board, **NO}, summary="Open incidents")
async def list_open(request: HttpRequest) -> tuple[int, Any]:
    """Codes only; words are never given to machines here."""
    feed = get_deployment().feed
    view = feed.view("en")
    rows = [row for id in list_incidents(feed.board) if (row := incident_row(view, id))]
    return 200, {"position": feed.audience("board").position, "now": feed.now(), "incidents": rows}


@api.get("/incidents/{id}", response={200: Incident, 404: NotDone, **NO}, summary="One incident")
async def get_incident(request: HttpRequest, id: str) -> tuple[int, Any]:
    """One incident, open or closed."""
    row = incident_row(get_deployment().feed.view("en"), id)
    return (200, row) if row else (404, _no("incident_unknown", "There is no such incident."))


@api.get("/units", response={200: list[Unit], **NO}, summary="Units")
async def list_units(request: HttpRequest) -> tuple[int, Any]:
    """Every unit that was ever on duty, with its service and status."""
    feed = get_deployment().feed
    view = feed.view("en")
    return 200, [row for unit in feed.board.units if (row := unit_row(view, unit.id))]


@api.get("/positions", response={200: Positions, **NO}, summary="Where units are")
async def list_positions(request: HttpRequest) -> tuple[int, Any]:
    """The latest position of each unit."""
    heard = get_deployment().spots.all().values()
    return 200, {"positions": [{"unit": one.unit, "spot": [one.lat / 1e6, one.lon / 1e6], "at": one.at} for one in heard]}


@api.post("/positions", response={200: dict[str, int], **NO}, summary="Tell where units are")
async def add_positions(request: HttpRequest, new: list[NewPosition]) -> tuple[int, Any]:
    """For vehicle feeds; the thin path POST /avl takes the same and is faster."""
    deployment = get_deployment()
    try:
        answer = await keep(deployment, request.auth, read_sent([one.dict() for one in new], deployment))  # type: ignore[attr-defined]
    except Malformed as wrong:
        answer = explain(deployment, wrong, "en")
    return answer.status, answer.body


def _no(code: str, sentence: str) -> dict[str, Any]:
    return {"granted": False, "code": code, "parameters": {}, "sentence": sentence}
