"""The closed vocabularies of threat management, in our own words; they are no instrument and add up to no score."""

LEVELS = ("low", "moderate", "high", "imminent")
CONCERN = (
    "said_intent", "named_whom", "planning", "means_at_hand", "grievance", "no_way_out", "following", "past_violence", "rehearsed",
    "admires_attackers", "recent_loss", "pulling_away",
)  # fmt: skip
PROTECTIVE = (
    "trusted_person", "speaks_openly", "wants_help", "looks_ahead", "work_or_school", "means_away", "keeps_agreements", "others_watch",
)  # fmt: skip
OPENED_BECAUSE = frozenset(
    {"threat_made", "behavior_seen", "weapon_concern", "stalking", "family_worried", "school_or_work", "partner_asked"}
)  # fmt: skip
PARTS = frozenset({"assesses", "carries_out"})  # reads and writes the file; or does what is asked, and reads that
STAKEHOLDERS = frozenset(
    {"school", "employer", "prosecutor", "probation", "victim_advocate", "police", "family", "health_service", "other"}
)
TASKS = frozenset(
    {"speak_with_person", "speak_with_family", "warn_and_protect", "means_safety", "check_in", "school_or_work", "court", "records",
     "watch_place", "offer_help", "other"}
)  # fmt: skip
TASK_ENDS = frozenset({"not_needed", "done_elsewhere", "not_possible", "entered_wrong"})
LEFT_BECAUSE = frozenset({"no_longer_needed", "left_job", "conflict", "other_work"})
PASSED_BECAUSE = frozenset({"leave", "left", "absent", "conflict", "other_agency", "nearer"})
DECLINED_BECAUSE = frozenset({"conflict", "leave", "too_many", "not_my_work"})
CLOSED_BECAUSE = ("managed", "unfounded", "in_custody", "moved", "other_agency", "died", "opened_wrong")
HEALTH = frozenset({"clinician", "case_manager"})  # what they know may come from a health record
# On what basis something of a health record is told to the team (45 CFR 164.508, 164.512). Everything else stays where it is.
TOLD_ON = frozenset({"consent", "164.512.j", "court_order", "required_by_law"})
NEVER_TOLD = frozenset({"part2", "psychotherapy_notes", "minor_consented"})
GRAVE = frozenset({"high", "imminent"})  # 164.512(j) speaks of a serious and imminent threat
FLAG = "threat_flag"  # the one fixed sentence that a crew may see
