"""What was found as CSV: every figure with its interval, and the plan it belongs to."""

import csv
import io

from django.http import HttpRequest, HttpResponse

from alongside.server.plan.board.asking import of_plan
from alongside.server.plan.board.board_page import shown
from alongside.server.plan.board.costing import cost_both
from alongside.server.plan.board.kept import jobs
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
    """Terms, figures, cost, patterns, roster."""
    text, plan = io.StringIO(), asked.plan
    out = csv.writer(text)
    out.writerow(("part", "what", "today", "plan", "difference", "low_95", "high_95", "runs"))
    terms = {"plan": mark, "program": plan.program, "world": plan.world, "demand_percent": plan.demand, "weeks": plan.weeks}
    out.writerows(("terms", name, "", value) for name, value in (*terms.items(), ("engine", found.engine)))
    for name, one in found.compared.get(PLAN, {}).items():
        ends = ("" if end is None else f"{end:.6g}" for end in (one.low, one.high))
        out.writerow(("figure", name, f"{one.before:.6g}", f"{one.after:.6g}", f"{one.mean:.6g}", *ends, one.pairs))
    before, after = cost_both(asked)
    out.writerow(("cost", "a_year", *(f"{value:.0f}" for value in (before, after, after - before))))
    for part in ("responses", "unmet_hours", "unmet_places"):
        counted = getattr(found, part)
        out.writerows((part, at, *pair) for at, pair in enumerate(zip(counted[TODAY], counted[PLAN], strict=True)))
    for unit in plan.units:
        shifts = " ".join(f"{one.from_hour:g}+{one.hours:g}" for one in unit.shifts) or "always"
        out.writerow(("roster", unit.name, unit.crew_kind, shifts, unit.post))
    return text.getvalue()
