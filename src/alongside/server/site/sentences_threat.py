"""What happened in threat management and to what is overdue, and why it was refused: one line for each code."""

THREAT_FACTS: dict[str, str] = {
    "LateTakenOn": "{staff} sees to what is overdue.",
    "ThreatOpened": "A threat file was opened; you answer for it.",
    "ThreatMemberJoined": "Added to the team.",
    "ThreatMemberLeft": "No longer on the team.",
    "ThreatStakeholderNamed": "Noted who else has to do with it.",
    "ThreatStakeholderLeft": "They have to do with it no longer.",
    "ThreatAssessed": "Assessment written down.",
    "ThreatPlanWritten": "Written to the plan.",
    "ThreatTaskSet": "Task noted.",
    "ThreatTaskDone": "Task done.",
    "ThreatTaskEnded": "Task ended.",
    "ThreatTaskOverdue": "A task of a threat file is overdue.",
    "ThreatReviewed": "Review written down.",
    "ThreatReviewMissed": "Nobody has looked at a threat file in time.",
    "ThreatLeadOffered": "Somebody was asked to answer for the file; it stays with its lead until they accept.",
    "ThreatLeadDeclined": "Not accepted. The file stays with its lead.",
    "ThreatLeadWithdrawn": "Nobody is asked to take over the file any more.",
    "ThreatLeadUnanswered": "Nobody has answered who takes over a threat file.",
    "ThreatLeadTaken": "You answer for the file from now on.",
    "ThreatToldOf": "Written down with its basis.",
    "ThreatFlagRaised": "Crews on a call of this person see the flag from now on.",
    "ThreatFlagLowered": "Crews no longer see the flag.",
    "ThreatClosed": "The file was closed.",
    "ThreatReopened": "The file goes on; you answer for it.",
}
THREAT_REFUSED: dict[str, str] = {
    "late_no_more": "This is overdue no more.",
    "late_taken_on": "{staff} sees to it already.",
    "threat_unknown": "There is no such file. Load the page again.",
    "threat_closed": "This file is closed. Who closed it can open it again.",
    "threat_erased": "What was in this file has been erased. Open a new one.",
    "threat_exists": "This was written down already.",
    "threat_open_already": "A file about this is open already.",
    "threat_not_run_here": "Threat management is not run by your organization in your role ({role}).",
    "threat_not_team": "Only the team of this file does that. Ask its lead.",
    "threat_not_lead": "Only who answers for this file does that.",
    "threat_words_missing": "Write down first what it is.",
    "threat_other_words": "Only words of a threat file can be written here.",
    "threat_health_needs_basis": "Say that nothing of this comes from a health record. What does is told on a basis, below.",
    "threat_member_is_lead": "Choose somebody who does not answer for the file already.",
    "threat_member_already": "They are on the team already, in this part.",
    "threat_member_unknown": "They are not on the team. Load the page again.",
    "threat_member_owes": "A task is still theirs. Give it to somebody else first, or end it.",
    "threat_owner_not_team": "Only somebody of the team can be asked to do it. Add them first.",
    "threat_not_offered": "This file is offered to nobody, or to somebody else. Load the page again.",
    "threat_not_assessed": "Assess the concern first: how soon it is looked at again follows from it.",
    "threat_review_date": "Choose a day that has not passed, at most {days} days from now at this level of concern.",
    "threat_disclosure_unknown": (
        "Write the disclosure into the person’s accounting first; only your own, about this person, can be told here."
    ),
    "threat_never_told": (
        "Records of a substance use program, psychotherapy notes and care a minor agreed to are never told to a threat-management team."
    ),
    "threat_basis": (
        "On this basis nothing of a health record is told to the team. Possible: {allowed}; 164.512(j) only where the "
        "concern is high or imminent."
    ),
    "threat_no_record": "The file names no record of a person here, so there is no call on which a crew could see a flag.",
    "threat_no_flag": "There is no flag to take down.",
    "threat_needs_signature": "Closing for this reason needs another person: a supervisor on duty who signs beside you.",
    "flag_of_team": "This flag was raised by a threat-management team; only the team changes it.",
}
