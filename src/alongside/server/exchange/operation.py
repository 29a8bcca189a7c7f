"""An operation of the machine interface: declared once, described by OpenAPI, run by the thin path."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NamedTuple, Protocol, get_type_hints

from pydantic import TypeAdapter, ValidationError

from alongside.core.party import Actor

BODY = "new"  # the parameter of an operation that stands for the body
NOT_NAMES = frozenset({"body", "query", "header", "path", BODY})
NO_CLIENT = "This address is for registered machines: send “Authorization: Bearer” and the client's token."
NOT_THEIRS = "This client's role does not see the board: register it with the role of a desk."
Run = Callable[..., Awaitable[tuple[int, Any]]]


class Asking(Protocol):
    """What an operation may know of the HTTP request."""

    @property
    def method(self) -> str | None: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def auth(self) -> Actor: ...


class Operation(NamedTuple):
    """``takes`` reads the body, where there is one; ``gives`` writes what may be answered with each status, and no field more."""

    run: Run
    takes: "TypeAdapter[Any] | None"
    gives: Mapping[int, "TypeAdapter[Any]"]

    async def answer(self, asking: Asking, names: Mapping[str, str], sent: Any) -> tuple[int, bytes]:
        """Status and JSON. Raises ``ValidationError`` where the body cannot be read."""
        status, told = await self.run(asking, **names, **({BODY: self.takes.validate_python(sent)} if self.takes else {}))
        gives = self.gives[status]
        return status, gives.dump_json(gives.validate_python(told))


Operations = dict[tuple[str, str], Operation]


def make_operation(run: Run, gives: Mapping[int, Any]) -> Operation:
    """Its body is read as the parameter ``new`` is annotated."""
    body = get_type_hints(run).get(BODY)
    return Operation(run, TypeAdapter(body) if body else None, {status: TypeAdapter(model) for status, model in gives.items()})


def find_operation(operations: Operations, method: str, path: str) -> tuple[Operation, Mapping[str, str]] | None:
    """The operation at an address, and the id in the address where it has one; None where there is no such operation."""
    if exact := operations.get((method, path)):
        return exact, {}
    above, _, last = path.rpartition("/")
    found = operations.get((method, above + "/{id}"))
    return (found, {"id": last}) if found and last else None


def cannot_read(error: ValidationError) -> dict[str, Any]:
    """What pydantic could not read, as our sentence; values are never repeated."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    field = next((str(part) for part in first["loc"] if part not in NOT_NAMES), "body")
    sentence = f"The field “{field}” cannot be read: {first['msg'].lower()}. Correct it and send again."
    return {"granted": False, "code": "wrong_field", "parameters": {"field": field}, "sentence": sentence}


def no(code: str, sentence: str) -> dict[str, Any]:
    """A refusal before anything was asked."""
    return {"granted": False, "code": code, "parameters": {}, "sentence": sentence}
