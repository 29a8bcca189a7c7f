"""What was said of an incident: its facts, and the words of them that this reader may see."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.http import HttpRequest

from alongside.ledger.row import Row
from alongside.server.dispatch.read_words import references_of, why_withheld
from alongside.server.dispatch.timeline import latest_words
from alongside.server.records.open import Words
from alongside.server.site.deployment import get_deployment
from alongside.server.site.known import FLAGS, references_in, see_known, tell_known
from alongside.server.site.looking import look, read_words
from alongside.server.site.record_facts import of_the_call

FIELDS = ("place", "summary", "call_back", "cad_number")


class Said(NamedTuple):
    """Ledger rows in order, and their words."""

    rows: Sequence[Row]
    words: Words
    known: Sequence[dict[str, Any]] = ()  # what is known of the people that keeps everybody safe

    def latest(self) -> dict[str, Any]:
        """What was said last in each short field, and why the place is withheld, where it is."""
        withheld = why_withheld([one.fact for one in self.rows], self.words, "place")
        return {**{field: latest_words(self.rows, self.words, field) for field in FIELDS}, "place_withheld": withheld, "known": self.known}


def read_said(request: HttpRequest, rows: Sequence[Row], id: str) -> Said:
    """These rows, their words and the flags of the people known, as far as this actor may read them; the reading is noted."""
    rows = of_the_call(rows)
    return Said(rows, read_words(request, references_of([row.fact for row in rows]), "operations"), read_known(request, id))


def read_known(request: HttpRequest, id: str) -> list[dict[str, Any]]:
    """The safety flags of whoever is known among the people of this incident."""
    sharing = get_deployment().vault.sharing
    with look(request) as seen:
        found = see_known(seen.view, sharing, seen.actor, seen.incident(id), seen.asking.now, FLAGS)
    return tell_known(found, read_words(request, references_in(found), "operations"))
