"""What whoever asked gets back, after the commit reached the disk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from alongside.core.fact import Fact
from alongside.core.refused import Refused


class Outcome(StrEnum):
    """What became of a request."""

    GRANTED = "granted"
    REFUSED = "refused"
    QUARANTINED = "quarantined"  # a late request that no longer fits: kept with its reason, for a person to look at


@dataclass(frozen=True, slots=True)
class Receipt:
    """The durable answer to one request; asking again with the same id and body gives the same receipt.

    ``facts`` stand at ``first_seq`` and the seqs after it; ``seq`` is the ledger's head right after them.
    """

    request_id: str
    outcome: Outcome
    seq: int
    first_seq: int = 0
    facts: tuple[Fact, ...] = ()
    code: str = ""
    parameters: Mapping[str, object] = field(default_factory=dict)

    @property
    def granted(self) -> bool:
        """Whether it was done."""
        return self.outcome is Outcome.GRANTED

    @property
    def refusal(self) -> Refused | None:
        """Why it was refused, or None."""
        return Refused(self.code, **self.parameters) if self.outcome is Outcome.REFUSED else None
