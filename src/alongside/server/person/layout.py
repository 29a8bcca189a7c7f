"""Where each entry stands on the page: by class, what keeps people safe first, what no longer holds apart."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from alongside.core.party import Actor
from alongside.server.site.rows import Row
from alongside.server.site.sharing_words import ROLE, TIE

MORE_WITH = frozenset({"clinician", "nurse", "case_manager"})  # to whom a consent or an emergency could open more

FIRST = ("crisis_plan", "threat", "means")  # what a crew reads first; then as the library lists the fields
NAMES = ("name", "other_names")


def in_order(fields: Sequence[str]) -> list[str]:
    """The fields as pages show them."""
    return [*FIRST, *(field for field in fields if field not in FIRST)]


def lay_out(rows: list[Row], order: Sequence[str]) -> Row:
    """Entries by class, those that no longer hold apart; the name for the title, where it may be read. ``order``: of fields."""
    holding = sorted((row for row in rows if not row["state"]), key=lambda row: order.index(row["field"]))
    by_class: dict[str, list[Row]] = {}
    for row in holding:
        by_class.setdefault(row["class"], []).append(row)
    name = next((row["words"] for row in holding if row["field"] in NAMES and row["words"]), "")
    prohibited = [row for row in by_class.get("safety_flags", []) if row["field"] == "contact_prohibition"]
    return {
        "name": name,
        "prohibited": prohibited,
        "flags": [row for row in by_class.get("safety_flags", []) if row not in prohibited],
        "plan": by_class.get("clinical_summary", []),
        "identity": by_class.get("identity", []),
        "notes": [*by_class.get("clinical_notes", []), *by_class.get("part2", []), *by_class.get("minor_consented", [])],
        "own_notes": [row for row in by_class.get("psychotherapy_notes", []) if row["own"]],
        "counseling": [row for row in by_class.get("psychotherapy_notes", []) if not row["own"]],
        "justice": by_class.get("criminal_justice", []),
        "earlier": [row for row in rows if row["state"]],
        "has_part2": any(row["part2"] or row["class"] == "part2" for row in rows if row["words"]),
    }


def say_reader(actor: Actor, ties: Sequence[str]) -> Row:
    """As whom the record is read, and why it may be; whether a consent or an emergency could open more."""
    return {
        "role_word": _(ROLE[actor.role]),
        "tie_words": [_(TIE[tie]) for tie in ties if tie in TIE],
        "more_with": actor.role in MORE_WITH,
    }
