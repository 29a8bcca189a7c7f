"""Unit positions a second, each acknowledged after it is on the disk: our thin path beside a django-ninja endpoint."""

import json
import time

from bench.knocking import Knocks, knock
from bench.row import Row, higher_is_better
from bench.serving import machine_token, ours, peer

CLIENTS, SECONDS = 64, 6.0
UNITS = ("m12", "m14", "m16", "c204", "c207", "c211", "p31", "p34")


def rows() -> list[Row]:
    """Sixty-four vehicles' radios, one position a request."""
    mine, theirs = measure_ours(), measure_peer()
    name = "django-ninja endpoint, same SQLite and synchronous=FULL, same server program"
    return [higher_is_better("avl", "acknowledged unit positions a second, 64 connections", mine.rate, theirs.rate, name, 5.0, "1/s")]


def measure_ours() -> Knocks:
    """POST /avl."""
    with ours() as server:
        headers = machine_token(server)
        knock(server.port, "/avl", headers, position, 4, 0.5)
        return knock(server.port, "/avl", headers, position, CLIENTS, SECONDS)


def measure_peer() -> Knocks:
    """POST /api/positions of plain Django."""
    with peer("plain_django") as server:
        knock(server.port, "/api/positions", {}, position, 4, 0.5)
        return knock(server.port, "/api/positions", {}, position, CLIENTS, SECONDS)


def position(count: int) -> bytes:
    """The n-th position."""
    at = time.time_ns() // 1_000_000 - 30_000 + count % 30_000
    return json.dumps({"unit": UNITS[count % len(UNITS)], "spot": [40.7 + count % 1000 / 1e5, -111.9], "at": at}).encode()
