"""What the report of a plan says, part by part, as data in the reader's language."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.server.plan.board.question import PLAN, Question
from alongside.server.plan.board.results import list_rows
from alongside.server.plan.board.words import program_name
from alongside.server.plan.paper import drawn, method, roster, says, words
from alongside.server.site.deployment import get_deployment
from alongside.twin.whatif.told import Found


def report_of(asked: Question, found: Found, link: str, made: datetime) -> dict[str, Any]:
    """Everything ``report.typ`` shows."""
    mark = asked.plan.mark()
    rows = [says.say_row(one) for one in list_rows(found, PLAN)]
    return {
        **say_head(asked, mark, made),
        "lang": (get_language() or "en")[:2],
        "words": words.name_all(asked),
        "sentence": says.say_answer(asked, found),
        "cards": says.say_cards(asked, found),
        "changed": roster.list_changed(asked),
        "settings": roster.list_set(asked),
        "rows": rows,
        "pairs": say_pairs(found),
        "spread": drawn.draw_spread(asked, found),
        "heat": drawn.draw_heat(found),
        "days": drawn.say_days(),
        "places": drawn.say_places(asked, found),
        "cost": says.say_costs(asked),
        "method": method.list_method(asked, found),
        "not_known": [*says.list_others(asked), *method.list_unknown(asked)],
        "roster": roster.list_teams_of(asked),
        "link": link,
    }


def say_head(asked: Question, mark: str, made: datetime) -> Mapping[str, str]:
    """Whose it is and of when; what is invented says so on every page."""
    area, when = get_deployment().profile.area.title, date_format(made, "DATETIME_FORMAT")
    footer = _("Alongside, planning · plan %(mark)s") % {"mark": mark}
    told = {"program": program_name(asked.plan.program), "area": area, "when": when}
    return {
        "title": _("What this plan would change"),
        "overline": _("Planning report"),
        "who": _("%(program)s, %(area)s · made %(when)s") % told,
        "footer": f"{footer} · {_('invented people and calls')}" if get_deployment().is_demo else footer,
    }


def say_pairs(found: Found) -> str:
    """How often it was lived."""
    told = {"pairs": found.pairs, "of": found.runs, "weeks": found.weeks}
    return str(
        _(
            "%(pairs)s of %(of)s runs with each roster, weeks in each: %(weeks)s; the same calls in both, the interval is of the "
            "difference run by run."
        )
        % told
    )
