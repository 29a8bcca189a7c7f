"""How long a posted incident takes until it is decided and on the disk, for one client and for thirty-two."""

import json

from bench.knocking import Knocks, knock
from bench.row import Row, lower_is_better
from bench.serving import Served, machine_token, ours, peer

SECONDS = 3.0
PEER = "django-ninja endpoint with two related inserts, same SQLite and synchronous=FULL"


def rows() -> list[Row]:
    """p50 and p95 of POST /ask/TakeCall and of POST /api/incidents beside the peer's."""
    with ours() as server:
        headers = machine_token(server)
        thin = {clients: measure(server, "/ask/TakeCall", headers, clients) for clients in (1, 32)}
        ninja = {clients: measure(server, "/api/incidents", headers, clients) for clients in (1, 32)}
    with peer("plain_django") as server:
        plain = {clients: measure(server, "/api/incidents", {}, clients) for clients in (1, 32)}
    return [
        row(way, mine[clients], plain[clients], clients, percent)
        for way, mine in (("/ask/TakeCall", thin), ("/api/incidents", ninja))
        for clients in (1, 32)
        for percent in (50, 95)
    ]


def row(way: str, mine: Knocks, theirs: Knocks, clients: int, percent: int) -> Row:
    """One figure beside the peer's."""
    measure = f"POST {way}, {clients} client{'s' if clients > 1 else ''}, p{percent}"
    return lower_is_better("api", measure, mine.percentile_ms(percent), theirs.percentile_ms(percent), PEER, 1.0, "ms")


def measure(server: Served, path: str, headers: dict[str, str], clients: int) -> Knocks:
    """After a short warm-up."""
    knock(server.port, path, headers, incident, clients, 0.4)
    found = knock(server.port, path, headers, incident, clients, SECONDS)
    if found.failed:
        raise RuntimeError(f"{found.failed} of {len(found.seconds)} requests to {path} were not granted")
    return found


def incident(count: int) -> bytes:
    """A call downtown; every one another."""
    return json.dumps({"origin": "call_911", "spot": [40.76 + count % 100 / 1e4, -111.89]}).encode()
