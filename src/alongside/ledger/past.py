"""Old kinds of facts, read for ever and never rewritten.

When a fact class changes shape, raise its ``kind_version`` and enter here how a body of the version before becomes the next one.
A kind that was renamed or taken out keeps its entry, naming the kind that stands for it now.
"""

from collections.abc import Callable, Mapping

from alongside.core.fact import KINDS
from alongside.ledger.refused import LedgerRefused

Body = dict[str, object]
Step = Callable[[Body], tuple[str, int, Body]]  # the next kind, its version, its body

PAST: dict[tuple[str, int], Step] = {
    ("TransferAccepted", 1): lambda body: ("TransferAccepted", 2, body | {"words": []}),  # who agreed by phone was not kept then
    ("PlaceReserved", 1): lambda body: ("PlaceReserved", 2, body),  # what was expected of asking was not kept then: nothing is learned
    ("ReferralWaitlisted", 1): lambda body: ("ReferralWaitlisted", 2, body | {"again_at": body["due_at"]}),  # only the soonest was kept
    ("DeclinedToReceive", 1): lambda body: ("DeclinedToReceive", 2, body),  # nor who declined by phone
}


def bring_up(kind: str, version: int, body: Body, past: Mapping[tuple[str, int], Step] = PAST) -> tuple[str, Body]:
    """The kind and body this row has today, step by step from the version it was written in.

    Raises :class:`LedgerRefused` where no step leads on: the ledger was written by a newer program, or an entry is missing.
    """
    while not (kind in KINDS and KINDS[kind].kind_version == version):
        step = past.get((kind, version))
        if step is None:
            raise LedgerRefused(f"This version of Alongside cannot read facts of kind “{kind}” version {version}: run a newer version.")
        kind, version, body = step(body)
    return kind, body
