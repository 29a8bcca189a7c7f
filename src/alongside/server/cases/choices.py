"""What the forms of a case offer: the lists of its kind, and the closed ones of the core."""

from alongside.core.cases.holding import kind_of
from alongside.core.cases.state import Case
from alongside.server.cases.coded import coded, offer
from alongside.server.cases.rows import supervisors_of
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row

DAY_MS = 86_400_000
EVERY_DAYS = (1, 2, 3, 7, 14, 30, 90)


def choices_of(seen: Look, case: Case) -> Row:
    """By kind; one that the library no longer has is closed for any reason there is."""
    kind, view = kind_of(seen.asking, case), seen.view

    def named(group: str, codes: tuple[str, ...]) -> list[Row]:
        return [{"code": code, "word": view.names.label(f"case_{group}.{code}", view.language)} for code in codes]

    return {
        "hows": offer("how"),
        "outcomes": offer("outcome"),
        "task_kinds": offer("task"),
        "task_ends": offer("task_end"),
        "every": [{"days": days, "ms": days * DAY_MS} for days in EVERY_DAYS],
        "goal_states": offer("goal"),
        "steps": named("steps", kind.steps),
        "step": case.step,
        "referrals": [
            {**one, "state": state[0], "state_word": coded("referred", state[0]) if state[0] else "", "at": state[1]}
            for one in named("referrals", kind.referrals)
            if (state := case.referrals.get(one["code"], ("", None)))
        ],
        "any_referred": bool(case.referrals),
        "referred": offer("referred"),
        "closings": [{**one, "signed": one["code"] in kind.signed} for one in named("closings", kind.closings)],
        "supervisors": supervisors_of(seen),
        "is_supervisor": seen.actor.role == "supervisor",
        "reasons": offer("passed"),
        "refusals": offer("not_taken"),
    }
