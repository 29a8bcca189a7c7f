"""What the rules of sharing are told with: ties, purposes, consents, ages, legal bases, the roles of those who are no staff."""

TIE = {
    "assigned": "aboard a unit that works on the incident", "was_sent": "aboard a unit that worked on the incident",
    "desk": "at a desk while the incident is open", "responsible": "responsible for the person now",
    "offered": "asked to take the person over", "bound_here": "the person comes to, or is at, my facility by agreement",
    "open_case": "a promise to the person is open at my desk", "reviews": "signs off an open promise to the person",
    "treatment": "my organization treats the person", "author": "I wrote it", "own_agency": "written in my organization",
    "addressed": "written to me", "referral": "the person was referred to my organization",
    "release": "somebody asked for these records by law, and I am their custodian", "own_record": "I am the person",
    "family": "the person named me as family", "guardian": "I answer for the person by law",
    "break_glass": "I opened the record in an emergency", "oversees": "I must look at why a record was opened",
    "threat_team": "I am on the team of this threat file",
    "threat_part": "I carry out something of this threat file, and this is what",
    "enrolled_here": "my organization keeps the enrollment in the registry",
    "searching": "I work on a need whose search brought the person up",
    "matching": "I must say whether two records are about one person",
}  # fmt: skip
PURPOSE = {
    "response": "the response now", "treatment": "treatment", "follow_up": "following up", "referral": "a referral",
    "operations": "running the service", "evaluation": "evaluation", "proceeding": "a proceeding against the person",
    "own_record": "the person's own record", "release": "answering a request for records",
}  # fmt: skip
CONSENT = {
    "not_asked": "not asked", "given": "given", "declined": "declined", "expired": "expired", "withdrawn": "taken back",
    "deficient": "lacks something", "emergency": "medical emergency, consent cannot be had", "court_order": "court order",
}  # fmt: skip
AGE = {"unknown": "not known", "adult": "18 or older", "teen": "12 to 17", "child": "under 12"}
BASIS = {
    "public": "public", "call_data": "call data", "safety": "safety", "payment_operations": "running the service",
    "treatment": "treatment", "consent": "consent", "involved_in_care": "involved in care, 45 CFR 164.510(b)",
    "164.512(j)": "serious and imminent threat, 45 CFR 164.512(j)", "164.512(f)": "limited identifiers, 45 CFR 164.512(f)",
    "2.51": "medical emergency, 42 CFR 2.51", "court_order": "court order", "required_by_law": "required by law",
    "individual_access": "the person's own right", "agency_rule": "the agency's own data",
    "emergency_access": "emergency access, 45 CFR 164.312(a)(2)(ii)", "enrollment": "enrolled in the registry to be found",
}  # fmt: skip
ROLE = {
    "call_taker": "Call-taker", "dispatcher": "Dispatcher", "supervisor": "Supervisor", "officer": "Officer",
    "cit_officer": "Officer with crisis training", "co_responder_officer": "Co-responder officer", "clinician": "Clinician",
    "intern": "Intern under supervision", "peer": "Peer support specialist", "driver": "Clinical driver", "technician": "Technician",
    "paramedic": "Paramedic", "emt": "EMT", "psychiatric_technician": "Psychiatric technician",
    "community_responder": "Community responder", "community_worker": "Community worker", "youth_worker": "Youth worker",
    "case_manager": "Case manager", "nurse": "Nurse", "referral_partner": "Referral partner", "evaluator": "Evaluator",
    "privacy_officer": "Privacy officer", "administrator": "Administrator", "system": "Machine", "person": "The person themselves",
    "family": "Family", "guardian": "Guardian",
}  # fmt: skip
