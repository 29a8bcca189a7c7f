"""The plan of an address, or nothing."""

from django.http import Http404

from alongside.server.plan.board.kept import plans
from alongside.server.plan.board.question import Question, question


def must_ask(mark: str) -> Question:
    """404 where no plan has that address here, or its world is gone."""
    plan = plans().find(mark)
    asked = question(plan) if plan else None
    if asked is None:
        raise Http404("plan")
    return asked
