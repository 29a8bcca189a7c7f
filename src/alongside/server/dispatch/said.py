"""What was said of an incident: its facts, and the words of them that this reader may see."""

from collections.abc import Sequence
from typing import NamedTuple

from django.http import HttpRequest

from alongside.ledger.row import Row
from alongside.server.dispatch.read_words import references_of, why_withheld
from alongside.server.dispatch.timeline import latest_words
from alongside.server.records.open import Words
from alongside.server.site.looking import read_words

FIELDS = ("place", "summary", "call_back", "cad_number")


class Said(NamedTuple):
    """Ledger rows in order, and their words."""

    rows: Sequence[Row]
    words: Words

    def latest(self) -> dict[str, str]:
        """What was said last in each short field, and why the place is withheld, where it is."""
        withheld = why_withheld([one.fact for one in self.rows], self.words, "place")
        return {**{field: latest_words(self.rows, self.words, field) for field in FIELDS}, "place_withheld": withheld}


def read_said(request: HttpRequest, rows: Sequence[Row]) -> Said:
    """These rows, and their words as far as this actor may read them; the reading is noted."""
    return Said(rows, read_words(request, references_of([row.fact for row in rows]), "operations"))
