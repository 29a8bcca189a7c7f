"""What was typed into a form of a record and not sent: kept encrypted under ids only, given back, thrown away."""

import json

from django.http import HttpRequest

from alongside.server.person.writing import FORMS
from alongside.server.site.kept import find_draft, keep_draft

LONGEST = 60_000


def form_name(person: str, data_class: str) -> str:
    """The draft's name: a form's name is not encrypted, so it holds an id and a class."""
    return f"person:{person}:{data_class}"


def find_drafts(request: HttpRequest, person: str) -> dict[str, dict[str, str]]:
    """{class: {field: text}} of what this member of staff began to write of this person."""
    found = {one: find_draft(request, form_name(person, one)) for one in FORMS}
    return {one: json.loads(text) for one, text in found.items() if text}


def keep_typed(request: HttpRequest, person: str, data_class: str, texts: dict[str, str]) -> bool:
    """Keep it in place of the one before; nothing typed throws it away. False where it is too long to keep."""
    kept = json.dumps({field: text for field, text in texts.items() if text})
    if len(kept) > LONGEST:
        return False
    keep_draft(request, form_name(person, data_class), "" if kept == "{}" else kept)
    return True
