"""The kinds of consent and what each may speak of. They are never combined: 42 CFR 2.31(b), (d); one record is of one kind."""

from collections.abc import Mapping
from typing import NamedTuple

CARE = frozenset({"response", "treatment", "follow_up"})
CLINICAL = frozenset({"clinical_summary", "clinical_notes", "part2"})
# How to take it back, what the recipient may do with it, that treatment does not depend on it: said to whoever signs.
STATEMENTS = frozenset({"revocation", "redisclosure", "not_conditioned"})
TREATING = "treating"  # recipients by class: every organization that treats the person, now or later
FAMILY = "family"  # somebody the person names
COURT = "court"  # the court or party of the proceeding the person names
NAMED_IN_WORDS = frozenset({FAMILY, COURT})
ANY_HOLDER = "any"  # who may disclose: whoever holds it here
ALL = "all"
NO_END, OTHER_EVENT = "none", "other_event"
EVENTS = frozenset({"treatment_ends", "episode_ends", "case_closed", OTHER_EVENT, NO_END})


class Kind(NamedTuple):
    """``covers`` classes or marks an item is asked as; ``fields_of`` classes whose fields may be named; ``states`` what must be said."""

    covers: frozenset[str]
    fields_of: frozenset[str]
    purposes: frozenset[str]
    states: frozenset[str] = frozenset({"revocation"})
    recipients: frozenset[str] = frozenset()  # classes of recipients this kind may name; organizations always
    may_last: bool = False  # may be without an end


KINDS: Mapping[str, Kind] = {
    "part2": Kind(frozenset({"part2"}), CLINICAL, CARE | {"referral"}),
    "part2_care": Kind(
        frozenset({"part2"}), CLINICAL, CARE | {"operations"}, frozenset({"revocation", "redisclosure"}), frozenset({TREATING}), True
    ),
    "part2_counseling": Kind(
        frozenset({"psychotherapy_notes"}), frozenset({"psychotherapy_notes"}), frozenset({"treatment"}),
        frozenset({"revocation", "not_conditioned"}),
    ),
    "part2_proceedings": Kind(
        frozenset({"part2"}), CLINICAL, frozenset({"proceeding"}), frozenset({"revocation", "not_conditioned"}),
        recipients=frozenset({COURT}),
    ),
    "health": Kind(frozenset({"clinical_notes"}), frozenset({"clinical_notes"}), CARE, recipients=frozenset({TREATING})),
    "family": Kind(
        frozenset({"identity", "clinical_summary"}), frozenset({"identity", "clinical_summary"}), frozenset({"own_record"}),
        recipients=frozenset({FAMILY}), may_last=True,
    ),
    "referral": Kind(frozenset({"identity"}), frozenset({"identity"}), frozenset({"referral"})),
}  # fmt: skip
PART2 = frozenset(name for name in KINDS if name.startswith("part2"))
