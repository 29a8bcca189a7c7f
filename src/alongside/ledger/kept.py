"""Every request is kept, refused ones too: how one is written, and how its receipt is read again."""

from typing import NamedTuple

from alongside.core.fact import Fact
from alongside.core.quarantine import RequestQuarantined
from alongside.core.refused import Refused
from alongside.core.request import Request
from alongside.ledger.body import decode, encode, read_fact
from alongside.ledger.code import code_version
from alongside.ledger.engine import Engine, Values
from alongside.ledger.guidance import Guidance
from alongside.ledger.receipt import Outcome, Receipt
from alongside.ledger.store import FACTS_OF, FIND_REQUEST
from alongside.ledger.told import Told


class Kept(NamedTuple):
    """What makes a request the same one, and its receipt."""

    body_hash: bytes
    receipt: Receipt


def granted(request: Request, facts: tuple[Fact, ...], first_seq: int) -> Receipt:
    """The receipt of a request that caused facts; a late one that no longer fits caused only the fact of its quarantine."""
    quarantined = bool(facts) and isinstance(facts[0], RequestQuarantined)
    outcome = Outcome.QUARANTINED if quarantined else Outcome.GRANTED
    return Receipt(request.id, outcome, first_seq + len(facts) - 1, first_seq, facts)


def refused(request: Request, refusal: Refused, seq: int) -> Receipt:
    """The receipt of a refused request, its parameters as they will be read again."""
    return Receipt(request.id, Outcome.REFUSED, seq, code=refusal.code, parameters=decode(encode(refusal.parameters)))


def reused(request: Request, seq: int) -> Receipt:
    """The answer to an id that was used before with another body. It is not kept: the id already names the first."""
    return refused(request, Refused("request_reused", request=request.id), seq)


def request_values(told: Told, receipt: Receipt, guidance: Guidance) -> Values:
    """The row of the request table, with the hash of the rules it was decided by."""
    request = told.request
    outcome = (receipt.outcome.value, receipt.code, encode(receipt.parameters).decode())
    place = (receipt.first_seq, len(receipt.facts), receipt.seq)
    decided = (request.by.staff, told.at, told.now, guidance.rules.hash, code_version())
    return (request.id, type(request).__name__, told.body, told.body_hash, *decided, *outcome, *place)


def find_kept(engine: Engine, request_id: str) -> Kept | None:
    """The request of that id with its receipt as it was first given, or None."""
    rows = engine.fetch(FIND_REQUEST, (request_id,))
    if not rows:
        return None
    hash, outcome, code, parameters, first_seq, count, seq = rows[0]
    facts = tuple(read_fact(*row) for row in engine.fetch(FACTS_OF, (first_seq, first_seq + count))) if count else ()
    return Kept(bytes(hash), Receipt(request_id, Outcome(outcome), seq, first_seq, facts, code, decode(parameters)))
