"""Faults about consent and purpose that the matrix must find: in which state, and what stands there instead (module, name, it)."""

from collections.abc import Callable
from typing import Any, NamedTuple


class Fault(NamedTuple):
    """One fault and the state in which it shows."""

    state: str
    module: str
    name: str
    planted: Callable[..., Any]


def _opens_whatever(*states: str) -> Callable[..., Any]:
    """Any consent in one of these states opens, whatever was said after it."""

    def consent_of(board: Any, person: str, reader: Any, purpose: str, asked: Any, now: int) -> Any:
        from alongside.core.consent import holding  # noqa: PLC0415

        known = board.people.find(person)
        about = holding._about(board, known, reader, purpose, asked) if known else ()
        return next((holding.Held("given", one.id) for one in about if one.state_at(now) in states), holding.NOT_ASKED)

    return consent_of


def _speaks_of(whoever_holds: bool) -> Callable[..., bool]:
    def speaks_of(one: Any, asked: Any) -> bool:
        from alongside.core.consent.kinds import KINDS  # noqa: PLC0415

        rightly = whoever_holds or "any" in one.holders
        return rightly and asked.asked_as in KINDS[one.kind].covers and (not whoever_holds or "all" in one.what or asked.field in one.what)

    return speaks_of


def _decide_all(rules: Any, board: Any, actor: Any, wanted: Any, purpose: str, now: int) -> Any:
    from alongside.server.records.deciding import decide_all  # noqa: PLC0415

    return decide_all(rules, board, actor, wanted, "treatment", now)


HOLDING, ASKED = "alongside.core.consent.holding", "alongside.core.sharing.consenting"
FAULTS = {
    "what was taken back opens": Fault("taken back", ASKED, "consent_of", _opens_whatever("withdrawn")),
    "what came to its end opens": Fault("expired", ASKED, "consent_of", _opens_whatever("expired")),
    "what nobody signed opens": Fault("lacking", ASKED, "consent_of", _opens_whatever("deficient")),
    "a later no closes nothing": Fault("declined", ASKED, "consent_of", _opens_whatever("given")),
    "a no closes for ever": Fault("in force again", ASKED, "consent_of", _opens_whatever()),
    "it names whoever reads": Fault("of another scope", HOLDING, "_names", lambda one, person, reader: True),
    "it speaks for whoever holds": Fault("of another scope", HOLDING, "_speaks_of", _speaks_of(whoever_holds=True)),
    "one field opens all": Fault("of one field", HOLDING, "_speaks_of", _speaks_of(whoever_holds=False)),
    "every purpose is treatment": Fault("in force", "alongside.server.records.reading", "decide_all", _decide_all),
}
