"""Words for the codes of cases; what a kind of case names itself comes with the library. Spanish is in the catalogue."""

from alongside.server.site.code_words import Tables

HOW = {
    "visit": "Visit", "phone": "By phone", "video": "By video", "office": "At our office", "street": "On the street",
    "with_family": "Through family", "with_provider": "Through who treats them",
}  # fmt: skip
OUTCOME = {
    "seen": "Seen", "spoke": "Spoke", "no_answer": "No answer", "not_there": "Not there", "declined": "Did not want to talk",
    "wrong_contact": "Wrong number or address", "came_to_us": "Came to us",
}  # fmt: skip
TASK = {
    "visit": "Visit", "call": "Call", "appointment": "Appointment", "medication_visit": "Medication visit at home",
    "benefits": "Benefits", "housing": "Housing", "documents": "Documents", "court": "Court", "review": "Look at the whole again",
    "plan": "Write the plan together", "other": "Something else",
}  # fmt: skip
TASK_END = {
    "not_needed": "No longer needed", "stable": "The person is stable", "person_declined": "The person does not want it",
    "done_elsewhere": "Done by somebody else", "entered_wrong": "Entered by mistake",
}  # fmt: skip
GOAL = {"open": "Working on it", "reached": "Reached", "partly": "Partly reached", "given_up": "Given up"}
REFERRED = {
    "asked": "Asked", "waiting": "On a waiting list", "accepted": "Accepted", "declined": "Declined", "placed": "Has it", "ended": "Ended",
}  # fmt: skip
PASSED = {
    "leave": "On leave", "left": "Left the job", "absent": "Absent", "over_limit": "Too many cases", "language": "Language",
    "person_asked": "The person asked for it", "nearer": "Nearer to the person", "conflict": "Conflict of interest",
}  # fmt: skip
NOT_TAKEN = {
    "over_limit": "Too many cases", "conflict": "Conflict of interest", "leave": "On leave", "not_my_work": "Not my kind of work",
    "language": "Language",
}  # fmt: skip
BECAUSE = {
    "after_crisis": "After a crisis", "repeat_contacts": "Repeat contacts", "person_asked": "The person asked for it",
    "outreach": "Met in outreach", "partner_asked": "A partner asked", "court": "A court", "step_down": "From a higher level of care",
    "review": "Found in a review",
}  # fmt: skip
DECISION = {"leave": "Left as it is", "look_again": "To be looked at again"}
TABLES = Tables(globals())
coded, offer = TABLES.say, TABLES.offer
