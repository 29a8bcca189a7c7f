"""Each entry of a record as a row: what it says or why not, whose word it is, where it was written, what may be done with it."""

from collections.abc import Iterable

from django.utils.translation import gettext

from alongside.core.board import Board
from alongside.core.party import Actor
from alongside.core.person.state import Item, Person
from alongside.core.rules import Writing
from alongside.server.person.agencies import agency_name
from alongside.server.person.writing import INPUTS, SHORT
from alongside.server.records.open import Words
from alongside.server.site.record_codes import coded
from alongside.server.site.rows import Row, View
from alongside.server.site.sentences_withheld import say_withheld

# Reasons that do not tell whether somebody was in a program or asked for care of their own. What has another is as if not there.
MAY_BE_KNOWN = frozenset({"ended", "flag_lapsed", "flag_no_review", "contact_prohibited", "consent_missing", "consent_declined",
                          "consent_expired", "consent_withdrawn", "audit_unavailable"})  # fmt: skip


def list_items(board: Board, person: Person) -> list[Item]:
    """Every entry, latest first."""
    found = [item for id in person.items if (item := board.items.find(id))]
    return sorted(found, key=lambda item: (item.at, item.index), reverse=True)


class Entries:
    """Rows for one reader. Items are copied out of the board, so that words may be read after it was let go."""

    def __init__(self, view: View, actor: Actor, writing: Writing, labels: dict[str, str], now: int) -> None:
        self._view, self._actor, self._writing, self._labels, self._now = view, actor, writing, labels, now
        self._disagreements = {one.item: one.disagreement for one in view.board.amendments if one.item and one.disagreement}

    def make(self, items: Iterable[Item]) -> list[Row]:
        """One row each, without words yet."""
        return [self._row(item) for item in items]

    def _row(self, item: Item) -> Row:
        writes = item.field in self._writing.fields.get(self._actor.role, frozenset())
        return {
            "id": item.id,
            "field": item.field,
            "label": self._labels.get(item.field, item.field),
            "class": self._writing.classes.get(item.field, ""),
            "references": item.words,
            "author": self._view.names.person(item.author),
            "agency": agency_name(self._view, item.agency),
            "source": coded("source", item.source),
            "at": item.at,
            "review_at": item.review_at,
            "overdue": item.is_overdue(self._now),
            "unsigned": self._view.board.is_unsigned(item.id),
            "disagreement": self._disagreements.get(item.id, ()),
            "part2": "part2" in item.marks,
            "minor": "minor_consented" in item.marks,
            "marks": ",".join(sorted(item.marks)),
            "short": item.field in SHORT,
            "input": INPUTS.get(item.field, "text"),
            "state": item.state,
            "state_word": coded("state", item.state) if item.state else "",
            "reason": coded("withdrawn", item.reason) if item.state == "withdrawn" else "",
            "amends": bool(item.amends),
            "may_change": writes and not item.state,
            "own": item.author == self._actor.staff,
        }


def with_words(rows: Iterable[Row], words: Words, whole_index: bool = False) -> list[Row]:
    """Rows whose words may be read, and those whose being withheld may be known; every other one is as if it were not there.

    ``whole_index``: for the privacy officer, who answers for every entry and reads none.
    """
    if whole_index:
        why = gettext("The words are not for your role.")
        return [{**row, "words": "", "why": why, "lapsed": False, "indexed": True, "disagrees": ""} for row in rows]
    told = (_told(row, words) for row in rows)
    return [row for row in told if row["words"] or row["why"]]


def _told(row: Row, words: Words) -> Row:
    said, against = (" ".join(words[one.vault_id] for one in row[its] if one.vault_id in words) for its in ("references", "disagreement"))
    withheld = next((words.withheld[one.vault_id] for one in row["references"] if one.vault_id in words.withheld), None)
    known = withheld is not None and withheld.reason in MAY_BE_KNOWN and not row["part2"] and not row["minor"]
    mistaken = withheld is not None and withheld.reason == "mistaken_identity" and row["own"]
    why = say_withheld(withheld) if withheld and row["class"] not in ("part2", "minor_consented") and (known or mistaken) else ""
    return {**row, "words": said, "disagrees": against, "why": why, "lapsed": bool(withheld and withheld.reason == "flag_lapsed")}
