"""What was said of an incident: its facts, and the words of them that this reader may see."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from alongside.core.party import Actor
from alongside.ledger.row import Row
from alongside.server.dispatch.read_words import why_withheld, words_of
from alongside.server.dispatch.timeline import latest_words
from alongside.server.records.open import Words
from alongside.server.site.deployment import Deployment
from alongside.server.site.known import FLAGS, references_in, see_known, tell_known
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


def read_said(deployment: Deployment, actor: Actor, rows: Sequence[Row], id: str, language: str) -> Said:
    """These rows, their words and the flags of the people known, as far as this actor may read them; the reading is noted."""
    rows = of_the_call(rows)
    return Said(rows, words_of(deployment, actor, [row.fact for row in rows]), read_known(deployment, actor, id, language))


def read_known(deployment: Deployment, actor: Actor, id: str, language: str) -> list[dict[str, Any]]:
    """The safety flags of whoever is known among the people of this incident."""
    with deployment.ledger.board() as board:
        incident, view = board.incidents.find(id), deployment.view(board, language)
        found = see_known(view, deployment.vault.sharing, actor, incident, deployment.clock.now(), FLAGS) if incident else []
    references = references_in(found)
    return tell_known(found, deployment.vault.read(actor, references, "operations") if references else Words())
