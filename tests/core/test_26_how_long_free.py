"""How long a crew has been free: from the end of its last work, not from the beginning of its shift."""

from alongside.core.codes import AssignmentStatus as A
from alongside.core.dispatch import requests as d
from tests.core.story import Story
from tests.core.town import MINUTE


def test_01_a_crew_is_free_from_the_end_of_the_last_of_what_it_worked_on() -> None:
    told = Story().staff()
    told.call("i1")
    unit = told.board.units.reach("P31")
    assert (unit.freed_at, unit.service_at > 0) == (0, True)
    told.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="P31")
    told.wait(MINUTE)
    told.when(d.ReportStatus, "P31", assignment="a1", status=A.ACKNOWLEDGED)
    told.when(d.CancelAssignment, "desk-dispatch", assignment="a1", reason="resolved")
    assert unit.freed_at == told.board.assignments.reach("a1").times[A.CANCELLED] > unit.service_at
