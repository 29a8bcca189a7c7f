"""Words for the settings of a policy, and for why it changes. Spanish is in the catalogue."""

LAST = {
    "order": "Crews, the first that can go first", "assign_within": "Somebody is sent within", "arrive_within": "Somebody arrives within",
    "load_penalty": "One open call counts like so much driving", "stay_connected": "Somebody stays on the line until a team is there",
    "fewest": "Fewest people aboard", "asked_by": "May be asked for by", "after": "After these outcomes", "levels": "At these levels",
    "due": "Reached within", "attempts": "Attempts before it may end", "again": "Tried again after",
    "unassessed_as": "Until it is assessed, a call counts as level",
}  # fmt: skip
CLOCK = {
    "page": "A page nobody acknowledges rises after",
    "help": "A call for help nobody answers rises after",
    "offer": "An offer to take over is answered within", "call_back": "A dropped caller is called back within",
    "weapon_before": "An unknown weapon is asked about before arrival by", "weapon_again": "It is asked about again after",
    "reservation": "A place stays reserved for", "silence_again": "Silence is said again after",
    "capacity_stale": "What a place told of its room is old after",
}  # fmt: skip
REFERRAL = {
    "answer": "The organization answers within", "answer_urgent": "The organization answers within (urgent)",
    "date": "A time is named within", "date_urgent": "A time is named within (urgent)",
    "seen": "After the time named: was the person there?",
    "waitlist": "A place in line is asked about again after", "other_way": "Another way is found within",
    "other_way_urgent": "Another way is found within (urgent)", "again": "What is late is said again after",
}  # fmt: skip
PARTY = {
    "position": "A desk", "crew": "A crew", "facility": "A place", "partner": "A partner",
    "call_taker": "Call-taker's desk",
    "dispatcher": "Dispatcher's desk", "supervisor": "Supervisor's desk",
    "clinician_line": "Clinician's desk", "follow_up": "Follow-up desk",
}  # fmt: skip
GROUP = {
    "crew": "Crews", "follow_up": "Follow-up", "clock": "Alarms", "silence": "Nothing heard of who is responsible: alarm after",
    "stale": "No change of a crew's status: marked as old after", "referral": "Referrals", "unassessed_as": "Not yet assessed",
}  # fmt: skip
REASON = {
    "planned": "A plan was tried out in the twin", "review": "A review of what happened", "season": "The season or an event",
    "crews_changed": "Crews came or went", "agreement": "An agreement or a rule from outside", "correction": "It was wrong",
}  # fmt: skip
DECLINED = {
    "not_convinced": "Not convinced", "too_early": "Too early", "not_safe": "Not safe", "staff_not_ready": "Staff are not ready for it",
    "other_way": "There is a better way",
}  # fmt: skip
BACK = {
    "not_safe": "Somebody could come to harm",
    "not_as_expected": "It does not do what was expected",
    "crews_missing": "The crews are missing",
    "mistake": "It was a mistake", "ordered": "We were told to",
}  # fmt: skip
STATE = {
    "proposed": "waits for a second person", "to_come": "agreed to, not in force yet", "in_force": "in force", "declined": "declined",
    "withdrawn": "taken back by who proposed it", "rolled_back": "rolled back",
}  # fmt: skip
FLAG = {"1": "yes", "0": "no"}
