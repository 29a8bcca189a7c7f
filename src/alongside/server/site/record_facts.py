"""Which facts belong to a person's record alone: no call's timeline tells of them, and only what keeps a crew safe is heard of at once."""

from collections.abc import Sequence

from alongside.core.board import Board
from alongside.core.fact import Fact
from alongside.core.person.facts import ItemReviewed, ItemWithdrawn, ItemWritten
from alongside.core.sharing.terms import SLICE
from alongside.ledger.row import Row

# That something was written is itself protected: of a substance use program not even that there is a record may be known (42 CFR 2.13).
OF_RECORD = frozenset(
    {
        "PersonRecorded", "ItemWritten", "ItemReviewed", "ItemWithdrawn", "AgeKnown", "TreatmentBegun", "TreatmentEnded",
        "ReferralMade", "ReferralAsked", "ReferralAgreed", "ReferralWaitlisted", "ReferralDeclined", "ReferralAskWithdrawn",
        "ReferralScheduled", "ReferralSeen", "ReferralFailed", "ReferralCancelled", "ReferralTaken", "ReferralOverdue",
        "MinorConsentRecorded", "ConsentRecorded", "ConsentWithdrawn", "ConsentExpired", "ConsentFoundWrong",
        "CaseOpened", "CaseOffered", "CaseOfferDeclined", "CaseOfferWithdrawn", "CaseOfferUnanswered", "CaseTaken", "CaseContacted",
        "CaseContactOverdue", "CaseTaskSet", "CaseTaskDone", "CaseTaskEnded", "CaseTaskOverdue", "CaseGoalSet", "CasePlanWritten",
        "CaseStepped", "CaseReferred", "CaseClosed", "CaseReopened", "ApprovalOwed",
        "OftenReviewed",
        "ComparisonBegun", "RecordsSuggested", "ComparisonEnded", "SuggestionJudged", "RecordLinked", "RecordUnlinked",
        "ThreatOpened", "ThreatMemberJoined", "ThreatMemberLeft", "ThreatStakeholderNamed", "ThreatStakeholderLeft", "ThreatAssessed",
        "ThreatPlanWritten", "ThreatTaskSet", "ThreatTaskDone", "ThreatTaskEnded", "ThreatTaskOverdue", "ThreatReviewed",
        "ThreatReviewMissed", "ThreatLeadOffered", "ThreatLeadDeclined", "ThreatLeadWithdrawn", "ThreatLeadUnanswered", "ThreatLeadTaken",
        "ThreatToldOf", "ThreatFlagRaised", "ThreatFlagLowered", "ThreatClosed", "ThreatReopened",
        "PersonEnrolled", "EnrollmentChanged", "EnrollmentRenewed", "EnrollmentDue", "EnrollmentLapsed", "EnrollmentEnded",
    }
)  # fmt: skip


def of_the_call(rows: Sequence[Row]) -> list[Row]:
    """What happened on the call: everything but the record."""
    return [row for row in rows if row.fact.kind not in OF_RECORD]


def is_heard_of(board: Board, fact: Fact) -> bool:
    """Whether screens are told of it: everything of the call; of a record, flags and the safety slice without marks."""
    if fact.kind not in OF_RECORD:
        return True
    if not isinstance(fact, ItemWritten | ItemReviewed | ItemWithdrawn):
        return False
    item = board.items.find(fact.item)
    return item is not None and not item.marks and (item.review_at is not None or item.field in SLICE)
