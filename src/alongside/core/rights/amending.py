"""A request to put something right: answered within sixty days, put off at most once; what the person says to a no (45 CFR 164.526)."""

from alongside.core.asking import Asking
from alongside.core.fact import Fact, person_stream
from alongside.core.party import Reference
from alongside.core.person.facts import ItemWritten
from alongside.core.person.identity import find_person
from alongside.core.person.items import find_item
from alongside.core.person.state import Item
from alongside.core.refused import Refused, must_be_in
from alongside.core.rights import facts as f
from alongside.core.rights import requests as r
from alongside.core.rights.state import Amendment

ANSWER_MS = 60 * 86_400_000
LONGER_MS = 30 * 86_400_000
ASK_AGAIN_MS = 86_400_000
REASONS = frozenset({"accurate_and_complete", "not_made_here", "not_part_of_record", "not_open_to_access"})


def ask_amendment(asking: Asking, request: r.AskAmendment) -> tuple[Fact, ...]:
    """Of one item, or of the record as a whole."""
    person = find_person(asking, request.person)
    if request.amendment in asking.board.amendments:
        raise Refused("amendment_exists")
    if request.item:
        find_item(asking, person.id, request.item)
    _must_say(request.words, "amendment_asked")
    told = (request.amendment, person.id, request.item, asking.now + ANSWER_MS, request.words)
    return (f.AmendmentAsked(person_stream(person.id), asking.now, *told),)


def extend_amendment(asking: Asking, request: r.ExtendAmendment) -> tuple[Fact, ...]:
    """Once, by thirty days, while the first sixty run, with the reason in writing (45 CFR 164.526(b)(2)(ii))."""
    one = _open(asking, request.amendment)
    if one.extended_at is not None:
        raise Refused("amendment_extended", due_at=one.due_at)
    if asking.now >= one.due_at:
        raise Refused("amendment_late", due_at=one.due_at)
    _must_say(request.words, "amendment_extended")
    told = (one.id, one.person, asking.by.staff, one.due_at + LONGER_MS, request.words)
    return (f.AmendmentExtended(person_stream(one.person), asking.now, *told),)


def accept_amendment(asking: Asking, request: r.AcceptAmendment) -> tuple[Fact, ...]:
    """The new words stand beside the old ones, which say that they were put right."""
    one = _open(asking, request.amendment)
    stream, by = person_stream(one.person), asking.by
    written = _written(asking, one, request.words) if one.item else ()
    return (*written, f.AmendmentAccepted(stream, asking.now, one.id, one.person, one.item, by.staff, request.told))


def refuse_amendment(asking: Asking, request: r.RefuseAmendment) -> tuple[Fact, ...]:
    """With a reason of the law's list, and in words."""
    one = _open(asking, request.amendment)
    must_be_in(request.reason, "reason", REASONS)
    _must_say(request.words, "amendment_refused")
    told = (one.id, one.person, one.item, asking.by.staff, request.reason, request.words)
    return (f.AmendmentRefused(person_stream(one.person), asking.now, *told),)


def state_disagreement(asking: Asking, request: r.StateDisagreement) -> tuple[Fact, ...]:
    """Only to a no."""
    one = find_amendment(asking, request.amendment)
    if one.state != "refused":
        raise Refused("amendment_not_refused")
    _must_say(request.words, "disagreement")
    return (f.DisagreementStated(person_stream(one.person), asking.now, one.id, one.person, one.item, request.words),)


def amendment_due(asking: Asking, id: str) -> tuple[Fact, ...]:
    """Not answered in time; raised every day."""
    one = find_amendment(asking, id)
    return (f.AmendmentOverdue(person_stream(one.person), asking.now, id, one.person, one.due_at, asking.now + ASK_AGAIN_MS),)


def find_amendment(asking: Asking, id: str) -> Amendment:
    """The request, or ``Refused("amendment_unknown")``."""
    found = asking.board.amendments.find(id)
    if found is None:
        raise Refused("amendment_unknown", amendment=id)
    return found


def _open(asking: Asking, id: str) -> Amendment:
    one = find_amendment(asking, id)
    if one.state != "open":
        raise Refused("amendment_answered", state=one.state)
    return one


def _written(asking: Asking, one: Amendment, words: tuple[Reference, ...]) -> tuple[Fact, ...]:
    item: Item = find_item(asking, one.person, one.item)
    word = next((word for word in words if word.field == item.field), None)
    if word is None:
        raise Refused("amendment_says_too_little", missing=item.field)
    named = (one.person, word.vault_id, item.episode, item.field, asking.by.staff, item.agency, "person", tuple(sorted(item.marks)))
    return (ItemWritten(person_stream(one.person), asking.now, *named, item.review_at, item.id, (word,)),)


def _must_say(words: tuple[Reference, ...], field: str) -> None:
    if not any(one.field == field for one in words):
        raise Refused("amendment_says_too_little", missing=field)
