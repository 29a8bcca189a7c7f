"""The peers of `fanout`, `avl` and `api`: plain Django as its documentation shows it, on SQLite with the same durability as ours.

A stream is an async StreamingHttpResponse with a queue for each reader; positions and incidents are django-ninja endpoints that write
through the ORM, one transaction each, synchronous=FULL.
"""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from typing import Any

import pysqlite3
import pysqlite3.dbapi2

sys.modules["sqlite3"], sys.modules["sqlite3.dbapi2"] = pysqlite3, pysqlite3.dbapi2

import django  # noqa: E402
from django.conf import settings  # noqa: E402

settings.configure(
    SECRET_KEY="bench",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": os.path.join(os.environ["BENCH_DATA"], "peer.sqlite3"),
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"},
            "CONN_MAX_AGE": None,
        }
    },
)
django.setup()

from django.core.asgi import get_asgi_application  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse  # noqa: E402
from django.urls import path  # noqa: E402
from django.views.decorators.csrf import csrf_exempt  # noqa: E402
from ninja import NinjaAPI, Schema  # noqa: E402


class Position(models.Model):
    unit = models.CharField(max_length=64, db_index=True)
    at = models.BigIntegerField()
    lat = models.IntegerField()
    lon = models.IntegerField()

    class Meta:
        app_label = "bench"


class Incident(models.Model):
    origin = models.CharField(max_length=20)
    number = models.IntegerField()
    first_ring_at = models.BigIntegerField(null=True)
    lat = models.IntegerField(null=True)
    lon = models.IntegerField(null=True)
    responsible = models.CharField(max_length=64)

    class Meta:
        app_label = "bench"


class Event(models.Model):
    incident = models.ForeignKey(Incident, on_delete=models.CASCADE)
    kind = models.CharField(max_length=40)
    body = models.TextField()

    class Meta:
        app_label = "bench"


with connection.schema_editor() as editor:
    for model in (Position, Incident, Event):
        editor.create_model(model)

readers: set["asyncio.Queue[tuple[int, Any]]"] = set()
told = 0


async def stream(request: HttpRequest) -> StreamingHttpResponse:
    """Server-sent events."""
    queue: asyncio.Queue[tuple[int, Any]] = asyncio.Queue()
    readers.add(queue)

    async def events() -> AsyncIterator[str]:
        yield ": hello\n\n"
        try:
            while True:
                id, data = await queue.get()
                yield f"id: {id}\ndata: {json.dumps(data)}\n\n"
        finally:
            readers.discard(queue)

    return StreamingHttpResponse(events(), content_type="text/event-stream")


@csrf_exempt
async def publish(request: HttpRequest) -> JsonResponse:
    """One fact for every reader."""
    global told
    told += 1
    data = json.loads(request.body)
    for queue in readers:
        queue.put_nowait((told, data))
    return JsonResponse({"id": told})


api = NinjaAPI()


class NewPosition(Schema):
    unit: str
    spot: list[float]
    at: int


class NewIncident(Schema):
    origin: str
    spot: list[float]
    first_ring_at: int | None = None


@api.post("/positions")
def add_position(request: HttpRequest, new: NewPosition) -> dict[str, int]:
    """One row, one commit."""
    Position.objects.create(unit=new.unit, at=new.at, lat=round(new.spot[0] * 1e6), lon=round(new.spot[1] * 1e6))
    return {"kept": 1}


@api.post("/incidents")
def add_incident(request: HttpRequest, new: NewIncident) -> dict[str, int]:
    """An incident and its two events, one commit."""
    with transaction.atomic():
        number = Incident.objects.count() + 1
        lat, lon = (round(one * 1e6) for one in new.spot)
        one = Incident.objects.create(
            origin=new.origin, number=number, first_ring_at=new.first_ring_at, lat=lat, lon=lon, responsible="call-taker-1"
        )
        for kind in ("CallTaken", "EpisodeOpened"):
            Event.objects.create(incident=one, kind=kind, body=json.dumps(new.dict()))
    return {"id": one.id, "number": number}


def ready(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ready")


urlpatterns = [path("stream", stream), path("publish", publish), path("api/", api.urls), path("ready", ready)]
app = get_asgi_application()
