"""How concerned the team is and why, in codes and its own words; when it looks again; what comes from a health record, on what basis."""

from alongside.core.asking import Asking
from alongside.core.fact import Fact
from alongside.core.refused import Refused, must_be_in
from alongside.core.threat import facts as f
from alongside.core.threat import requests as r
from alongside.core.threat.finding import named, team_file, words_of
from alongside.core.threat.state import Threat
from alongside.core.threat.terms import CONCERN, GRAVE, LEVELS, NEVER_TOLD, PROTECTIVE, TOLD_ON


def assess(asking: Asking, request: r.AssessThreat) -> tuple[Fact, ...]:
    """A judgement, never a sum. A review that was due sooner stays due; a higher level brings it nearer."""
    file = team_file(asking, request.threat)
    must_be_in(request.level, "level", LEVELS)
    concern, protective = _listed(request.concern, CONCERN, "concern"), _listed(request.protective, PROTECTIVE, "protective")
    words = words_of(asking, request, "threat_assessment")
    due = min(file.review_at, asking.at + asking.rules.threat.longest_ms(request.level))
    return (f.ThreatAssessed(*named(asking, file), request.level, concern, protective, asking.by.staff, due, words),)


def _listed(said: tuple[str, ...], known: tuple[str, ...], what: str) -> tuple[str, ...]:
    """Each once, in the order of the list."""
    for one in said:
        must_be_in(one, what, known)
    return tuple(one for one in known if one in said)


def write_plan(asking: Asking, request: r.WriteThreatPlan) -> tuple[Fact, ...]:
    """In words, or not at all."""
    file = team_file(asking, request.threat)
    return (f.ThreatPlanWritten(*named(asking, file), asking.by.staff, words_of(asking, request, "threat_plan")),)


def review(asking: Asking, request: r.ReviewThreat) -> tuple[Fact, ...]:
    """Looked at again by a day that has not passed, and within what the level allows."""
    file = team_file(asking, request.threat)
    if not file.assessments:
        raise Refused("threat_not_assessed")
    longest = asking.rules.threat.longest_ms(file.level)
    if not asking.now < request.review_at <= asking.now + longest:
        raise Refused("threat_review_date", days=max(1, longest // 86_400_000))
    return (f.ThreatReviewed(*named(asking, file), asking.by.staff, request.review_at, words_of(asking, request, "threat_review")),)


def review_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """Nobody looked; said again until somebody does."""
    file = asking.board.threats.reach(subject)
    return (f.ThreatReviewMissed(*named(asking, file), file.lead, file.review_at, asking.now + asking.rules.threat.again_ms),)


def tell_of(asking: Asking, request: r.TellThreatTeam) -> tuple[Fact, ...]:
    """Of a health record only what its own keeper disclosed and wrote into the accounting, on a basis; some of it never."""
    file = team_file(asking, request.threat)
    basis = _basis(asking, file, request.disclosure)
    words = words_of(asking, request, "threat_told")
    return (f.ThreatToldOf(*named(asking, file), request.disclosure, basis, asking.by.staff, words),)


def _basis(asking: Asking, file: Threat, id: str) -> str:
    told = asking.board.disclosures.find(id)
    if told is None or not file.person or told.person != file.person or told.author != asking.by.staff:
        raise Refused("threat_disclosure_unknown")
    if NEVER_TOLD & set(told.classes):
        raise Refused("threat_never_told")
    if told.basis not in TOLD_ON or (told.basis == "164.512.j" and file.level not in GRAVE):
        raise Refused("threat_basis", allowed=", ".join(sorted(TOLD_ON)))
    if any(one.disclosure == id for one in file.told):
        raise Refused("threat_exists")
    return told.basis
