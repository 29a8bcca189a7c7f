"""Everything the board keeps of people's records, under one roof: the record, what was agreed to, who signs, what is asked for by law."""

from alongside.core.card.state import Approval
from alongside.core.cases.state import Case
from alongside.core.consent.state import Consent
from alongside.core.custodian.state import Erasure, Preservation, Release
from alongside.core.glass.state import Glass
from alongside.core.linkage.state import Comparison, Suggestion
from alongside.core.often.state import OftenReview
from alongside.core.person.state import Item, Person
from alongside.core.registry.state import Enrollment, Search
from alongside.core.rights.state import Amendment, Copy, Disclosure
from alongside.core.supervised.state import Signature
from alongside.core.threat.state import Threat

__all__ = [
    "Amendment",
    "Approval",
    "Case",
    "Comparison",
    "Consent",
    "Copy",
    "Disclosure",
    "Enrollment",
    "Erasure",
    "Glass",
    "Item",
    "OftenReview",
    "Person",
    "Preservation",
    "Release",
    "Search",
    "Signature",
    "Suggestion",
    "Threat",
]
