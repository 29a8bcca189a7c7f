"""Pieces of the card and the plans, copied out of the board first, so that words are read after it was let go."""

from collections.abc import Iterable

from alongside.core.card.decide import CARD
from alongside.core.party import Reference
from alongside.core.person.state import Item, Person
from alongside.server.records.open import Words
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row
from alongside.server.site.telling import told_or_why

RESPONSE = ("plan_signs", "plan_myself", "plan_with", "plan_call")
SAFETY = ("safety_reasons", "safety_home", "safety_checks", "safety_next")
PARTS = {"card": CARD, "response": RESPONSE, "safety": SAFETY}


def parts_of(seen: Look, person: Person) -> dict[str, Row]:
    """{card, response, safety}: pieces that hold, in their order, and the fields this reader may write."""
    labels = seen.deployment.vault.sharing.fields.labels
    writes = seen.asking.rules.writing.fields.get(seen.actor.role, frozenset())
    items = [item for id in person.items if (item := seen.view.board.items.find(id)) and not item.state and item.words]
    told = {}
    for part, fields in PARTS.items():
        named = [{"field": one, "label": _short(labels[one][seen.view.language])} for one in fields]
        pieces = [_piece(seen, item, one["label"]) for one in named for item in items if item.field == one["field"]]
        told[part] = {"fields": [one for one in named if one["field"] in writes], "pieces": pieces}
    return told


def _short(label: str) -> str:
    """“Crisis card: what helps me” is “What helps me” below its own heading."""
    rest = label.partition(": ")[2]
    return rest[:1].upper() + rest[1:]


def _piece(seen: Look, item: Item, label: str) -> Row:
    approval = seen.view.board.approvals.find(item.id)
    name = seen.view.names.person
    waits = approval is not None and not approval.approved_by
    return {
        "id": item.id,
        "label": label,
        "author": name(item.author),
        "at": item.at,
        "review_at": item.review_at,
        "lapsed": item.review_at is not None and item.review_at <= seen.asking.now,
        "waits": waits,
        "approved_by": name(approval.approved_by) if approval and approval.approved_by else "",
        "may_approve": waits and item.author != seen.actor.staff and item.agency == seen.actor.agency,
        "reference": item.words[0],
    }


def references_in(parts: Iterable[Row]) -> list[Reference]:
    """The words to read."""
    return [piece["reference"] for part in parts for piece in part["pieces"]]


def with_words(parts: dict[str, Row], words: Words) -> dict[str, Row]:
    """The same with words, or with why not; what the reader is not told of is left out."""
    told = {}
    for name, part in parts.items():
        pieces = [{**one, "words": told_or_why(words, one["reference"])} for one in part["pieces"]]
        shown = [{**one, "is_shown": one["reference"].vault_id in words} for one in pieces if one["words"]]
        told[name] = {**part, "pieces": shown, "to_approve": [one["id"] for one in shown if one["may_approve"] and one["is_shown"]]}
    return told
