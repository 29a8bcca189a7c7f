"""A page that lists what machines may ask, made from the code itself; nothing is loaded from elsewhere."""

from dataclasses import fields
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from alongside.core.request import REQUESTS, Request
from alongside.server.exchange.api import api
from alongside.server.site.asking.decode import OURS, needed_by
from alongside.server.site.routes import OPEN, page

EVERY = frozenset(field.name for field in fields(Request))


@page(OPEN)
def docs(request: HttpRequest) -> HttpResponse:
    """Operations of /api/ and every kind of POST /ask/<kind>."""
    paths: dict[str, Any] = api.get_openapi_schema()["paths"]
    operations = [
        (method.upper(), path, one.get("summary", ""), with_code(one.get("description", "")))
        for path, of in paths.items()
        for method, one in of.items()
    ]
    return render(request, "exchange/docs.html", {"operations": operations, "kinds": list_kinds()})


def list_kinds() -> list[tuple[str, SafeString, list[str], list[str]]]:
    """(kind, what it does, fields needed, fields that may be left out)."""
    return [(name, with_code(_first_line(kind)), *_fields(kind)) for name, kind in sorted(REQUESTS.items()) if name != "Tick"]


def with_code(text: str) -> SafeString:
    """Words of a docstring; what stands between double backticks as code."""
    pieces = ((format_html("<code>{}</code>", piece) if odd % 2 else piece,) for odd, piece in enumerate(text.split("``")))
    return format_html_join("", "{}", pieces)


def _first_line(kind: type[Request]) -> str:
    return (kind.__doc__ or "").strip().splitlines()[0]


def _fields(kind: type[Request]) -> tuple[list[str], list[str]]:
    own = [field.name for field in fields(kind) if field.name not in EVERY | OURS]
    needed = set(needed_by(kind))
    return [name for name in own if name in needed], [name for name in own if name not in needed]
