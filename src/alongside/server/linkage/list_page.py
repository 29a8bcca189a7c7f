"""What waits to be judged, the strongest evidence first; what was put off, said to be two people, or linked; and the comparison itself."""

from django.http import HttpRequest, HttpResponse

from alongside.core.linkage.state import Suggestion
from alongside.server.linkage.rows import suggestion_row
from alongside.server.linkage.told import OUTCOME, STATE
from alongside.server.records.compare_process import can_compare
from alongside.server.site.code_words import say_code
from alongside.server.site.looking import Look, look, show
from alongside.server.site.routes import page
from alongside.server.site.rows import Row

PAGE = 20
STATES = {"waiting": "", "later": "later", "linked": "linked", "apart": "apart"}


@page("linkage")
def list_suggestions(request: HttpRequest) -> HttpResponse:
    """Twenty to a page, of one state. Nobody's words are on it."""
    chosen = request.GET.get("show", "waiting")
    state, first = STATES.get(chosen, ""), _first(request)
    with look(request) as seen:
        mine = sorted((one for one in seen.view.board.suggestions if one.state == state), key=_strongest)
        rows = [suggestion_row(seen, one) for one in mine[first : first + PAGE]]
        told = {"rows": rows, "count": len(mine), "first": first, "last": first + len(rows), "tabs": _tabs(seen, state)}
        told |= {"run": _run(seen), "records": len(seen.view.board.people), "can_compare": can_compare()}
    later = first + PAGE if first + PAGE < len(mine) else None
    return show(request, "linkage", "list", {**told, "chosen": chosen, "earlier": max(0, first - PAGE), "later": later})


def _first(request: HttpRequest) -> int:
    said = request.GET.get("from", "")
    return int(said) if said.isdecimal() and len(said) < 7 else 0  # noqa: PLR2004


def _strongest(one: Suggestion) -> tuple[bool, int, str]:
    """What somebody knows comes before what a model counts."""
    return (not one.named_by, -one.bits, one.id)


def _tabs(seen: Look, state: str) -> list[Row]:
    counts = {code: sum(1 for one in seen.view.board.suggestions if one.state == code) for code in STATES.values()}
    return [{"code": name, "word": say_code(STATE, code), "count": counts[code], "here": code == state} for name, code in STATES.items()]


def _run(seen: Look) -> Row | None:
    """The latest comparison; while it runs, how far it is."""
    latest = max(seen.view.board.comparisons, key=lambda one: one.begun_at, default=None)
    if latest is None:
        return None
    comparing = seen.deployment.comparing
    stage, done, of = comparing.progress if comparing is not None else ("", 0, 0)
    told = {"id": latest.id, "is_open": latest.is_open, "begun_at": latest.begun_at, "ended_at": latest.ended_at}
    told |= {"by": seen.deployment.names.person(latest.author)}
    told |= {"stage": stage, "done": done, "of": of, "compared": latest.compared, "suggested": latest.suggested}
    return {**told, "outcome": latest.outcome, "says": say_code(OUTCOME, latest.outcome) if latest.outcome else ""}
