"""What is written in somebody's record: by whom it may be, who said so, how it is put right, how it stops holding."""

from alongside.core.asking import Asking
from alongside.core.fact import Fact, person_stream
from alongside.core.party import Reference
from alongside.core.person import facts as f
from alongside.core.person import requests as r
from alongside.core.person.age import age_facts
from alongside.core.person.state import Item
from alongside.core.refused import Refused
from alongside.core.sharing.terms import FLAG_YEAR_MS, MARKS

SOURCES = frozenset({"person", "family", "caller", "provider", "part2_program", "own_observation", "document", "register"})
TEAMS = "threat_flag"  # raised and lowered by the team of a threat file alone (threat/flagging.py)
WITHDRAWN = frozenset({"no_longer_true", "never_true", "person_asked", "duplicate", "entered_wrong"})


def write_items(asking: Asking, request: r.WriteItems) -> tuple[Fact, ...]:
    """One item for each of the words. What comes from a Part 2 program is marked so, whoever writes it."""
    if request.person not in asking.board.people:
        raise Refused("person_unknown", person=request.person)
    if not request.words:
        raise Refused("item_empty")
    must_be_source(request.source)
    old = _amended(asking, request)
    # What is put right keeps the marks it had: a correction never opens what was closed.
    marks = frozenset(request.marks) | (old.marks if old else set()) | ({"part2"} if request.source == "part2_program" else set())
    if not marks <= frozenset(MARKS):
        raise Refused("not_in_list", what="marks", allowed=", ".join(MARKS))
    told = (request.source, request.episode, tuple(sorted(marks)), request.review_at, request.amends)
    items = (written(asking, request.person, word, *told) for word in request.words)
    return (*items, *age_facts(asking, request.person, request.band, request.band_until))


def _amended(asking: Asking, request: r.WriteItems) -> Item | None:
    """The entry that is put right: of the same field, and still holding."""
    if not request.amends:
        return None
    old = find_item(asking, request.person, request.amends)
    if old.state:
        raise Refused("item_over", state=old.state)
    if any(word.field != old.field for word in request.words):
        raise Refused("amends_other_field", field=old.field)
    return old


def written(
    asking: Asking, person: str, word: Reference, source: str, episode: str, marks: tuple[str, ...] = (), review_at: int | None = None,
    amends: str = "",
) -> Fact:  # fmt: skip
    """The fact of one item. Raises ``Refused`` where the asker's role does not write this field, or a flag has no date."""
    writing, by = asking.rules.writing, asking.by
    if word.field not in writing.fields.get(by.role, frozenset()):
        raise Refused("field_not_yours", field=word.field, role=by.role)
    is_flag = writing.classes.get(word.field) == "safety_flags"
    if is_flag and (review_at is None or not asking.now < review_at <= asking.now + FLAG_YEAR_MS):
        raise Refused("flag_review_date")
    named = (person, word.vault_id, episode, word.field, by.staff, by.agency, source, marks, review_at if is_flag else None, amends)
    return f.ItemWritten(person_stream(person), asking.at, *named, (word,))


def review_item(asking: Asking, request: r.ReviewItem) -> tuple[Fact, ...]:
    """A safety flag that still holds, for at most a year more."""
    item = _holding(asking, request.person, request.item)
    if item.review_at is None:
        raise Refused("item_no_flag")
    if not asking.now < request.review_at <= asking.now + FLAG_YEAR_MS:
        raise Refused("flag_review_date")
    return (f.ItemReviewed(person_stream(item.person), asking.at, item.person, item.id, request.review_at),)


def withdraw_item(asking: Asking, request: r.WithdrawItem) -> tuple[Fact, ...]:
    """It stays and says that it does not hold."""
    item = _holding(asking, request.person, request.item)
    if request.reason not in WITHDRAWN:
        raise Refused("not_in_list", what="reason", allowed=", ".join(sorted(WITHDRAWN)))
    return (f.ItemWithdrawn(person_stream(item.person), asking.at, item.person, item.id, request.reason),)


def find_item(asking: Asking, person: str, id: str) -> Item:
    """The item of that person, or ``Refused("item_unknown")``."""
    found = asking.board.items.find(id)
    if found is None or found.person != person:
        raise Refused("item_unknown", item=id)
    return found


def _holding(asking: Asking, person: str, id: str) -> Item:
    item = find_item(asking, person, id)
    if item.state:
        raise Refused("item_over", state=item.state)
    if item.field == TEAMS:
        raise Refused("flag_of_team")
    return item


def must_be_source(source: str) -> None:
    """Who said so is one of the list."""
    if source not in SOURCES:
        raise Refused("not_in_list", what="source", allowed=", ".join(sorted(SOURCES)))
