"""What was found as CSV: every figure with its interval, and the plan it belongs to."""

import csv
import io
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse

from alongside.core.policy.settings import list_settings
from alongside.core.policy.state import Setting
from alongside.server.plan.board.asking import of_plan
from alongside.server.plan.board.board_page import shown
from alongside.server.plan.board.costing import cost_both
from alongside.server.plan.board.kept import jobs
from alongside.server.plan.board.profiles import profile_of, rules_of
from alongside.server.plan.board.question import PLAN, TODAY, Question
from alongside.server.plan.figures import csv_file
from alongside.server.site.routes import page
from alongside.twin.whatif.told import Found


@page("plan")
@of_plan
def export(request: HttpRequest, asked: Question, mark: str) -> HttpResponse:
    """Exact figures over the whole run; before the first is known, the page."""
    found = jobs().standing(asked.job().mark()).found
    return csv_file(as_csv(asked, mark, found), f"alongside-plan-{mark}") if found else shown(request, asked, mark)


def as_csv(asked: Question, mark: str, found: Found) -> str:
    """Terms, figures, cost, patterns, what the policies say otherwise, roster."""
    text, plan = io.StringIO(), asked.plan
    out = csv.writer(text)
    out.writerow(("part", "what", "today", "plan", "difference", "low_95", "high_95", "runs"))
    terms = {
        "plan": mark,
        "program": plan.program,
        "world": plan.world,
        "demand_percent": plan.demand,
        "weeks": plan.weeks,
        "rules": plan.rules,
    }
    out.writerows(("terms", name, "", value) for name, value in (*terms.items(), ("engine", found.engine)))
    for name, one in found.compared.get(PLAN, {}).items():
        ends = ("" if end is None else f"{end:.6g}" for end in (one.low, one.high))
        out.writerow(("figure", name, f"{one.before:.6g}", f"{one.after:.6g}", f"{one.mean:.6g}", *ends, one.pairs))
    before, after = cost_both(asked)
    out.writerow(("cost", "a_year", *(f"{value:.0f}" for value in (before, after, after - before))))
    for part in ("responses", "unmet_hours", "unmet_places"):
        counted = getattr(found, part)
        out.writerows((part, at, *pair) for at, pair in enumerate(zip(counted[TODAY], counted[PLAN], strict=True)))
    out.writerows(("setting", *row) for row in list_differing(asked))
    for unit in plan.units:
        shifts = " ".join(f"{one.from_hour:g}+{one.hours:g}" for one in unit.shifts) or "always"
        out.writerow(("roster", unit.name, unit.crew_kind, shifts, unit.post))
    return text.getvalue()


def list_differing(asked: Question) -> Iterator[tuple[str, str, str]]:
    """(name, as it is today, in the plan) of each setting in which the plan's policy differs from today's or from its program's files."""
    files = list_settings(profile_of(asked.plan.program).rules)
    today, plan = list_settings(rules_of(asked.today)), list_settings(rules_of(asked.plan))
    for name in sorted({*files, *today, *plan}):
        if plan.get(name) != today.get(name) or plan.get(name) != files.get(name):
            yield name, say_setting(today.get(name)), say_setting(plan.get(name))


def say_setting(one: Setting | None) -> str:
    """Codes in their order, or the number; times are milliseconds. Empty where it says nothing."""
    if one is None:
        return ""
    return " ".join(one.codes) if one.codes else str(one.number)
