"""A partner's system, as the stories of FHIR have it: how it asks, and what it is answered where it may not."""

import json
from typing import Any

import httpx

from tests.server.running import Person, Server

FHIR = "application/fhir+json"
DAY_MS = 86_400_000


class Client:
    """K. Brandt's own account, as a system of Harbor House would use it."""

    def __init__(self, server: Server) -> None:
        self.person = Person(server, "k-brandt")

    def send(self, method: str, path: str, body: Any = None, media: str = FHIR, **headers: str) -> httpx.Response:
        token = {"X-CSRFToken": self.person.client.cookies["csrftoken"], "Content-Type": media}
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.person.client.request(method, f"/fhir/{path}", content=content, headers={**token, **headers})

    def get(self, path: str) -> httpx.Response:
        return self.person.client.get(f"/fhir/{path}")

    def patch(self, path: str, **parts: Any) -> httpx.Response:
        ops = [{"op": "replace", "path": f"/{name}", "value": value} for name, value in parts.items()]
        return self.send("PATCH", path, ops, "application/json-patch+json")


def says(answer: httpx.Response) -> tuple[int, str, str]:
    """(status, issue code, sentence) of an outcome."""
    told = answer.json()
    assert told["resourceType"] == "OperationOutcome", told
    return answer.status_code, told["issue"][0]["code"], told["issue"][0]["details"]["text"]
