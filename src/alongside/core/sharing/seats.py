"""For whom a person may speak: the table of seats. What a role may ask at all is in ``access``; here, whose it must be."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import Origin
from alongside.core.promise.decide import RECORDS_FOR_OTHERS
from alongside.core.refused import Refused
from alongside.core.request import Request
from alongside.core.sharing import beyond_the_scene
from alongside.core.sharing.knowing import knows
from alongside.core.sharing.through import (
    crew_said_so,
    is_receiver,
    own_assignment,
    works_with_reserved_for,
    works_with_restrained,
    works_with_rider,
)
from alongside.core.sharing.ties import ONLY_LOOKS, standing_of
from alongside.core.sharing.working_with import is_bound_here, is_responsible, works_incident, works_with_person

Rule = Callable[[Asking, Any], bool]
# What these roles do is desk work wherever they sit; a clinician or case manager writes for others only while sitting at a desk.
AT_ANY_DESK = RECORDS_FOR_OTHERS - {"clinician", "case_manager"} | {"administrator"}
# Who may sit at a desk of each duty; a supervisor may sit anywhere.
SITS_AT: Mapping[str, frozenset[str]] = {
    "call_taker": frozenset({"call_taker", "dispatcher"}),
    "dispatcher": frozenset({"call_taker", "dispatcher"}),
    "supervisor": frozenset(),
    "clinician_line": frozenset({"clinician"}),
    "follow_up": frozenset({"case_manager", "clinician"}),
}
# Whose a case is, its own decision asks (cases/holding.py): desk or no desk makes no difference.
CASES = (
    "OfferCases", "AcceptCases", "DeclineCases", "WithdrawCaseOffers", "StandInForCases", "RecordCaseContact", "SetCaseTask", "DoCaseTask",
    "EndCaseTask", "SetCaseGoal", "WriteCasePlan", "StepCase", "ReferCase", "CloseCase", "ReopenCase",
)  # fmt: skip
FOR_OTHERS_DUTY = frozenset({"supervisor", "administrator", "system"})


def sits_at_desk(asking: Asking) -> bool:
    """Whether the asker works at a desk, and so may write down what another party said by radio or phone."""
    by = asking.by
    return by.role in AT_ANY_DESK or (by.role in RECORDS_FOR_OTHERS and by.seat in asking.board.positions)


def reports_on(asking: Asking, request: Any) -> bool:
    """The report is the asker's own, or about somebody the asker works with."""
    report = asking.board.reports.find(request.report)
    return report is None or report.owed_by == asking.by.staff or works_with_person(asking, report)


def owes_report(asking: Asking, request: Any) -> bool:
    """Whoever owes it, or a supervisor: no colleague says that another's duty does not exist."""
    report = asking.board.reports.find(request.report)
    return report is None or report.owed_by == asking.by.staff or asking.by.role in ("supervisor", "system")


def is_aboard(asking: Asking, request: Any) -> bool:
    """The asker's own unit: by seat, aboard it now, or among those who come aboard."""
    unit = asking.board.units.find(request.unit)
    aboard = (*(unit.members if unit else ()), *getattr(request, "members", ()))
    return asking.by.seat == request.unit or any(member.staff == asking.by.staff for member in aboard)


def own_facility(asking: Asking, request: Any) -> bool:
    """The asker's own facility."""
    return bool(request.facility == asking.by.seat)


def gives_or_receives(asking: Asking, request: Any) -> bool:
    """At the door: the crew that brings the person, or the facility that takes over."""
    return own_facility(asking, request) or works_with_person(asking, request)


def answers_reservation(asking: Asking, request: Any) -> bool:
    """The facility that was asked; or whoever asked, writing down what it said."""
    found = asking.board.reservations.find(request.reservation)
    return found is None or found.facility == asking.by.seat or works_with_person(asking, found)


def is_offered_to(asking: Asking, request: Any) -> bool:
    """The receiver of the offer; or the responsible side, writing down what the receiver said on the phone."""
    episode = asking.board.episodes.find(request.episode)
    if episode is None or episode.offer.to is None or episode.offer.to.id == asking.by.seat:
        return True
    return (getattr(request, "by_phone", False) or episode.offer.by_phone) and is_responsible(asking, request)


def is_returned_to(asking: Asking, request: Any) -> bool:
    """The party that has the person again."""
    return bool(request.to.id == asking.by.seat)


def is_newcomer(asking: Asking, request: Any) -> bool:
    """Nobody is put at a desk by others, and each desk is for its own roles: accepting is the newcomer's own act."""
    if asking.by.role in FOR_OTHERS_DUTY:
        return True
    desk = next((one for one in asking.rules.program.desks if one.id == request.position), None)
    return bool(request.staff == asking.by.staff) and (desk is None or asking.by.role in SITS_AT.get(desk.duty, frozenset()))


def sits_there(asking: Asking, request: Any) -> bool:
    """Whoever sits there leaves; a supervisor may say so for them."""
    desk = asking.board.positions.find(request.position)
    return asking.by.role in FOR_OTHERS_DUTY or desk is None or asking.by.staff == desk.staff or asking.by.seat == desk.id


def is_origin(asking: Asking, request: Any) -> bool:
    """A facility tells of who is there; an evaluator of what a review of data found; everybody else of any need."""
    if asking.by.role == "evaluator":
        return bool(request.origin is Origin.DATA_REVIEW)
    return not is_facility(asking) or request.origin in (Origin.FACILITY, Origin.WALK_IN)


def takes_on_itself(asking: Asking, request: Any) -> bool:
    """The desk that takes somebody, or something, on is the asker's own; a supervisor may write down that it did."""
    return bool(request.position == asking.by.seat) or asking.by.role in ("supervisor", "system")


def is_outreach(asking: Asking, request: Any) -> bool:
    """Follow-up is the work of desks and case managers, never of a facility's account."""
    return not is_facility(asking)


def has_to_do_with(asking: Asking, request: Any) -> bool:
    """Something ties the asker to the person now: a live incident, an open case, a hand-over, treatment (privacy-rules.md 3.5, rule 1)."""
    if asking.by.role in ("privacy_officer", "system"):
        return True
    owner = getattr(request, "episode", "") or request.person
    return bool(standing_of(asking.board, asking.by, "person", owner, asking.now).ties - ONLY_LOOKS)


def enrolls(asking: Asking, request: Any) -> bool:
    """Somebody new, somebody the asker has to do with, or somebody their organization had enrolled before."""
    before = asking.board.enrollments.find(request.person)
    is_ours = before is not None and bool(before.agency) and before.agency == asking.by.agency
    return request.person not in asking.board.people or is_ours or has_to_do_with(asking, request)


def opens_case(asking: Asking, request: Any) -> bool:
    """Whoever has to do with the person; a supervisor, because somebody reviewed whom a community meets often."""
    return asking.by.role == "supervisor" or has_to_do_with(asking, request)


def anybody(asking: Asking, request: Any) -> bool:
    """Whoever's role may ask it: an emergency asks for no tie; what must be somebody's own the decision itself looks at."""
    return True


def is_facility(asking: Asking) -> bool:
    """Whether the asker is a facility's account: confined to what is bound for it."""
    return asking.by.role == "nurse" or asking.by.seat in asking.rules.facilities


WHOSE: Mapping[str, Rule] = {
    "TakeCall": is_origin,
    "CloseIncident": works_incident,
    "SignOn": is_aboard,
    "ChangeCrew": is_aboard,
    "SignOff": is_aboard,
    "GoOutOfService": is_aboard,
    "ReturnToService": is_aboard,
    "SelfStage": is_aboard,
    "AskHelp": is_aboard,
    "ReportStatus": own_assignment,
    "ChoosePrimary": own_assignment,
    "NameLeads": works_incident,
    "WithdrawHazard": crew_said_so,
    "ReadMessage": is_receiver,
    "SetPermission": works_with_person,
    "UseInterpreter": works_incident,
    "TryGuardian": works_with_person,
    "OweReport": works_with_person,
    "FileReport": reports_on,
    "PlaceDependants": works_incident,
    "RecordNoAnswer": works_incident,
    "DecideEntry": works_incident,
    "RecordDisposition": works_with_person,
    "SetCapacity": own_facility,
    "SetDiversion": own_facility,
    "ReservePlace": works_with_person,
    "AgreeToReceive": answers_reservation,
    "DeclineToReceive": answers_reservation,
    "TakeBackReservation": works_with_reserved_for,
    "HandOver": gives_or_receives,
    "SignHandOver": is_responsible,
    "ReleasePerson": is_responsible,
    "AskBack": answers_reservation,
    "AnswerBack": works_with_reserved_for,
    "RecordWish": works_with_person,
    "AskTransport": works_with_person,
    "TakeBackTransport": works_with_rider,
    "RecordSearch": works_with_person,
    "StartRestraint": works_with_person,
    "MoveRestraint": works_with_restrained,
    "EndRestraint": works_with_restrained,
    "AttemptFollowUp": is_outreach,
    "CloseFollowUp": is_outreach,
    "OfferTransfer": is_responsible,
    "AcceptTransfer": is_offered_to,
    "DeclineTransfer": is_offered_to,
    "WithdrawTransfer": is_responsible,
    "TakeOver": is_offered_to,
    "ReturnTransfer": is_returned_to,
    "DropTransfer": is_responsible,
    "CallBack": is_responsible,
    "GiveSign": is_responsible,
    "SearchRegistry": works_incident,
    "MatchSearch": works_incident,
    "UndoMatch": works_incident,
    "EndEpisode": is_responsible,
    **beyond_the_scene.WHOSE,
}  # what is not here concerns everybody whose role may ask it; a facility's account only where somebody is bound for it
TIED = (
    "RecordPerson", "IdentifyPerson", "UndoIdentification", "WriteItems", "ReviewItem", "WithdrawItem", "SetAge", "BeginTreatment",
    "EndTreatment", "RecordConsent", "WithdrawConsent", "EndConsent", "ReportConsentWrong", "CarryItemOver", "RecordMinorConsent",
    "RecordDisclosure", "AskAmendment", "ApproveCard", "ChangeEnrollment", "RenewEnrollment", "EndEnrollment", "MakeReferral",
)  # fmt: skip
ALSO_AT_DESKS: Mapping[str, Rule] = {
    **dict.fromkeys(TIED, has_to_do_with),
    "TakePosition": is_newcomer,
    "RelievePosition": is_newcomer,
    "LeavePosition": sits_there,
    "WithdrawReport": owes_report,
    "RestoreReport": owes_report,
    "OpenCase": opens_case,
    **dict.fromkeys(CASES, anybody),
    "EnrollPerson": enrolls,
    "TakeFollowUp": takes_on_itself,
    **dict.fromkeys(("BreakGlass", "CloseGlass", "NameRecords"), anybody),
    **beyond_the_scene.ALSO_AT_DESKS,
}


def must_be_theirs(asking: Asking, request: Request) -> None:
    """Refuse with ``not_yours`` what the asker may not say for whomever it concerns, and what names nothing the asker may know of."""
    always = ALSO_AT_DESKS.get(request.kind)
    rule = always or WHOSE.get(request.kind) or (is_bound_here if is_facility(asking) else None)
    is_desk_work = always is None and sits_at_desk(asking)
    if knows(asking, request) and (rule is None or is_desk_work or rule(asking, request)):
        return
    raise Refused("not_yours", party=_named(request), seat=asking.by.seat)


def _named(request: Request) -> str:
    """The id of what it concerns, for the sentence."""
    names = ("unit", "facility", "position", "incident", "assignment", "reservation", "episode", "message")
    return next((str(value) for name in names if (value := getattr(request, name, ""))), "")
