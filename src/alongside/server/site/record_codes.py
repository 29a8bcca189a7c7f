"""Words for the codes of a person's record: sources, reasons, ways of knowing, ages. Spanish is in the catalogue."""

from alongside.server.site.code_words import Tables

SOURCE = {
    "person": "the person", "family": "family", "caller": "a caller", "provider": "who treats them",
    "own_observation": "what the writer saw", "document": "a document", "register": "a register",
    "part2_program": "a substance use program (42 CFR Part 2)", "threat_team": "a threat-management team",
}  # fmt: skip
WITHDRAWN = {
    "no_longer_true": "no longer true", "never_true": "was never true", "person_asked": "the person asked for it",
    "duplicate": "is there twice", "entered_wrong": "entered by mistake",
}  # fmt: skip
BASIS = {
    "said_so": "the person said so", "document": "a document", "family_said": "family said so", "known_to_staff": "known to staff",
    "facility_said": "a facility said so", "record_matched": "a record that fits",
}  # fmt: skip
UNDONE = {
    "other_person": "another person", "same_name": "same name, another person", "wrong_record": "wrong record opened",
    "document_of_other": "somebody else's document", "said_wrong": "a wrong name was given",
}  # fmt: skip
AGE = {"adult": "18 or older", "teen": "12 to 17", "child": "under 12", "unknown": "age not known"}
STATE = {
    "amended": "put right by a later entry", "withdrawn": "no longer holds", "mistaken": "written about somebody else",
}  # fmt: skip
GUARDIANS = {
    "involved": "They are involved", "tried": "They were tried and not reached",
    "inappropriate": "Involving them would be inappropriate",
}  # fmt: skip
MARKS = {
    "": "no", "part2": "a program under 42 CFR Part 2", "minor_consented": "care the minor agreed to alone",
    "part2,minor_consented": "both",
}  # fmt: skip
FITS = {
    "name_same": "the same name", "name_alike": "a name like it", "name_part": "part of the name",
    "birth_date_same": "the same date of birth", "birth_date_near": "a date of birth near it", "phone_same": "the same phone",
}  # fmt: skip
TOLD = {
    "name": "Name", "phone": "Phone", "safe_number": "Safe number", "spoken_language": "Language", "referral_note": "What we were told",
}  # fmt: skip
TABLES = Tables(globals())
coded, offer = TABLES.say, TABLES.offer
