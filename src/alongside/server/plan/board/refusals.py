"""Why a change of the board cannot be, and what to do."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from alongside.server.plan.board.words import team_name
from alongside.twin.whatif.moves import CannotBe

SAYS: Mapping[str, Callable[[], str]] = {
    "no_shift": lambda: _("%(unit)s no longer has that shift. Look at the board again."),
    "no_unit": lambda: _("%(unit)s is not on this board. Look at the board again."),
    "already_always": lambda: _("%(unit)s is on duty around the clock already. Give it hours first."),
    "twice": lambda: _("%(unit)s would be on duty twice at the same time. Choose hours that do not overlap."),
    "from": lambda: _("A shift begins at a full or half hour of the week. Choose a day and a time."),
    "hours": lambda: _("A shift lasts from %(least)s to %(most)s hours, in half hours."),
    "days": lambda: _("Choose at least one day."),
    "count": lambda: _("Add from %(least)s to %(most)s teams at once."),
    "too_many": lambda: _("A board holds at most %(most)s teams. Take some off first."),
    "no_post": lambda: _("That post is not in this world. Choose one of the list."),
    "no_kind": lambda: _("This program has no such team to copy. Choose one of the list."),
    "demand": lambda: _("The share of today's calls must be a whole number from %(least)s to %(most)s %%."),
    "weeks": lambda: _("Try from %(least)s to %(most)s weeks."),
    "runs": lambda: _("Try from %(least)s to %(most)s times: one time alone says nothing of chance."),
    "program": lambda: _("That program cannot be tried here. Choose one of the list."),
    "beside": lambda: _("A plan is compared with today or with its program's own roster. Choose one of the list."),
    "world": lambda: _("That world is not here, is damaged, or its history says too little. Choose one of the list."),
    "cost": lambda: _("%(figure)s must be a number from %(least)s to %(most)s."),
    "queue_full": lambda: _("%(most)s plans wait to be tried already. Stop one that is not needed, or come back later."),
    "own_full": lambda: _("%(most)s of your plans wait to be tried already. Stop one, or wait until one is done."),
    "plans_full": lambda: _("No more plans can be kept here. Ask the administrator to clear the planning folder."),
    "unknown": lambda: _("The board does not know that change. Look at the board again."),
}


def say_why(wrong: CannotBe) -> str:
    """One sentence."""
    values = dict(wrong.values)
    if "unit" in values:
        values["unit"] = team_name(str(values["unit"]))
    return SAYS.get(wrong.code, SAYS["unknown"])() % values
