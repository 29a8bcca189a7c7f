"""The question of an address, put to the formulas where that can be."""

from typing import NamedTuple

from django.http import HttpRequest

from alongside.server.plan.board.living import can_live
from alongside.server.plan.board.today import today_plan
from alongside.server.plan.optimise.asked import Wanted, read_wanted
from alongside.server.plan.optimise.kinds import kinds_of
from alongside.server.plan.optimise.question import Question
from alongside.server.plan.optimise.reckoning import question
from alongside.twin.whatif.plan import BoardPlan


class Asking(NamedTuple):
    """What is wanted of which kinds of crew, and a sentence for each figure that cannot be."""

    today: BoardPlan
    kinds: dict[str, str]
    wanted: Wanted
    wrong: dict[str, str]

    @property
    def is_able(self) -> bool:
        """Whether there is anything to reckon with."""
        return can_live() and bool(self.kinds) and not self.wrong

    def answer(self) -> Question | None:
        """What the formulas say; None where they cannot be asked, or still reckon."""
        return question(self.wanted, self.today) if self.is_able else None


def read_asking(request: HttpRequest) -> Asking:
    """From the address."""
    today = today_plan()
    kinds = kinds_of(today)
    return Asking(today, kinds, *read_wanted(request.GET.dict(), kinds))
