"""/api/…: the operations of the machine interface, as exchange/api.py declares them."""

from collections.abc import Mapping

from django.utils.datastructures import CaseInsensitiveMapping
from pydantic import ValidationError

from alongside.core.party import Actor
from alongside.server.exchange.operation import NO_CLIENT, NOT_THEIRS, Operation, cannot_read, no
from alongside.server.exchange.token import Token
from alongside.server.site.asking.decode import read_json
from alongside.server.site.asking.explain import explain
from alongside.server.site.asking.malformed import Malformed
from alongside.server.site.deployment import Deployment
from alongside.server.site.thin.http import JSON, Http

NOT_KEPT = (b"cache-control", b"no-store")
find_client = Token()


class MachineAsks:
    """What an operation knows of the request: method, headers by any spelling, and, once it is known, the client."""

    auth: Actor

    def __init__(self, http: Http) -> None:
        self.method, self.headers = http.method, CaseInsensitiveMapping(http.headers)


async def serve_operation(deployment: Deployment, http: Http, operation: Operation, names: Mapping[str, str]) -> None:
    """Know the client, read, run, answer."""
    asking = MachineAsks(http)
    try:
        looking = find_client(asking)  # None where there is no bearer token to look up
        client = await looking if looking else None
        if client is None:
            await http.json(401, no("sign_in", NO_CLIENT))
            return
        asking.auth = client
        sent = read_json(await http.body()) if operation.takes else None
        status, told = await operation.answer(asking, names, sent)
        await http.answer(status, told, JSON, NOT_KEPT)
    except PermissionError:
        await http.json(403, no("not_allowed", NOT_THEIRS))
    except ValidationError as error:
        await http.json(422, cannot_read(error))
    except Malformed as wrong:
        answer = explain(deployment, wrong, "en")
        await http.json(answer.status, answer.body)
