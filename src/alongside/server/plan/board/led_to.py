"""What a board begins as where another page led to it: in that page's world, with its program and that program's own roster."""

from django.http import QueryDict

from alongside.server.plan.board import changing_terms
from alongside.server.plan.board.question import Question, question
from alongside.twin.whatif.plan import BoardPlan


def led_to(asked: Question, told: QueryDict) -> BoardPlan:
    """The plan of ``asked``, changed as the address says. Raises :class:`CannotBe`."""
    plan, there = asked.plan, asked.world
    if told.get("world"):
        plan = changing_terms.world(plan, told, there)
        found = question(plan)
        there = found.world if found else there
    if told.get("program", plan.program) == plan.program:
        return plan
    own = QueryDict(mutable=True)
    own.update({"program": told["program"], "roster": "own"})
    return changing_terms.program(plan, own, there)
