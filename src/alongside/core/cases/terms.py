"""The closed vocabularies of cases. What a kind of case asks for is data (library/policies/cases.yaml)."""

HOW = frozenset({"visit", "phone", "video", "office", "street", "with_family", "with_provider"})
OUTCOMES = frozenset({"seen", "spoke", "no_answer", "not_there", "declined", "wrong_contact", "came_to_us"})
REACHED = frozenset({"seen", "spoke", "came_to_us"})
CAME = "came_to_us"  # the person came: nobody reached out
TASKS = frozenset(
    {"visit", "call", "appointment", "medication_visit", "benefits", "housing", "documents", "court", "review", "plan", "other"}
)  # fmt: skip
TASK_ENDS = frozenset({"not_needed", "stable", "person_declined", "done_elsewhere", "entered_wrong"})
GOAL_STATES = frozenset({"open", "reached", "partly", "given_up"})
REFERRED = frozenset({"asked", "waiting", "accepted", "declined", "placed", "ended"})
PASSED_BECAUSE = frozenset({"leave", "left", "absent", "over_limit", "language", "person_asked", "nearer", "conflict"})
DECLINED_BECAUSE = frozenset({"over_limit", "conflict", "leave", "not_my_work", "language"})
OPENED_BECAUSE = frozenset({"person_asked", "repeat_contacts", "after_crisis", "court", "partner_asked", "outreach", "step_down", "review"})
