"""Words for the closed codes that pages show and offer: dispositions, details, weapons, red flags, reasons. Spanish is in the catalogue."""

from alongside.server.site.code_words import Tables

STATUS = {
    "assigned": "Assigned", "acknowledged": "Acknowledged", "enroute": "On the way", "staged": "Staged nearby", "on_scene": "On scene",
    "with_person": "With the person", "transporting": "Transporting", "at_place": "At the place", "cleared": "Clear",
    "in_service": "In service", "out_of_service": "Out of service", "off_duty": "Off duty",
}  # fmt: skip
DISPOSITION = {
    "resolved_on_scene": "Resolved here", "referred": "Referred", "declined_service": "Declined services",
    "resolved_by_phone": "Resolved by phone", "transported_voluntary": "Goes along, voluntarily", "transported_hold": "Legal hold",
    "transported_ems": "By ambulance", "transported_van": "By transport van", "not_found": "Not found", "cited": "Cited",
    "arrested": "Arrested", "not_behavioural": "Not behavioral health", "died": "Died",
}  # fmt: skip
DETAIL = {
    "police_present": "Police present", "force_used": "Force used", "conducted_energy": "Conducted-energy device",
    "restraint_handcuffs": "Restraint: handcuffs", "restraint_soft": "Restraint: soft", "restraint_hands": "Restraint: by hand",
    "restraint_prone": "Restraint: face down", "injury_person": "Person injured", "injury_staff": "Staff injured", "arrest": "Arrest",
    "charges": "Charges filed", "charges_dropped": "Charges set aside", "resolved_in_community": "Resolved in the community",
    "safety_plan": "Safety plan made", "means_safety": "Means put out of reach", "naloxone_given": "Naloxone given",
    "interpreter_used": "Interpreter used", "guardian_reached": "Guardian reached", "swat_called": "SWAT called",
}  # fmt: skip
HANDED = {
    "belongings": "Belongings", "medication": "Own medication", "dependants": "Children or dependants cared for", "pets": "Pets cared for",
    "ingestion": "May have taken something", "searched": "Searched", "not_searched": "Not searched",
    "restraint_handcuffs": "Came in handcuffs",
    "hold_mentioned": "A hold was mentioned before the person agreed", "family_told": "Family told",
    "legal_papers": "Legal papers",
}  # fmt: skip
WEAPON = {"firearm": "Gun", "blade": "Knife or blade", "other": "Other weapon", "unknown": "Weapon"}
WEAPON_PLACE = {
    "in_hand": "in the hand", "on_person": "on the body", "within_reach": "within reach", "in_home": "somewhere in the home",
    "locked": "locked away", "unknown": "where: unknown",
}  # fmt: skip
WEAPON_STATE = {
    "seen": "seen", "reported": "reported", "denied": "denied", "unknown": "unknown, ask again", "not_asked": "not asked",
    "secured": "secured by the crew",
}  # fmt: skip
SOURCE = {"caller": "the caller", "crew": "a crew", "registry": "a register", "officer": "an officer", "desk": "the desk"}
RED_FLAG = {
    "consciousness": "Hard to wake", "breathing": "Trouble breathing", "ingestion": "Took something", "head_injury": "Head injury",
    "withdrawal": "Withdrawal", "fever_confusion": "Fever with confusion", "naloxone_given": "Naloxone given",
    "restraint_used": "Restraint or stun device used",
}  # fmt: skip
HAZARD = {
    "dog": "Dog", "stairs": "No lift, many stairs", "gas": "Gas or oxygen", "needles": "Needles", "structure": "Unsafe building",
    "weapon_seen": "Weapon seen here before", "violence_to_crews": "Crew attacked here before", "hoarding": "Narrow ways, full rooms",
    "infection": "Infection risk", "camera": "Entry is watched", "gate": "Gate or door code needed",
}  # fmt: skip
PERMISSION = {"contact": "May be contacted", "voicemail": "Voicemail is allowed", "outcome_back": "Outcome may be told back"}
POLICE = {"none": "No police", "staged_unseen": "Staged, unseen", "present": "Present", "lead": "In the lead", "released": "Released"}
POLICE_REASON = {
    "weapon": "A weapon", "violence": "Violence", "crime": "A crime", "person_asked": "The person asked", "crew_asked": "The crew asked",
    "legal_hold": "Legal hold", "safe_now": "It is safe now", "not_needed": "Not needed", "caller_asked": "The caller asked",
    "requested": "Requested",
}  # fmt: skip
ASKED_BY = {
    "dispatcher": "Dispatch", "caller": "The caller", "person": "The person in crisis", "crew": "The crew", "police": "Police",
    "protocol": "The protocol",
}  # fmt: skip
INTERPRETER = {
    "professional": "Professional interpreter", "staff": "A colleague who speaks it", "family": "Family", "child": "A child",
}  # fmt: skip
MODALITY = {"phone": "By phone", "video": "By video", "in_person": "In person", "written": "In writing"}
PURPOSE = {"triage": "The call", "on_scene": "On scene", "advisement": "Advisement", "consent": "Consent"}
GUARDIAN = {
    "reached": "Reached", "no_answer": "No answer", "no_number": "No number known", "not_safe_to_call": "Not safe to call",
}  # fmt: skip
REPORT_ABOUT = {"child": "A child", "older_adult": "An older adult", "dependent_adult": "A dependent adult"}
REPORT_WITHDRAWN = {
    "not_reportable": "The law asks for no report", "owed_already": "A report is noted already",
    "other_person": "It is about somebody else",
    "entered_wrong": "Noted by mistake",
}  # fmt: skip
DEPENDANTS = {
    "nobody_there": "There are none", "other_parent": "The other parent", "family": "Family", "neighbor": "A neighbor", "crew": "The crew",
    "child_services": "Child services", "unknown": "Unknown, ask again",
}  # fmt: skip
NO_ANSWER = {"neighbors": "Ask the neighbors", "call_back": "Call back", "return": "Come back later"}
ENTRY_REASON = {"life_at_risk": "A life at risk", "warrant": "A warrant", "no_danger_seen": "No danger seen"}
OUT_REASON = {"meal": "Meal", "vehicle": "Vehicle", "paperwork": "Paperwork", "training": "Training", "rest": "Rest", "other": "Other"}
CANNOT_GO = {"busy": "Busy with a person", "vehicle": "Vehicle", "unsafe": "Not safe for this crew", "too_far": "Too far"}
CANNOT_TAKE = {
    "busy": "Busy with a person", "unsafe": "Not safe for this crew", "medical_first": "Medical evaluation first",
    "other_crew": "Needs another kind of crew", "off_duty": "Off duty soon",
}  # fmt: skip
LEAVES = {
    "danger_here": "Not safe to stay", "person_refuses": "The person does not want to be asked",
    "ems_advised": "EMS advised by radio or phone", "no_ems_in_time": "No EMS can come in time",
}  # fmt: skip
DECLINED = {
    "no_free_place": "Nothing is free", "medical_first": "Medical evaluation first", "staffing": "Not enough staff",
    "acuity": "Too many people in crisis here now", "age": "Outside our ages", "legal_status": "Cannot take this legal status",
    "not_safe_here": "Cannot keep the person safe here",
}  # fmt: skip
RELEASED_TO = {
    "home": "Home", "family": "Family or friends", "shelter": "Shelter", "inpatient": "Inpatient care", "other_facility": "Another place",
    "left": "Left before release", "custody": "Custody",
}  # fmt: skip
SERVICE = {
    "chair_23h": "23-hour chairs", "crisis_bed": "Crisis beds", "women_bed": "Crisis beds for women",
    "youth_bed": "Youth beds", "sobering_chair": "Sobering chairs",
    "detox_bed": "Detox beds", "ed": "Emergency department", "inpatient_bed": "Inpatient beds", "respite_bed": "Respite beds",
    "shelter_bed": "Shelter beds", "living_room_chair": "Living-room chairs",
}  # fmt: skip
DIVERTING = {"yes": "advises going elsewhere"}
LEGAL = {"voluntary": "voluntary", "hold": "legal hold"}
OUTCOME = {
    "seen": "Seen", "spoke": "Spoke", "no_answer": "No answer", "left_message": "Left a message",
    "declined": "Declined", "wrong_contact": "Wrong contact",
    "returned_to_crisis": "Back in crisis",
}  # fmt: skip
CLOSED = {
    "not_reached": "Not reached after attempts", "contact_prohibited": "Contact is prohibited", "moved": "Moved away",
    "taken_over": "Another agency follows up", "died": "Died", "not_needed": "No longer needed",
}  # fmt: skip
END = {
    "seen": "Seen", "resolved": "Resolved", "declined": "Declined, capacity and safety considered", "not_found": "Not found after attempts",
    "not_reached": "Not reached after attempts", "died": "Died", "taken_over": "Taken over by another agency",
    "not_behavioural": "Not behavioral health", "duplicate": "Already cared for under a linked incident", "cancelled": "Canceled",
}  # fmt: skip
INCIDENT_STATUS = {"open": "open", "closed": "closed", "cancelled": "cancelled", "scheduled": "scheduled"}
OFFER = {
    "offered": "offered, no answer yet", "accepted": "agreed, not yet taken over", "dropped": "line dropped: call back",
    "unconfirmed": "agreed by phone, not read back yet",
}  # fmt: skip
RESERVATION = {
    "reserved": "reserved, no answer yet", "agreed": "agreed to receive", "handed_over": "handed over",
    "unconfirmed": "agreed by phone, not read back yet",
}  # fmt: skip
KNOWN = {"yes": "yes", "no": "no", "unknown": "unknown"}
ORIGIN = {
    "call_911": "911 call", "call_988": "988 call", "officer": "Officer asks", "dispatcher": "Dispatcher",
    "self_staged": "Crew came upon it", "community": "Community, family or provider", "walk_in": "Walk-in", "facility": "Facility",
    "data_review": "Data review",
}  # fmt: skip
LANGUAGE = {
    "en": "English", "es": "Spanish", "pt": "Portuguese", "fr": "French", "vi": "Vietnamese", "ar": "Arabic", "ja": "Japanese",
    "sm": "Samoan", "to": "Tongan", "pa": "Punjabi", "asl": "ASL",
}  # fmt: skip
MEANS = {
    "officer": "With an officer", "ambulance": "By ambulance", "crisis_van": "By crisis van", "clinician": "With a clinician",
    "own_means": "By their own means",
}  # fmt: skip
RESTRAINT = {
    "handcuffs": "Handcuffs", "soft": "Soft restraint", "hands": "Held by hand", "chair": "Restraint chair", "spit_hood": "Spit hood",
}  # fmt: skip
POSITION = {
    "seated": "seated", "on_side": "on the side", "standing": "standing", "face_up": "on the back", "face_down": "face down",
}  # fmt: skip
RIDE_STEP = {
    "asked_at": "asked", "assigned_at": "sent", "left_at": "left", "arrived_at": "arrived", "handed_at": "handed over",
}  # fmt: skip
SEARCH = {"searched": "Searched", "not_searched": "Not searched"}
DISCREPANCY = {
    "voluntary_restrained": "“Voluntary”, and in a restraint: which is it?",
    "voluntary_after_hold_mentioned": "Agreed after a legal hold was mentioned: not plainly voluntary",
    "face_down": "Face down: turn the person on the side now",
    "restraint_not_ended": "Handed over, and nobody said when the restraint was taken off",
}  # fmt: skip
WARD = {"women": "Asks for a women's ward", "men": "Asks for a men's ward"}
HOME = {"here": "Lives here", "nowhere": "Has no home now"}
WAY_HOME = {
    "own_way": "Gets home on their own", "fetched": "Somebody fetches them", "bus": "By bus: a ticket is needed",
    "ride_owed": "A ride home is owed", "needs_none": "No way home is needed",
}  # fmt: skip
ASK_BACK = {
    "medication": "Medication", "last_use": "What was taken last, and when", "medical_check": "Was a medical check done?",
    "how_now": "How are they now?", "mobility": "Walks and cares for themselves?", "own_words": "What the person wants",
    "other": "Something else",
}  # fmt: skip
RECORDS_KIND = {
    "public_records": "Public records request", "subpoena": "Subpoena", "court_order": "Court order", "law_enforcement": "Law enforcement",
    "coroner": "Coroner or medical examiner", "protective_services": "Protective services",
}  # fmt: skip
RECORDS_STATE = {
    "open": "being gone through", "signed": "signed, not handed out", "handed_out": "handed out", "refused": "refused",
    "taken_back": "taken back by who asked",
}  # fmt: skip
RECORDS_HOW = {
    "in_person": "In person", "mail": "By mail", "secure_portal": "By a secure portal", "courier": "By courier",
    "court_filing": "Filed with the court",
}  # fmt: skip
DEVIATES = {
    "order_says_so": "The order says so", "law_says_so": "The law says so", "person_agreed": "The person agreed",
    "known_publicly": "Known publicly", "others_privacy": "Somebody else's privacy", "safety": "Somebody's safety",
    "not_asked_for": "Not asked for",
}  # fmt: skip
EXEMPTION = {
    "private_life": "Private life", "safety": "Somebody's safety", "health": "Health information", "psychotherapy": "Psychotherapy notes",
    "part2": "Substance use records (42 CFR Part 2)", "justice": "Criminal justice information", "minor_care": "Care a minor agreed to",
    "not_released": "Not released by this kind of request", "confidential_by_law": "Confidential by law",
}  # fmt: skip
PRESERVES = {
    "records_request": "A request for records", "litigation": "Litigation", "investigation": "An investigation", "complaint": "A complaint",
    "review_of_death": "Review of a death", "audit": "An audit",
}  # fmt: skip
LIFTS = {"matter_over": "The matter is over", "placed_by_mistake": "Placed by mistake", "counsel_says_so": "Counsel says so"}
GROUND = {
    "kept_long_enough": "Kept long enough", "court_order": "A court's order", "person_asked": "The person asked for it",
    "never_ours": "Was never ours to keep",
}  # fmt: skip
NEED = {
    "preserved": "legally preserved", "incident_open": "an incident is open", "person_in_care": "somebody has the person in care",
    "follow_up_open": "a follow-up is open", "report_open": "a mandated report is open", "case_open": "a case is open",
    "release_open": "somebody asked for these records", "threat_open": "the file is open",
}  # fmt: skip
ERASURE_STATE = {"proposed": "proposed", "taken_back": "taken back", "signed": "signed, being erased", "done": "erased for ever"}
ABOUT = {"incident": "Incident", "person": "The record of person", "threat": "Threat file"}
MARK = {"part2": "42 CFR Part 2", "minor_consented": "Care a minor agreed to"}
AUDIT_RULE = {
    "own": "Read their own record", "relative": "Read a relative's record", "watched": "Read a watched record",
    "kin_name_address": "Perhaps a relative: same family name and same address",
    "kin_name_phone": "Perhaps a relative: same family name and same phone", "kin_phone": "Perhaps a relative: same phone",
    "volume": "Many people's records in one hour", "off_shift": "Read a record while on no shift",
    "withheld": "Many tries that were not shown", "infected": "Sent a file in which the virus scanner found something harmful",
}  # fmt: skip
AUDIT_TROUBLE = {
    "not_written": "Readings cannot be written down: clinical words stay closed, call facts are shown and noted aside.",
    "not_aside": "Readings cannot even be noted aside: no words are shown to anybody.",
    "not_signed": "The audit's heads cannot be signed.", "not_kept": "The last head was not kept at every place of audit.yaml.",
    "broken": "The audit is not whole: readings were changed or are gone.",
    "unknown_signer": "A head is signed by a key nobody named as ours.",
}  # fmt: skip
AUDIT_ANSWER = {"explained": "Explained", "follow_up": "Being followed up", "violation": "A violation"}
RELATION = {"own": "is the person", "relative": "is a relative", "watched": "watched"}
GLASS_REASON = {
    "life_at_risk": "A life at risk", "medical_emergency": "A medical emergency", "danger_to_others": "Danger to others",
    "urgent_medication": "Medication or allergy needed now", "unknown_person": "Who it is and what helps is unknown",
    "other_urgent": "Something else that cannot wait",
}  # fmt: skip
GLASS_HOW = {"closed_by_opener": "closed by who opened it", "revoked": "ended by the privacy officer", "time_over": "the hour is over"}
GLASS_FINDING = {"appropriate": "Appropriate", "not_appropriate": "Not appropriate", "follow_up": "To be followed up"}
DISCLOSED_HOW = {
    "phone": "By phone", "paper": "On paper", "fax": "By fax", "in_person": "In person", "electronic": "Electronically",
    "subpoena": "In answer to a subpoena",
}  # fmt: skip
DISCLOSED_BASIS = {
    "consent": "Consent", "treatment": "Treatment", "payment_operations": "Payment or operations",
    "164.512.j": "Serious and imminent threat, 45 CFR 164.512(j)", "164.512.f": "Limited identifiers, 45 CFR 164.512(f)",
    "2.51": "Medical emergency, 42 CFR 2.51", "court_order": "Court order", "required_by_law": "Required by law",
    "involved_in_care": "Involved in care, 45 CFR 164.510(b)",
}  # fmt: skip
IDENTITY = {
    "photo_document": "Document with a photo", "known_in_person": "Known in person", "two_facts": "Two facts only they know",
    "notarized": "Notarized letter", "court_paper": "Paper of a court",
}  # fmt: skip
COPY_HOW = {"in_person": "In person", "mail": "By mail", "secure_portal": "By a secure portal"}
ASKER = {"person": "The person themselves", "guardian": "A parent or guardian"}
AMENDMENT_STATE = {"open": "to be answered", "accepted": "put right", "refused": "stays as it is"}
AMENDMENT_REASON = {
    "accurate_and_complete": "It is accurate and complete", "not_made_here": "It was not made here",
    "not_part_of_record": "Not part of the record", "not_open_to_access": "Not open to access by law",
}  # fmt: skip
HOLD_HOW = {
    "released": "Released",
    "voluntary": "Stays voluntarily",
    "other_paper": "Another paper follows (certified, ordered by a court)",
}
HOLD_TOLD = {
    "person": "The person", "family": "Family", "guardian": "Parent or guardian", "advocate": "Patients' rights advocate",
    "officer": "The officer who asked to be told", "facility": "Another place", "nobody": "Nobody",
}  # fmt: skip
NOT_ADVISED = {
    "unconscious": "Not conscious", "danger": "It was dangerous", "no_interpreter": "No interpreter was there",
    "declined_to_listen": "The person declined to listen",
}  # fmt: skip
REFERRAL_STATUS = {
    "requested": "Asked", "accepted": "Agreed", "rejected": "Nobody takes it: find another way", "on_hold": "In line",
    "in_progress": "Expected", "completed": "Seen", "failed": "Did not come about: find another way", "cancelled": "Cancelled",
}  # fmt: skip
ASK_STATUS = {
    "requested": "Asked", "accepted": "Agreed", "rejected": "Declined", "on_hold": "In line", "in_progress": "Expected",
    "completed": "Seen", "failed": "Did not come about", "cancelled": "Need not answer any more",
}  # fmt: skip
REFERRAL_DECLINED = {
    "full": "Full", "not_eligible": "Does not fit who we are for", "too_far": "Too far", "no_such_service": "We do not offer this",
    "language": "We cannot speak with the person", "needs_assessment": "We must assess first", "closed": "Closed", "other": "Other",
}  # fmt: skip
REFERRAL_FAILED = {
    "no_show": "Did not come", "not_reached": "Could not be reached", "person_declined": "The person declined",
    "not_eligible": "Does not fit who we are for", "closed": "Closed", "other": "Other",
}  # fmt: skip
REFERRAL_CANCELLED = {
    "person_declined": "The person declined", "need_met": "The need is met", "another_way": "Another way was found",
    "moved_away": "Moved away", "wrong_person": "Another person was meant", "made_by_mistake": "Made by mistake",
}  # fmt: skip
ROLE_SHORT = {"officer": "officer", "clinician": "clinician", "peer": "peer", "paramedic": "paramedic", "driver": "driver"}
TABLES = Tables(globals())
# What the buttons that told a code say of it, for sentences: the first table that has it.
SAID = {code: text for table in reversed(TABLES.values()) for code, text in table.items()}
word, choices = TABLES.say, TABLES.offer
