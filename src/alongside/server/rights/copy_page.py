"""The person's own copy: everything the rules show them, and why the rest is left out. Each reading is noted as the person's own."""

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.server.rights.copying import compile_copy
from alongside.server.site.routes import page


@page("rights")
def own_copy(request: HttpRequest, person: str, copy: str) -> HttpResponse:
    """Made to be printed."""
    return render(request, "rights/copy.html", _compiled(request, person, copy))


@page("rights")
def own_copy_json(request: HttpRequest, person: str, copy: str) -> HttpResponse:
    """The same for machines."""
    made = json.dumps(_compiled(request, person, copy), ensure_ascii=False, indent=1, default=str) + "\n"
    return HttpResponse(made, content_type="application/json", headers={"Content-Disposition": "attachment; filename=own-copy.json"})


def _compiled(request: HttpRequest, person: str, copy: str) -> dict[str, Any]:
    try:
        return compile_copy(request, person, copy)
    except LookupError as missing:
        raise Http404(copy) from missing
