"""Why something is withheld, by the core's codes: one sentence each, never a word of what is withheld. Spanish is in the catalogue."""

from django.utils.translation import gettext

from alongside.core.sharing.share import Withheld

WITHHELD: dict[str, str] = {
    "unknown_role": "Withheld: nothing is known of this role, so nothing is shown to it.",
    "unknown_field": "Withheld: this field has no data class, so it is shown to nobody. Tell the privacy officer.",
    "unknown_purpose": "Withheld: nobody said for what it is needed.",
    "unknown_circumstance": "Withheld: something about the question is not known to the rules.",
    "not_for_role": "Withheld: this kind of information is not for your role.",
    "field_not_for_role": "Withheld: your role sees some of this, not this part.",
    "other_purpose": "Withheld: your role sees this for another purpose.",
    "no_tie": "Withheld: nothing ties you to this person now: no assignment, open case, hand-over or treatment.",
    "consent_missing": "Withheld: the person has not consented to it.",
    "consent_declined": "Withheld: the person was asked and declined.",
    "consent_expired": "Withheld: the person's consent has expired. Ask again.",
    "consent_withdrawn": "Withheld: the person took the consent back.",
    "consent_deficient": "Withheld: the consent lacks something the law asks for. Complete it with the person.",
    "other_age": "Withheld: it depends on the person's age.",
    "ended": "Withheld: this was for the live incident, and that is over.",
    "setting_not_in_force": "Withheld: the law that allows it is not in force here.",
    "never_law_enforcement": "Withheld: law enforcement never sees this (42 CFR Part 2, psychotherapy notes).",
    "author_only": "Withheld: only who wrote these notes sees them.",
    "de_identified_only": "Withheld: evaluation uses de-identified figures only.",
    "never_in_proceedings": "Withheld: not for proceedings against the person without a court order.",
    "minor_decides": "Withheld: a minor who agreed to this care alone decides who sees it.",
    "never_outside_justice": "Withheld: criminal justice information stays with the agency that asked for it.",
    "mistaken_identity": "Withheld: this was written about somebody else by mistake.",
    "contact_prohibited": "Withheld: contact with this person is prohibited. Do not try to reach them.",
    "flag_unsourced": "Withheld: this flag does not say who said so and who wrote it.",
    "flag_no_review": "Withheld: this flag has no date within twelve months to look at it again.",
    "flag_lapsed": "Withheld: this flag was to be looked at again and was not.",
    "others_words": "Withheld: this also holds what other people said. Ask the privacy officer.",
    "unsigned": "Withheld: somebody in training wrote this, and their supervisor has not signed it yet.",
    "not_approved": "Withheld: nobody but its writer has read this piece of the crisis card yet.",
    "audit_unavailable": "Withheld: this reading could not be written down. Try again.",
}


def say_withheld(withheld: Withheld) -> str:
    """Why, in the reader's language."""
    return gettext(WITHHELD[withheld.reason])
