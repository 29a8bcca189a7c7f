"""The closed vocabularies of sharing. The library says which of them meet; pages say them in words."""

CLASSES = (
    "public", "call_facts", "safety_flags", "identity", "clinical_summary", "clinical_notes", "psychotherapy_notes", "part2",
    "criminal_justice", "minor_consented", "threat_management",
)  # fmt: skip
# A mark an item may carry beside its field's own class: a medication list that came from a Part 2 program is both.
MARKS = ("part2", "minor_consented")
LAW_ENFORCEMENT = frozenset({"officer", "cit_officer", "co_responder_officer"})
# Who may open a record in an emergency; and what that can open at all. Never psychotherapy notes, never criminal justice information.
BREAKS_GLASS = frozenset({"clinician", "nurse", "paramedic", "emt"})
OPENED_BY_GLASS = frozenset({"identity", "clinical_summary", "clinical_notes", "part2", "minor_consented"})
OUTSIDERS = frozenset({"person", "family", "guardian"})  # no staff: whoever asks for the record of somebody, or their own
PURPOSES = ("response", "treatment", "follow_up", "referral", "operations", "evaluation", "proceeding", "own_record", "release")
TIES = (
    "assigned",  # aboard a unit that works on the incident now
    "was_sent",  # aboard a unit that worked on it
    "desk",  # sits at a desk of this center while the incident is open
    "responsible",  # the party the person is with now
    "offered",  # asked to take the person over, no answer yet
    "bound_here",  # a hand-over agreed by, or made to, my facility
    "open_case",  # a promise to the person is open with my desk, or a case of theirs with me
    "reviews",  # a promise to the person is open and mine to sign off
    "treatment",  # my organization treats the person
    "author",  # I wrote it
    "own_agency",  # it was written in my organization
    "addressed",  # it was written to me
    "referral",  # the person was referred to my organization
    "release",  # these records were asked for by law, and I am their custodian
    "own_record",  # I am the person
    "family",  # the person named me
    "guardian",  # I answer for the person by law
    "break_glass",  # I opened the record in an emergency, for an hour
    "oversees",  # I must look at why somebody did
    "enrolled_here",  # my organization keeps the enrollment in the registry
    "threat_team",  # I am on the team of this threat file
    "threat_part",  # I carry out something of it, and this is what
    "searching",  # I work on a need whose search brought the person up
    "matching",  # I must say whether two records are about one person
)
CONSENTS = ("not_asked", "given", "declined", "expired", "withdrawn", "deficient", "emergency", "court_order")
AGES = ("unknown", "adult", "teen", "child")
FLAGS = ("sound", "unsourced", "no_review", "lapsed")
# Why it may be shown; written down with every reading (privacy-rules.md 3.5, rule 5).
BASES = (
    "public", "call_data", "safety", "payment_operations", "treatment", "consent", "involved_in_care", "164.512(j)", "164.512(f)", "2.51",
    "court_order", "required_by_law", "individual_access", "agency_rule", "emergency_access", "enrollment",
)  # fmt: skip
# The whole of what an officer may know of somebody's health, and only on the live incident.
SLICE = frozenset({"threat", "means", "triggers", "what_calms", "medical_hazards", "emergency_contact"})
FAILS_OPEN = frozenset({"public", "call_facts", "safety_flags"})
SLICE_ENDS_MS = 2 * 3_600_000
FLAG_YEAR_MS = 366 * 86_400_000
# Each has its sentence at the edge, in English and Spanish.
REASONS = (
    "unknown_role", "unknown_field", "unknown_purpose", "unknown_circumstance", "not_for_role", "field_not_for_role", "other_purpose",
    "no_tie", "consent_missing", "consent_declined", "consent_expired", "consent_withdrawn", "consent_deficient", "other_age", "ended",
    "setting_not_in_force", "never_law_enforcement", "author_only", "de_identified_only", "never_in_proceedings", "minor_decides",
    "never_outside_justice", "contact_prohibited", "mistaken_identity", "flag_unsourced", "flag_no_review", "flag_lapsed", "others_words",
    "audit_unavailable", "unsigned", "not_approved",
)  # fmt: skip
