"""Orders about the registry. Words travel in ``words``: one item of the person's record for each of them."""

from alongside.core.request import Request, request


@request
class EnrollPerson(Request):
    """Enroll somebody, with what the family tells. ``person``: a new record, or one that is there. ``until`` (ms UTC): at most a year."""

    person: str
    agreed_by: str
    drawn_to: tuple[str, ...] = ()
    carries: str = "none"
    until: int | None = None
    band: str = ""
    band_until: int | None = None


@request
class ChangeEnrollment(Request):
    """Drawn to something else now, or another device."""

    person: str
    drawn_to: tuple[str, ...] = ()
    carries: str = "none"


@request
class RenewEnrollment(Request):
    """The family was asked: everything is still so."""

    person: str
    until: int | None = None


@request
class EndEnrollment(Request):
    """Take the person out of the registry."""

    person: str
    reason: str


@request
class SearchRegistry(Request):
    """Look for whoever fits what is said of somebody missing or found. ``found`` is told by the server, never by who asks."""

    incident: str
    why: str = "missing"
    found: tuple[tuple[str, tuple[str, ...]], ...] = ()


@request
class MatchSearch(Request):
    """It is this person."""

    incident: str
    person: str


@request
class UndoMatch(Request):
    """It is somebody else after all."""

    incident: str
    reason: str = "other_person"
