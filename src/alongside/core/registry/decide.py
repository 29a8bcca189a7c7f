"""Which function of the registry answers which request."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.registry import enrolling, searching
from alongside.core.registry import requests as r

DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.EnrollPerson: enrolling.enroll_person,
    r.ChangeEnrollment: enrolling.change_enrollment,
    r.RenewEnrollment: enrolling.renew_enrollment,
    r.EndEnrollment: enrolling.end_enrollment,
    r.SearchRegistry: searching.search_registry,
    r.MatchSearch: searching.match_search,
    r.UndoMatch: searching.undo_match,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {ClockKind.ENROLLMENT: enrolling.enrollment_due}
