"""Enrolled for a year by whoever may agree to it, renewed, changed, ended."""

from collections.abc import Collection

from alongside.core.asking import Asking
from alongside.core.fact import Fact, person_stream
from alongside.core.party import Reference
from alongside.core.person.age import age_facts
from alongside.core.person.items import written
from alongside.core.refused import Refused, must_be_in
from alongside.core.registry import facts as f
from alongside.core.registry import requests as r
from alongside.core.registry.codes import AGREED_BY, DEVICES, DRAWN_TO, ENDED, YEAR_MS
from alongside.core.registry.state import Enrollment


def enroll_person(asking: Asking, request: r.EnrollPerson) -> tuple[Fact, ...]:
    """Somebody new, or somebody with a record whose enrollment is over. A name, and how they look, are the least that can find anybody."""
    known = asking.board.enrollments.find(request.person)
    if known is not None and known.holds(asking.now):
        raise Refused("enrolled_already", person=request.person)
    must_be_in(request.agreed_by, "agreed_by", AGREED_BY)
    _must_be_told(request.drawn_to, request.carries)
    _must_say(request.words, "name", "appearance")
    until = _until(asking, request.until)
    stream, by = person_stream(request.person), asking.by
    told = (request.person, by.staff, by.agency, request.agreed_by, tuple(sorted(set(request.drawn_to))), request.carries, until)
    age = age_facts(asking, request.person, request.band, request.band_until)
    source = "person" if request.agreed_by == "person" else "family"
    items = [_item(asking, request.person, word, source, until) for word in request.words]
    return (f.PersonEnrolled(stream, asking.at, *told), *age, *items)


def _item(asking: Asking, person: str, word: Reference, source: str, until: int) -> Fact:
    """A flag is looked at again when the enrollment is."""
    is_flag = asking.rules.writing.classes.get(word.field) == "safety_flags"
    return written(asking, person, word, source, "", (), until if is_flag else None)


def change_enrollment(asking: Asking, request: r.ChangeEnrollment) -> tuple[Fact, ...]:
    """The coded part; words are put right on the record itself."""
    _holding(asking, request.person)
    _must_be_told(request.drawn_to, request.carries)
    told = (request.person, tuple(sorted(set(request.drawn_to))), request.carries)
    return (f.EnrollmentChanged(person_stream(request.person), asking.at, *told),)


def renew_enrollment(asking: Asking, request: r.RenewEnrollment) -> tuple[Fact, ...]:
    """From today, and at most for a year. What has lapsed is enrolled anew."""
    _holding(asking, request.person)
    return (f.EnrollmentRenewed(person_stream(request.person), asking.at, request.person, _until(asking, request.until)),)


def end_enrollment(asking: Asking, request: r.EndEnrollment) -> tuple[Fact, ...]:
    """At once, whoever asks: nobody has to be in the registry."""
    _holding(asking, request.person)
    must_be_in(request.reason, "reason", ENDED)
    return (f.EnrollmentEnded(person_stream(request.person), asking.at, request.person, request.reason),)


def enrollment_due(asking: Asking, person: str) -> tuple[Fact, ...]:
    """First a month's warning, then it is over."""
    one = find_enrollment(asking, person)
    stream = person_stream(person)
    if asking.now >= one.until:
        return (f.EnrollmentLapsed(stream, asking.now, person),)
    return (f.EnrollmentDue(stream, asking.now, person, one.until),)


def find_enrollment(asking: Asking, person: str) -> Enrollment:
    """The enrollment, or ``Refused("not_enrolled")``."""
    found = asking.board.enrollments.find(person)
    if found is None:
        raise Refused("not_enrolled", person=person)
    return found


def _holding(asking: Asking, person: str) -> Enrollment:
    one = find_enrollment(asking, person)
    if not one.holds(asking.now):
        raise Refused("not_enrolled", person=person)
    return one


def _until(asking: Asking, said: int | None) -> int:
    until = said or asking.now + YEAR_MS
    if not asking.now < until <= asking.now + YEAR_MS:
        raise Refused("enrollment_too_long")
    return until


def _must_be_told(drawn_to: Collection[str], carries: str) -> None:
    for code in drawn_to:
        must_be_in(code, "drawn_to", DRAWN_TO)
    must_be_in(carries, "carries", DEVICES)


def _must_say(words: tuple[Reference, ...], *fields: str) -> None:
    said = {word.field for word in words}
    if missing := [field for field in fields if field not in said]:
        raise Refused("enrollment_says_too_little", missing=missing[0])
