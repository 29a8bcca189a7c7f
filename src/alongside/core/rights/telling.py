"""What leaves: told outside this system, and the person's own copy."""

from alongside.core.asking import Asking
from alongside.core.fact import Fact, person_stream
from alongside.core.person.identity import find_person
from alongside.core.refused import Refused, must_be_in
from alongside.core.rights import facts as f
from alongside.core.rights import requests as r
from alongside.core.sharing.terms import CLASSES

HOW = frozenset({"phone", "paper", "fax", "in_person", "electronic", "subpoena"})
BASES = frozenset(
    {"consent", "treatment", "payment_operations", "164.512.j", "164.512.f", "2.51", "court_order", "required_by_law", "involved_in_care"}
)
IDENTITY = frozenset({"photo_document", "known_in_person", "two_facts", "notarized", "court_paper"})
COPY_HOW = frozenset({"in_person", "mail", "secure_portal"})
ASKERS = frozenset({"person", "guardian"})
COPY_MS = 60 * 60_000
SIX_YEARS_MS = 6 * 366 * 86_400_000


def record_disclosure(asking: Asking, request: r.RecordDisclosure) -> tuple[Fact, ...]:
    """By whoever told it, or the privacy officer; never in the future, never longer ago than an accounting reaches."""
    person = find_person(asking, request.person)
    if request.disclosure in asking.board.disclosures:
        raise Refused("disclosure_exists")
    must_be_in(request.how, "how", HOW)
    must_be_in(request.basis, "basis", BASES)
    if not request.classes or not set(request.classes) <= set(CLASSES):
        raise Refused("not_in_list", what="classes", allowed=", ".join(CLASSES))
    at = asking.now if request.disclosed_at is None else request.disclosed_at
    if not asking.now - SIX_YEARS_MS < at <= asking.now:
        raise Refused("disclosure_time")
    if {"disclosed_to", "disclosed_what"} - {one.field for one in request.words}:
        raise Refused("disclosure_says_too_little")
    by = asking.by
    told = (request.disclosure, person.id, by.staff, by.agency, request.how, request.basis, request.classes, at, request.words)
    return (f.DisclosureRecorded(person_stream(person.id), asking.now, *told),)


def hand_out_copy(asking: Asking, request: r.HandOutCopy) -> tuple[Fact, ...]:
    """Once who asks was checked. Who answers for somebody grown is none: that needs a release."""
    person = find_person(asking, request.person)
    if request.copy in asking.board.copies:
        raise Refused("copy_exists")
    must_be_in(request.identity, "identity", IDENTITY)
    must_be_in(request.how, "how", COPY_HOW)
    must_be_in(request.asker, "asker", ASKERS)
    if request.asker == "guardian" and person.age_at(asking.now) not in ("child", "teen"):
        raise Refused("copy_no_guardian")
    told = (request.copy, person.id, asking.by.staff, request.asker, request.identity, request.how, asking.now + COPY_MS)
    return (f.CopyHandedOut(person_stream(person.id), asking.now, *told),)
