"""Words for the codes of threat management, in our own wording. Spanish is in the catalogue."""

from alongside.server.site.code_words import Tables

LEVEL = {"low": "Low concern", "moderate": "Moderate concern", "high": "High concern", "imminent": "Imminent: act now"}
CONCERN = {
    "said_intent": "Said that they mean to harm somebody", "named_whom": "Named whom or where",
    "planning": "Looks into it, plans or prepares", "means_at_hand": "Weapons or other means within reach",
    "grievance": "A grievance that fills their days", "no_way_out": "Says that nothing else is left",
    "following": "Watches or follows somebody, seeks them out", "past_violence": "Has hurt somebody before",
    "rehearsed": "Tried it out or rehearsed it", "admires_attackers": "Admires people who attacked others",
    "recent_loss": "A loss or humiliation lately", "pulling_away": "Turns away from those who were close",
}  # fmt: skip
PROTECTIVE = {
    "trusted_person": "There is somebody they trust", "speaks_openly": "Speaks openly with us", "wants_help": "Wants help",
    "looks_ahead": "Looks forward to something", "work_or_school": "Goes to work or school", "means_away": "Means are out of reach",
    "keeps_agreements": "Keeps what was agreed", "others_watch": "Family or others look after it",
}  # fmt: skip
BECAUSE = {
    "threat_made": "A threat was made", "behavior_seen": "Behavior that worries those who saw it", "weapon_concern": "Worry about a weapon",
    "stalking": "Somebody is followed or watched", "family_worried": "Family is worried", "school_or_work": "School or work is worried",
    "partner_asked": "A partner asked",
}  # fmt: skip
PART = {"assesses": "Assesses: reads and writes the file", "carries_out": "Carries out: reads only what is theirs to do"}
STAKEHOLDER = {
    "school": "School", "employer": "Employer", "prosecutor": "Prosecutor", "probation": "Probation", "victim_advocate": "Victim advocate",
    "police": "Another police agency", "family": "Family", "health_service": "Health service", "other": "Somebody else",
}  # fmt: skip
TASK = {
    "speak_with_person": "Speak with the person", "speak_with_family": "Speak with family",
    "warn_and_protect": "Warn and protect who may be harmed", "means_safety": "Put means out of reach", "check_in": "Look in on them",
    "offer_help": "Offer help", "school_or_work": "With school or work", "court": "Court", "records": "Look records up by law",
    "watch_place": "Look after a place", "other": "Something else",
}  # fmt: skip
TASK_END = {
    "not_needed": "No longer needed", "done_elsewhere": "Done by somebody else", "not_possible": "Could not be done",
    "entered_wrong": "Entered by mistake", "file_closed": "The file was closed",
}  # fmt: skip
LEFT = {
    "no_longer_needed": "No longer needed", "left_job": "Left the job", "conflict": "Conflict of interest", "other_work": "Other work",
}  # fmt: skip
PASSED = {
    "leave": "On leave", "left": "Left the job", "absent": "Absent", "conflict": "Conflict of interest",
    "other_agency": "Another organization's now", "nearer": "Nearer to the person",
}  # fmt: skip
NOT_TAKEN = {"conflict": "Conflict of interest", "leave": "On leave", "too_many": "Too many files", "not_my_work": "Not my kind of work"}
CLOSED = {
    "managed": "The concern is managed", "unfounded": "The concern was unfounded", "in_custody": "In custody", "moved": "Moved away",
    "other_agency": "Another agency took it over", "died": "Died", "opened_wrong": "Opened by mistake",
}  # fmt: skip
TOLD_ON = {
    "consent": "the person consented", "164.512.j": "serious and imminent threat, 45 CFR 164.512(j)", "court_order": "a court ordered it",
    "required_by_law": "the law requires it",
}  # fmt: skip
TABLES = Tables(globals())
coded, offer = TABLES.say, TABLES.offer
