"""May this reader know at all whether somebody is known here? Asked of the person in crisis before them, and noted, whatever it finds."""

from django.http import HttpRequest

from alongside.core.sharing.share import Withheld
from alongside.server.site.of_records import may_be_told
from alongside.server.site.sentences_withheld import say_withheld

MATCH = (("match", frozenset[str]()),)


def why_not(request: HttpRequest, episode: str) -> str:
    """The sentence that says why not; "" where they may."""
    (answer,) = may_be_told(request, ("person", episode), MATCH)
    return say_withheld(answer) if isinstance(answer, Withheld) else ""
