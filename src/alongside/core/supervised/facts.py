"""Facts of signatures that supervisors give. What was written is in the vault; here are ids and who signed."""

from alongside.core.fact import Fact, fact


@fact
class SignatureOwed(Fact):
    """Somebody in training wrote this: it is no clinical note until their supervisor signs it."""

    person: str
    item: str
    author: str


@fact
class ItemSigned(Fact):
    """The supervisor read it and answers for it."""

    person: str
    item: str
    signed_by: str
