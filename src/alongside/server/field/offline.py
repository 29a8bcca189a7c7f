"""The crew's page without a signal: a worker, and a shell that is the same for everybody and says nothing about anybody."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, gettext_noop, override

from alongside.server.field.steps import ORDER
from alongside.server.site.coded import word
from alongside.server.site.routes import OPEN, page
from alongside.server.site.templatetags.built import STATIC, find_manifest, read_manifest

SAYS = {
    "none": gettext_noop("No signal. What you tap is kept on this phone and sent once."),
    "missing": gettext_noop("Place, people and words: not available without signal."),
    "help": gettext_noop("Keep pressed for help"),
    "pressing": gettext_noop("Keep pressing…"),
    "how": gettext_noop("Keep this button, or Enter, pressed for one second. Without a signal it says: use radio."),
    "radio": gettext_noop("NOT SENT: use radio"),
    "unsent": gettext_noop("{count} not sent yet"),
}


@page(OPEN)
def worker(request: HttpRequest) -> HttpResponse:
    """The built worker, after the list of files it keeps; asked for anew at every visit."""
    files = ["/field/offline/", *list_files()]
    script = (STATIC / "built" / _chunks()["field-worker"]["file"]).read_text()
    version = sha256((script + json.dumps(files)).encode()).hexdigest()[:16]
    shell = f"self.SHELL = {json.dumps({'version': version, 'files': files})};\n"
    response = HttpResponse(shell + script, content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response


@page(OPEN)
def shell(request: HttpRequest) -> HttpResponse:
    """The page, with its words in both languages: the phone knows which."""
    words = {language: dict(_say(language)) for language in ("en", "es")}
    return render(request, "field/offline.html", {"words": words})


def _say(language: str) -> Iterator[tuple[str, str]]:
    with override(language):
        yield from ((key, gettext(english)) for key, english in SAYS.items())
        for status, english in ORDER.items():
            yield f"step.{status.value}", gettext(english)
            yield f"status.{status.value}", word("status", status.value)
        yield "status.assigned", word("status", "assigned")


def list_files() -> list[str]:
    """Scripts and styles of the shell, by their hashed addresses."""
    everything, found = _chunks()[""], {}
    for name in ("pages", "field-offline"):
        chunk = _chunks()[name]
        for part in (chunk, *(everything[key] for key in chunk.get("imports", ()))):
            found.update(dict.fromkeys([part["file"], *part.get("css", ())]))
    return [f"/static/built/{file}" for file in found]


def _chunks() -> dict[str, Any]:
    path = find_manifest()
    if path is None:
        raise Http404("the pages are not built")
    return read_manifest(path.stat().st_mtime_ns)
