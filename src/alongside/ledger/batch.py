"""Decide waiting requests one by one on the live board, and write everything they caused at once."""

from collections.abc import Sequence

from alongside.core.request import Request
from alongside.ledger.chain import Chain
from alongside.ledger.deciding import put_to_core
from alongside.ledger.enclosure import Enclosure
from alongside.ledger.engine import Engine, Values
from alongside.ledger.guidance import Guidance
from alongside.ledger.kept import Kept, find_kept, granted, refused, request_values, reused
from alongside.ledger.memory import Memory, Recorded
from alongside.ledger.receipt import Outcome, Receipt
from alongside.ledger.store import ADD_REQUEST, add_enclosures, list_known
from alongside.ledger.told import Told, hear


class Batch:
    """Everything one commit will hold; ``ids`` are those of all its requests. Nothing reaches the disk before :meth:`write`."""

    def __init__(self, engine: Engine, memory: Memory, guidance: Guidance, now: int, ids: Sequence[str]) -> None:
        self._engine, self._memory, self._guidance, self._now = engine, memory, guidance, now
        self._here: dict[str, Kept] = {}
        self._known = list_known(engine, ids) if ids else set()
        self._requests: list[Values] = []
        self._sealed: list[tuple[str, Enclosure]] = []
        self._chain = Chain(memory, now)

    def decide(self, request: Request, at: int, enclosures: Sequence[Enclosure]) -> Receipt:
        """Decide one request; the board moves at once. Asked before with the same body, it gets the same receipt and changes nothing."""
        told = hear(request, enclosures, at, self._now)
        earlier = self._here.get(request.id) or (find_kept(self._engine, request.id) if request.id in self._known else None)
        if earlier:
            return earlier.receipt if earlier.body_hash == told.body_hash else reused(request, self._memory.head.seq)
        guidance = self._guidance.at(self._memory.board, at)  # asked before the board moves
        receipt = self._decide_new(told)
        self._here[request.id] = Kept(told.body_hash, receipt)
        self._requests.append(request_values(told, receipt, guidance))
        if receipt.outcome is not Outcome.REFUSED:
            self._sealed.extend((request.id, enclosure) for enclosure in enclosures)
        return receipt

    def _decide_new(self, told: Told) -> Receipt:
        request, memory = told.request, self._memory
        facts, refusal = put_to_core(memory.board, told, self._guidance)
        if refusal is not None:
            return refused(request, refusal, memory.head.seq)
        first_seq = memory.head.seq + 1
        self._chain.extend(facts, request.by.staff, request.id, type(request).__name__)
        return granted(request, facts, first_seq)

    def write(self) -> None:
        """Requests, facts, ciphertexts and projections, inside the open transaction."""
        engine = self._engine
        engine.execute_many(ADD_REQUEST, self._requests)
        if self._sealed:
            add_enclosures(engine, self._sealed)
        self._chain.write(engine)

    @property
    def recorded(self) -> list[Recorded]:
        """The facts so far, in order."""
        return self._chain.recorded

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write: every request was asked before."""
        return not self._requests
