"""Consent in plain words: kinds, elements, ends, who signs. English is the key; Spanish is in the catalogue."""

KIND = {
    "part2": "Records of substance use treatment", "part2_care": "Records of substance use treatment, one consent for all care",
    "part2_counseling": "A counselor's own notes, kept apart", "part2_proceedings": "Substance use records in a court or other proceeding",
    "health": "Clinical notes of another organization", "family": "Family or friends", "referral": "A referral",
}  # fmt: skip
KIND_SAYS = {
    "part2": "Somebody you name may be shown what a substance use treatment program knows of you.",
    "part2_care": "Everybody who treats you, now or later, may be shown it, without asking you each time.",
    "part2_counseling": (
        "A clinician of an organization you name may read what a counselor keeps apart (psychotherapy, substance use counseling). "
        "Always asked alone."
    ),
    "part2_proceedings": (
        "Nobody uses these records against you in court without this or an order of the court. You name the court or party. "
        "Always asked alone."
    ),
    "health": "A clinician of another organization may read the notes written about you here.",
    "family": "Somebody you name may be told where you are and how to help.",
    "referral": "A service you are referred to may be told your name and how to reach you.",
}  # fmt: skip
WHAT_ALL = {
    "part2": "all records of substance use treatment", "part2_care": "all records of substance use treatment",
    "part2_counseling": "all notes a counselor keeps apart", "part2_proceedings": "all records of substance use treatment",
    "health": "all clinical notes", "family": "where the person is and how to help", "referral": "name and how to be reached",
}  # fmt: skip
EVENT = {
    "treatment_ends": "until the treatment ends", "episode_ends": "until this episode ends", "case_closed": "until the case is closed",
    "other_event": "until something else happens", "none": "without an end, until it is taken back",
}  # fmt: skip
SIGNER = {
    "person": "the person", "guardian": "a parent or guardian", "both": "the person and a parent or guardian",
    "representative": "a legal representative",
}  # fmt: skip
STATE = {
    "given": "given", "declined": "declined", "withdrawn": "taken back", "expired": "ended", "deficient": "lacks something",
    "not_asked": "not begun yet",
}  # fmt: skip
FORM = {"drawn": "signed on the screen", "typed": "signed by typing the name", "paper": "signed on paper", "said": "said"}
MISSING = {
    "name": "the person's name", "holder": "who may show it", "what": "what exactly", "recipient": "to whom",
    "participants": "who takes part in the exchange", "purpose": "for what", "redisclosure": "what those who receive it may do with it",
    "revocation": "how to take it back", "not_conditioned": "that treatment does not depend on it", "end": "until when",
    "signature": "the signature", "date": "the date", "place_of_paper": "where the paper lies", "false": "it is not what it says",
}  # fmt: skip
STATEMENT = {
    "revocation": "I can take this back at any time, by telling anybody here or in writing. What was shown before cannot be unshown.",
    "redisclosure": (
        "Those who receive it for my care may pass it on as health privacy law (HIPAA) allows. "
        "They may not use it against me in a civil, criminal, administrative or legislative proceeding."
    ),
    "not_conditioned": "I am treated whether or not I sign this.",
}  # fmt: skip
WRONG = {
    "other_person_signed": "Another person signed", "nobody_signed": "Nobody signed", "under_pressure": "Signed under pressure",
    "not_understood": "Not understood when it was signed", "entered_wrong": "Entered wrong",
}  # fmt: skip
TREATING, FAMILY_WORD, ANYBODY = "every organization that treats the person", "whom the person named", "whoever holds it here"
COURT_WORD = "the court or party named in it"
NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."
NOTICE_EMERGENCY = "Shown without a consent, on another ground that the law names."
SCOPE = "{recipients} may be shown {what}, held by {holders}, for {purposes}, {end}."
UNTIL, NO_END_SAID = "until {day}", "with no end said"
