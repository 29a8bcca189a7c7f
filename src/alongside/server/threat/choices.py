"""What the forms of a file offer: closed lists, people who could be asked, days within the limit."""

from alongside.core.threat.finding import is_team
from alongside.core.threat.state import Threat
from alongside.core.threat.terms import HEALTH, NEVER_TOLD
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row
from alongside.server.threat.coded import coded, offer
from alongside.server.threat.rows import staff_of

DAY_MS = 86_400_000
REVIEWS = (1, 3, 7, 14, 30, 60, 90)  # days; as many as the level allows are offered
FLAG_DAYS = (7, 30, 90)


def choices_of(seen: Look, file: Threat) -> Row:
    """Nothing for who does not work on it but what passing it on needs."""
    rules, now = seen.asking.rules.threat, seen.asking.now
    passing = {"passed": offer("passed"), "refusals": offer("not_taken"), "could_lead": staff_of(seen, rules.leads, rules.agencies)}
    if not is_team(seen.actor, file):
        return passing
    longest = rules.longest_ms(file.level)
    return {
        **passing,
        "is_health": seen.actor.role in HEALTH,
        "levels": offer("level"),
        "concern_codes": offer("concern"),
        "protective_codes": offer("protective"),
        "task_kinds": offer("task"),
        "task_ends": offer("task_end", ("not_needed", "done_elsewhere", "not_possible", "entered_wrong")),
        "parts": offer("part"),
        "left": offer("left"),
        "roles": offer("stakeholder"),
        "owners": owners_of(seen, file),
        "could_join": [one for one in staff_of(seen, rules.members) if one["code"] != file.lead],
        "review_days": [{"days": days, "at": now + days * DAY_MS} for days in REVIEWS if days * DAY_MS <= longest],
        "flag_days": [{"days": days, "at": now + days * DAY_MS} for days in FLAG_DAYS],
        "has_record": bool(file.person),
        "person": file.person,
        "disclosures": _disclosures(seen, file),
        "closings": [{**one, "signed": one["code"] in rules.signed} for one in offer("closed")],
        "supervisors": staff_of(seen, frozenset({"supervisor"})),
    }


def members_of(seen: Look, file: Threat) -> list[Row]:
    """Who works on it and in which part; for its team alone."""
    if not is_team(seen.actor, file):
        return []
    return [{"id": id, "name": seen.view.names.person(id), "part": coded("part", part)} for id, part in sorted(file.members.items())]


def owners_of(seen: Look, file: Threat) -> list[Row]:
    """Who can be asked to do something: the lead and the team."""
    return [{"code": id, "word": seen.view.names.person(id)} for id in (file.lead, *sorted(file.members))]


def _disclosures(seen: Look, file: Threat) -> list[Row]:
    """What the reader disclosed of this person and has not told here; what may never be told is not offered."""
    told = {one.disclosure for one in file.told}
    found = [
        one
        for one in seen.view.board.disclosures
        if file.person and one.person == file.person and one.author == seen.actor.staff and one.id not in told
    ]
    return [
        {"code": one.id, "at": one.disclosed_at, "word": coded("told_on", one.basis)} for one in found if not NEVER_TOLD & set(one.classes)
    ]
