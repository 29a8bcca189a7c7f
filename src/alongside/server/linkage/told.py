"""Words for what agrees between two records, how a comparison ended, and why a link is taken back. Spanish is in the catalogue."""

FIELD = {
    "given": "Given name", "surname": "Family name", "birth_date": "Date of birth", "phone": "Phone", "house": "House number",
    "street": "Street", "postcode": "Postal code",
}  # fmt: skip
LEVEL = {
    "same": "the same", "close": "nearly the same", "alike": "alike", "swapped": "given and family name swapped",
    "one_off": "one character differs", "two_off": "two characters differ", "other": "different", "missing": "not in both records",
}  # fmt: skip
OUTCOME = {
    "done": "All records were compared.",
    "cancelled": "The comparison was stopped. What it had suggested stays.",
    "no_memory": "There was not enough memory to compare all records; nothing is put on a disk. Add memory, or begin at a quieter time.",
    "not_installed": "The packages that compare records are not installed here. Ask the administrator for the lock group plan.",
    "failed": "The comparison failed. Begin again; if it fails again, ask the administrator to look into the server's log.",
}
STATE = {"": "Waiting", "later": "Later", "apart": "Two people", "linked": "Linked"}
UNLINKED = {
    "other_person": "they are two people", "same_name": "same name, two people", "not_certain": "it is not certain",
    "person_said_so": "the person said so", "linked_by_mistake": "linked by mistake",
}  # fmt: skip
STRENGTH = ((15, "very likely one person"), (8, "likely one person"), (3, "perhaps one person"), (-99, "hardly more than chance"))


def strength(bits: int) -> str:
    """How much the evidence says, in words: 3 bits are odds of 8 to 1, 8 of 256, 15 of 32,768."""
    return next(text for least, text in STRENGTH if bits >= least)
