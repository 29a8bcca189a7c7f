"""What was found as rows of a table, and the plan it belongs to: every figure exactly."""

import csv
import io

from alongside.server.plan.board.costing import cost_both
from alongside.server.plan.board.question import PLAN, TODAY, Question
from alongside.server.plan.board.settings_rows import list_differing
from alongside.twin.whatif.told import Found


def as_csv(asked: Question, mark: str, found: Found) -> str:
    """Terms, figures, cost, patterns, what the policies say otherwise, roster."""
    text, plan = io.StringIO(), asked.plan
    out = csv.writer(text)
    out.writerow(("part", "what", "own_roster" if plan.beside == "own" else "today", "plan", "difference", "low_95", "high_95", "runs"))
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
