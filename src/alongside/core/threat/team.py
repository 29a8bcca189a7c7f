"""Who works on a file: members in a part, people beside the team, and who answers for it, which moves only to who accepts."""

from alongside.core.asking import Asking
from alongside.core.fact import Fact
from alongside.core.refused import Refused, must_be_in
from alongside.core.threat import facts as f
from alongside.core.threat import requests as r
from alongside.core.threat.finding import led_file, must_lead, named, open_file, team_file, words_of
from alongside.core.threat.state import Threat
from alongside.core.threat.terms import DECLINED_BECAUSE, LEFT_BECAUSE, PARTS, PASSED_BECAUSE, STAKEHOLDERS


def add_member(asking: Asking, request: r.AddThreatMember) -> tuple[Fact, ...]:
    """By the lead alone: who reads the file is the lead's to answer for."""
    file = _own(asking, request.threat)
    must_be_in(request.part_taken, "part", PARTS)
    if not request.member or request.member == file.lead:
        raise Refused("threat_member_is_lead")
    if file.members.get(request.member) == request.part_taken:
        raise Refused("threat_member_already")
    return (f.ThreatMemberJoined(*named(asking, file), request.member, request.part_taken),)


def remove_member(asking: Asking, request: r.RemoveThreatMember) -> tuple[Fact, ...]:
    """Nothing that is to be done is left with somebody who is gone."""
    file = _own(asking, request.threat)
    must_be_in(request.because, "because", LEFT_BECAUSE)
    if request.member not in file.members:
        raise Refused("threat_member_unknown")
    if any(task.owner == request.member for _, task in file.list_open_tasks()):
        raise Refused("threat_member_owes")
    return (f.ThreatMemberLeft(*named(asking, file), request.member, request.because),)


def _own(asking: Asking, id: str) -> Threat:
    file = open_file(asking, id)
    if asking.by.staff != file.lead:
        raise Refused("threat_not_lead")
    return file


def name_stakeholder(asking: Asking, request: r.NameThreatStakeholder) -> tuple[Fact, ...]:
    """Somebody without an account here; they are told nothing by being named."""
    file = team_file(asking, request.threat)
    must_be_in(request.role, "role", STAKEHOLDERS)
    if request.stakeholder in file.stakeholders:
        raise Refused("threat_exists")
    words = words_of(asking, request, "threat_stakeholder")
    return (f.ThreatStakeholderNamed(*named(asking, file), request.stakeholder, request.role, asking.by.staff, words),)


def remove_stakeholder(asking: Asking, request: r.RemoveThreatStakeholder) -> tuple[Fact, ...]:
    """They have to do with it no longer."""
    file = team_file(asking, request.threat)
    known = file.stakeholders.get(request.stakeholder)
    if known is None or known.is_gone:
        raise Refused("threat_member_unknown")
    return (f.ThreatStakeholderLeft(*named(asking, file), request.stakeholder),)


def offer_lead(asking: Asking, request: r.OfferThreatLead) -> tuple[Fact, ...]:
    """Nothing moves; an offer that is open is replaced. For an absent lead a supervisor asks."""
    file = led_file(asking, request.threat)
    must_be_in(request.because, "because", PASSED_BECAUSE)
    if not request.member or request.member == file.lead:
        raise Refused("threat_member_is_lead")
    due = asking.now + asking.rules.threat.answer_ms
    return (f.ThreatLeadOffered(*named(asking, file), request.member, request.because, due),)


def accept_lead(asking: Asking, request: r.AcceptThreatLead) -> tuple[Fact, ...]:
    """The file moves to the asker; whoever led it stays among those who assess."""
    file = _asked(asking, request.threat)
    must_lead(asking)
    taken = f.ThreatLeadTaken(*named(asking, file), file.lead, asking.by.staff, asking.by.agency, file.offered_because)
    return (taken,)


def decline_lead(asking: Asking, request: r.DeclineThreatLead) -> tuple[Fact, ...]:
    """It stays where it is."""
    file = _asked(asking, request.threat)
    must_be_in(request.because, "because", DECLINED_BECAUSE)
    return (f.ThreatLeadDeclined(*named(asking, file), file.offered_to, request.because),)


def _asked(asking: Asking, id: str) -> Threat:
    file = open_file(asking, id)
    if file.offered_to != asking.by.staff:
        raise Refused("threat_not_offered")
    return file


def withdraw_lead(asking: Asking, request: r.WithdrawThreatLead) -> tuple[Fact, ...]:
    """Before anybody accepted."""
    file = led_file(asking, request.threat)
    if not file.offered_to:
        raise Refused("threat_not_offered")
    return (f.ThreatLeadWithdrawn(*named(asking, file), file.offered_to),)


def offer_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """Nobody answered."""
    file = asking.board.threats.reach(subject)
    return (f.ThreatLeadUnanswered(*named(asking, file), file.offered_to),)
