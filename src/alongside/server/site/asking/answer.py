"""The answer to a request, as browsers and machines read it."""

from dataclasses import dataclass, fields
from typing import Any

from alongside.core.board import Board
from alongside.core.fact import Fact
from alongside.core.request import Request
from alongside.ledger.receipt import Outcome, Receipt
from alongside.server.site.asking.undo import undo_of
from alongside.server.site.names import Names
from alongside.server.site.sentences import say, say_fact
from alongside.server.site.whole import sees_whole

TELLING = (
    "incident",
    "episode",
    "unit",
    "assignment",
    "reservation",
    "follow_up",
    "message",
    "hazard",
    "report",
    "facility",
    "position",
    "number",
    "status",
    "level",
)
MINTED = (
    "incident", "episode", "episodes", "assignment", "reservation", "follow_ups", "message", "hazard", "report", "person", "release",
    "preservation", "erasure", "glass", "hold",
    "disclosure", "copy", "amendment", "case", "referral", "consent", "comparison", "threat",
)  # fmt: skip
# Facts that come along; the sentence is about what was asked for.
BESIDE = frozenset({"Recommended", "NeedUnmet", "SignGiven", "EpisodeOpened", "ClockMoved"})
STATUS = {"not_allowed": 403, "request_reused": 422, "words_too_long": 413}


@dataclass(frozen=True, slots=True)
class Answer:
    """``status`` is the HTTP status, ``body`` the JSON."""

    status: int
    body: dict[str, Any]

    @property
    def granted(self) -> bool:
        """Whether it was done."""
        return bool(self.body["granted"])


def answer_of(receipt: Receipt, request: Request, names: Names, board: Board, language: str) -> Answer:
    """What a receipt means to whoever asked."""
    if receipt.outcome is Outcome.REFUSED:
        return no(
            STATUS.get(receipt.code, 409),
            receipt.code,
            dict(receipt.parameters),
            say(receipt.code, receipt.parameters, names, board, language),
            request.id,
        )
    whole = sees_whole(request.by)
    told = {
        "id": request.id,
        "granted": receipt.granted,
        "quarantined": receipt.outcome is Outcome.QUARANTINED,
        "facts": [tell(fact, receipt.first_seq + at, whole) for at, fact in enumerate(receipt.facts)],
        "ids": {name: value for name in MINTED if (value := getattr(request, name, None))},
        "undo": undo_of(request, board) if receipt.granted else None,
        "sentence": sentence(receipt.facts, names, board, language),
    }
    return Answer(200, told)


def no(status: int, code: str, parameters: dict[str, Any], sentence: str, id: str = "") -> Answer:
    """A refusal of any kind."""
    return Answer(status, {"id": id, "granted": False, "code": code, "parameters": parameters, "sentence": sentence})


def tell(fact: Fact, seq: int, whole: bool) -> dict[str, Any]:
    """A fact by kind and ids; its place in the ledger only to who sees the whole board: it counts everybody's facts."""
    named = {field.name for field in fields(fact)}
    return {"kind": fact.kind, **({"seq": seq} if whole else {}), **{name: getattr(fact, name) for name in TELLING if name in named}}


def sentence(facts: tuple[Fact, ...], names: Names, board: Board, language: str) -> str:
    """What was done, in one line; empty where nothing changed."""
    main = [fact for fact in facts if fact.kind not in BESIDE] or list(facts)
    return (
        say_fact(main[-1] if main[0].kind == "StatusReported" and main[-1].kind == "UnitAssigned" else main[0], names, board, language)
        if main
        else ""
    )
