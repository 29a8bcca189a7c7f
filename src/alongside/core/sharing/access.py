"""Who may ask for what, default deny. Every view and every request passes here; a request or page not in the table fails the build."""

from collections.abc import Mapping

from alongside.core.party import Actor
from alongside.core.refused import Refused
from alongside.core.request import Request
from alongside.core.sharing.terms import BREAKS_GLASS

ROLES = frozenset(
    {
        "call_taker", "dispatcher", "supervisor", "officer", "cit_officer", "co_responder_officer", "clinician", "intern", "peer", "driver",
        "technician", "paramedic", "community_responder", "youth_worker", "case_manager", "nurse", "referral_partner", "evaluator",
        "privacy_officer", "administrator", "system", "emt", "psychiatric_technician", "community_worker",
    }
)  # fmt: skip
DESK = frozenset({"call_taker", "dispatcher", "supervisor"})
CREW = frozenset(
    {
        "officer", "cit_officer", "co_responder_officer", "clinician", "intern", "peer", "driver", "technician", "paramedic",
        "community_responder", "youth_worker", "emt", "psychiatric_technician", "community_worker", "case_manager",
    }
)  # fmt: skip
POLICE = frozenset({"officer", "cit_officer", "co_responder_officer"})
CUSTODIAN = frozenset({"privacy_officer", "administrator", "system"})  # custodians of records; the administrator is the second signature
KNOWS_PEOPLE = frozenset({"clinician", "intern", "co_responder_officer", "case_manager", "nurse"})  # may say who somebody is
CLINICAL = frozenset({"clinician", "nurse", "case_manager"})
SYSTEM = frozenset({"system"})
REGISTRARS = frozenset({"case_manager", "supervisor", "co_responder_officer", "community_worker"})  # with whom families enroll somebody
SENDS_ON = frozenset({"clinician", "case_manager", "supervisor"})
ASKS_CONSENT = CLINICAL | {"intern"}
THREAT = POLICE | {"clinician", "case_manager", "supervisor"}  # then of a file whose team they are on; never a machine
CASEWORK = frozenset({"clinician", "case_manager", "peer", "community_worker", "supervisor"}) | SYSTEM
POLICY = frozenset({"supervisor", "evaluator", "administrator"})  # who may propose what the agency works by
INVITED = frozenset({"nurse", "referral_partner"})  # as whom receivers without an account are judged
DUTY = DESK | CREW | {"case_manager", "administrator"} | SYSTEM

MAY_ASK: Mapping[str, frozenset[str]] = {
    "TakeCall": DESK | CREW | {"case_manager", "nurse", "evaluator"} | SYSTEM,
    "AddDetails": DESK | CREW | CLINICAL | SYSTEM,
    "AddPerson": DESK | CREW | CLINICAL | SYSTEM,
    "FindPlace": DESK | CREW | SYSTEM,
    "AnswerProtocol": DESK | {"clinician", "case_manager"} | SYSTEM,
    "SetLevel": DESK | CREW | SYSTEM,
    "ConcurLowering": DESK | CREW | SYSTEM,
    "ReportWeapon": DESK | CREW | SYSTEM,
    "ReportRedFlag": DESK | CREW | CLINICAL | SYSTEM,
    "RuleOutRedFlags": DESK | CREW | CLINICAL | SYSTEM,
    "CancelIncident": DESK | SYSTEM,
    "CloseIncident": DESK | {"clinician"} | SYSTEM,
    "KeepForLater": DESK | SYSTEM,
    "ReopenIncident": DESK | SYSTEM,
    "LinkIncidents": DESK | SYSTEM,
    "UnlinkIncidents": DESK | SYSTEM,
    "TakePosition": DUTY,
    "RelievePosition": DUTY,
    "LeavePosition": DUTY,
    "SignOn": DESK | CREW | {"administrator"} | SYSTEM,
    "ChangeCrew": DESK | CREW | {"administrator"} | SYSTEM,
    "SignOff": DESK | CREW | {"administrator"} | SYSTEM,
    "GoOutOfService": DESK | CREW | SYSTEM,
    "ReturnToService": DESK | CREW | SYSTEM,
    "AssignUnit": DESK | SYSTEM,
    "SelfStage": DESK | CREW | SYSTEM,
    "ExplainChoice": DESK | SYSTEM,
    "ReportStatus": DESK | CREW | SYSTEM,
    "CancelAssignment": DESK | SYSTEM,
    "WithdrawAssignment": DESK | SYSTEM,
    "ChoosePrimary": DESK | CREW | SYSTEM,
    "SendMessage": DESK | CREW | CLINICAL | SYSTEM,
    "ReadMessage": DESK | CREW | CLINICAL | SYSTEM,
    "RecordHazard": DESK | CREW | SYSTEM,
    "WithdrawHazard": DESK | CREW | SYSTEM,
    "AskHelp": CREW | DESK | SYSTEM,
    "ReceiveHelp": DESK | SYSTEM,
    "SetPoliceRole": DESK | CREW | SYSTEM,
    "NameLeads": DESK | CREW | SYSTEM,
    "UseInterpreter": DESK | CREW | CLINICAL | SYSTEM,
    "TryGuardian": DESK | CREW | CLINICAL | SYSTEM,
    "PlaceDependants": DESK | CREW | CLINICAL | SYSTEM,
    "RecordNoAnswer": DESK | CREW | SYSTEM,
    "DecideEntry": DESK | POLICE | SYSTEM,
    "OweReport": DESK | CREW | CLINICAL | SYSTEM,
    "FileReport": DESK | CREW | CLINICAL | SYSTEM,
    "WithdrawReport": DESK | CREW | CLINICAL | SYSTEM,
    "RestoreReport": DESK | CREW | CLINICAL | SYSTEM,
    "WriteNote": DESK | CREW | CLINICAL | SYSTEM,
    "SetPermission": CREW | CLINICAL | DESK | SYSTEM,
    "RecordDisposition": DESK | CREW | CLINICAL | SYSTEM,
    "SetCapacity": DESK | {"nurse"} | SYSTEM,
    "SetDiversion": DESK | {"nurse"} | SYSTEM,
    "ReservePlace": DESK | CREW | CLINICAL | SYSTEM,
    "AgreeToReceive": DESK | CLINICAL | CREW | SYSTEM,
    "DeclineToReceive": DESK | CLINICAL | CREW | SYSTEM,
    "TakeBackReservation": DESK | CREW | CLINICAL | SYSTEM,
    "HandOver": DESK | CREW | CLINICAL | SYSTEM,
    "SignHandOver": CLINICAL | DESK | SYSTEM,
    "ReleasePerson": CLINICAL | DESK | SYSTEM,
    "AskBack": DESK | CLINICAL | CREW | SYSTEM,
    "AnswerBack": DESK | CLINICAL | CREW | SYSTEM,
    "RecordWish": DESK | CLINICAL | CREW | SYSTEM,
    "AskTransport": DESK | CREW | CLINICAL | SYSTEM,
    "TakeBackTransport": DESK | CREW | CLINICAL | SYSTEM,
    "RecordSearch": DESK | CREW | SYSTEM,
    "StartRestraint": DESK | CREW | SYSTEM,
    "MoveRestraint": DESK | CREW | SYSTEM,
    "EndRestraint": DESK | CREW | CLINICAL | SYSTEM,
    "TakeFollowUp": CLINICAL | {"supervisor"} | SYSTEM,
    "AttemptFollowUp": CLINICAL | {"supervisor"} | SYSTEM,
    "CloseFollowUp": CLINICAL | {"supervisor"} | SYSTEM,
    "OfferTransfer": DESK | CREW | CLINICAL | SYSTEM,
    "AcceptTransfer": DESK | CREW | CLINICAL | SYSTEM,
    "DeclineTransfer": DESK | CREW | CLINICAL | SYSTEM,
    "WithdrawTransfer": DESK | CREW | CLINICAL | SYSTEM,
    "TakeOver": DESK | CREW | CLINICAL | SYSTEM,
    "ReturnTransfer": DESK | CREW | CLINICAL | SYSTEM,
    "DropTransfer": DESK | CREW | CLINICAL | SYSTEM,
    "CallBack": DESK | CREW | CLINICAL | SYSTEM,
    "GiveSign": DESK | CREW | CLINICAL | SYSTEM,
    "EndEpisode": DESK | CREW | CLINICAL | SYSTEM,
    "RecordPerson": KNOWS_PEOPLE | SYSTEM,
    "IdentifyPerson": KNOWS_PEOPLE | SYSTEM,
    "UndoIdentification": KNOWS_PEOPLE | {"privacy_officer"} | SYSTEM,
    "WriteItems": DESK | CREW | CLINICAL | SYSTEM,
    "ReviewItem": DESK | CREW | CLINICAL | SYSTEM,
    "WithdrawItem": DESK | CREW | CLINICAL | SYSTEM,
    "SignItem": frozenset({"clinician"}),
    "SetAge": KNOWS_PEOPLE | SYSTEM,
    "BeginTreatment": CLINICAL | SYSTEM,
    "EndTreatment": CLINICAL | {"privacy_officer"} | SYSTEM,
    "AskRelease": CUSTODIAN,
    "ChoosePiece": CUSTODIAN,
    "SignRelease": CUSTODIAN,
    "TakeBackSignature": CUSTODIAN,
    "HandOutRelease": CUSTODIAN,
    "CloseRelease": CUSTODIAN,
    "PlacePreservation": CUSTODIAN,
    "ReviewPreservation": CUSTODIAN,
    "LiftPreservation": CUSTODIAN,
    "ProposeErasure": CUSTODIAN,
    "TakeBackErasure": CUSTODIAN,
    "SignErasure": CUSTODIAN,
    "FinishErasure": SYSTEM,
    "RecordConsent": ASKS_CONSENT | SYSTEM,
    "WithdrawConsent": ASKS_CONSENT | {"privacy_officer"} | SYSTEM,
    "EndConsent": ASKS_CONSENT | {"privacy_officer"} | SYSTEM,
    "ReportConsentWrong": ASKS_CONSENT | {"privacy_officer"} | SYSTEM,
    "CarryItemOver": DESK | CREW | CLINICAL | SYSTEM,
    "RecordMinorConsent": frozenset({"clinician"}) | SYSTEM,
    "BreakGlass": BREAKS_GLASS,
    "CloseGlass": BREAKS_GLASS,
    "RecordDisclosure": CLINICAL | {"privacy_officer", "co_responder_officer"},
    "HandOutCopy": frozenset({"privacy_officer"}),
    "AskAmendment": CLINICAL | {"privacy_officer"},
    "ExtendAmendment": frozenset({"privacy_officer"}),
    "AcceptAmendment": frozenset({"privacy_officer"}),
    "RefuseAmendment": frozenset({"privacy_officer"}),
    "StateDisagreement": frozenset({"privacy_officer"}),
    "ReviewOften": frozenset({"supervisor"}),
    "ApproveCard": CLINICAL | {"peer"} | SYSTEM,
    "OpenCase": CASEWORK,
    "OfferCases": CASEWORK,
    "AcceptCases": CASEWORK,
    "DeclineCases": CASEWORK,
    "WithdrawCaseOffers": CASEWORK,
    "StandInForCases": frozenset({"supervisor"}) | SYSTEM,
    "RecordCaseContact": CASEWORK,
    "SetCaseTask": CASEWORK,
    "DoCaseTask": CASEWORK,
    "EndCaseTask": CASEWORK,
    "SetCaseGoal": CASEWORK,
    "WriteCasePlan": CASEWORK,
    "StepCase": CASEWORK,
    "ReferCase": CASEWORK,
    "CloseCase": CASEWORK,
    "ReopenCase": CASEWORK,
    "TakeOnLate": frozenset({"supervisor"}),
    "OpenThreat": THREAT,
    "AddThreatMember": THREAT,
    "RemoveThreatMember": THREAT,
    "NameThreatStakeholder": THREAT,
    "RemoveThreatStakeholder": THREAT,
    "AssessThreat": THREAT,
    "WriteThreatPlan": THREAT,
    "SetThreatTask": THREAT,
    "DoThreatTask": THREAT,
    "EndThreatTask": THREAT,
    "ReviewThreat": THREAT,
    "OfferThreatLead": THREAT,
    "AcceptThreatLead": THREAT,
    "DeclineThreatLead": THREAT,
    "WithdrawThreatLead": THREAT,
    "TellThreatTeam": CLINICAL & THREAT,
    "RaiseThreatFlag": THREAT,
    "LowerThreatFlag": THREAT,
    "CloseThreat": THREAT,
    "ReopenThreat": THREAT,
    "RevokeGlass": frozenset({"privacy_officer"}),
    "ReviewGlass": frozenset({"privacy_officer"}),
    "EnrollPerson": REGISTRARS | SYSTEM,
    "ChangeEnrollment": REGISTRARS | SYSTEM,
    "RenewEnrollment": REGISTRARS | SYSTEM,
    "EndEnrollment": REGISTRARS | {"privacy_officer"} | SYSTEM,
    "SearchRegistry": DESK | CREW | SYSTEM,
    "MatchSearch": DESK | CREW | SYSTEM,
    "UndoMatch": DESK | CREW | SYSTEM,
    "WriteHold": POLICE | CLINICAL,
    "GiveAdvisement": POLICE | CLINICAL,
    "ServeHoldNotice": POLICE | CLINICAL | {"supervisor"},
    "MoveHold": CLINICAL | POLICE | {"supervisor"},
    "EndHold": CLINICAL | {"supervisor"},
    "MakeInvitation": CLINICAL | SENDS_ON,  # who may send which: invitation/purposes.py
    "RevokeInvitation": DESK | CREW | CLINICAL | SYSTEM,
    "LookByInvitation": INVITED,
    "AnswerByInvitation": INVITED,
    "MakeReferral": SENDS_ON | SYSTEM,
    "AskMore": SENDS_ON | SYSTEM,
    "TakeBackAsk": SENDS_ON | SYSTEM,
    "CancelReferral": SENDS_ON | SYSTEM,
    "TakeReferral": SENDS_ON | SYSTEM,
    "AgreeToReferral": SENDS_ON | {"referral_partner"} | SYSTEM,
    "DeclineReferral": SENDS_ON | {"referral_partner"} | SYSTEM,
    "WaitlistReferral": SENDS_ON | {"referral_partner"} | SYSTEM,
    "ScheduleReferral": SENDS_ON | {"referral_partner"} | SYSTEM,
    "ConfirmSeen": SENDS_ON | {"referral_partner"} | SYSTEM,
    "ReportReferralFailed": SENDS_ON | {"referral_partner"} | SYSTEM,
    **dict.fromkeys(("ProposePolicy", "WithdrawPolicy"), POLICY),
    **dict.fromkeys(("ApprovePolicy", "DeclinePolicy", "RollBackPolicy"), POLICY - {"evaluator"}),  # nobody their own; never a machine
    **dict.fromkeys(("BeginComparison", "CancelComparison"), frozenset({"privacy_officer"})),
    **dict.fromkeys(("SuggestRecords", "EndComparison"), SYSTEM),
    **dict.fromkeys(("JudgeSuggestion", "LinkRecords", "UnlinkRecords"), frozenset({"privacy_officer"})),
    "NameRecords": KNOWS_PEOPLE,
    "Tick": SYSTEM,
}

# What a page or feed shows; the server's route table maps every URL to one of these.
MAY_SEE: Mapping[str, frozenset[str]] = {
    "console": DESK | {"administrator"},
    "intake": DESK,
    "incident": DESK | CREW | CLINICAL,
    "field": CREW,
    "facility": frozenset({"nurse", "supervisor"}),
    "follow_up": frozenset({"clinician", "case_manager", "supervisor"}),
    "cases": CASEWORK - SYSTEM,
    "caseloads": frozenset({"supervisor"}),  # who holds how many
    "often": frozenset({"supervisor"}),  # counts and numbers, nobody's name
    "outcomes": DESK | CREW,  # with the permission of the person, otherwise in sums
    "to_sign": frozenset({"clinician", "intern"}),  # what interns wrote and their supervisor has not signed
    "measures": frozenset({"supervisor", "evaluator", "administrator", "case_manager", "privacy_officer"}),
    "policy": POLICY,  # what is in force, and what is proposed: about nobody
    "plan": frozenset({"supervisor", "evaluator", "administrator"}),  # sums of histories and formulas: nobody in particular
    "roster": DESK | {"administrator"},
    "shift_change": DUTY,
    "call_words": DESK | CREW | CLINICAL,  # what a caller says is call data
    "history": DESK | {"privacy_officer"},  # an evaluator gets de-identified rows only (privacy-rules.md 3.5)
    "audit": frozenset({"privacy_officer", "administrator"}),
    "audit_alarm": frozenset({"privacy_officer", "administrator", "supervisor"}),  # that it fails; a supervisor only while on shift
    "custodian": CUSTODIAN,
    "consent": ASKS_CONSENT | {"privacy_officer"},
    "sharing": frozenset({"supervisor", "privacy_officer", "administrator"}),  # the rules, never anybody's words
    "person": DESK | CREW | CLINICAL | {"privacy_officer"},  # then something must tie them to this very person
    "staff": frozenset({"administrator"}),
    "locked_names": frozenset({"administrator", "supervisor"}),  # a supervisor only while on shift (people/listing.py)
    "glass": BREAKS_GLASS | {"supervisor", "privacy_officer"},  # their own, their organization's, all of them
    "rights": frozenset({"privacy_officer"}),
    "registry": REGISTRARS,
    "search": DESK | CREW,  # then of a need that is theirs
    "hold": POLICE | CLINICAL | {"supervisor"},
    "directory": DESK | CREW | CLINICAL | {"privacy_officer", "administrator"},  # what there is for whom: about nobody
    "invitation": CLINICAL | SENDS_ON,  # to send one; to answer one asks for no account
    "referral": SENDS_ON,
    "referred": frozenset({"referral_partner"}),  # what their own organization was asked
    "linkage": frozenset({"privacy_officer"}),
    "way": CLINICAL | {"supervisor", "privacy_officer"},  # then of a person who is theirs
    "threat": THREAT,
    "help": ROLES,
    "own": ROLES,
}


def may_ask(actor: Actor, request_kind: str) -> bool:
    """Whether this actor's role may make this kind of request at all."""
    return actor.role in MAY_ASK.get(request_kind, frozenset())


def may_see(actor: Actor, what: str) -> bool:
    """Whether this actor's role may see this page or feed at all."""
    return actor.role in MAY_SEE.get(what, frozenset())


def authorize(actor: Actor, what: str) -> None:
    """Refuse with ``not_allowed`` unless the actor may see ``what``."""
    if not may_see(actor, what):
        raise Refused("not_allowed", role=actor.role, what=what)


def must_be_allowed(request: Request) -> None:
    """Refuse with ``not_allowed`` unless the request's actor may make it."""
    if not may_ask(request.by, request.kind):
        raise Refused("not_allowed", role=request.by.role, what=request.kind)
