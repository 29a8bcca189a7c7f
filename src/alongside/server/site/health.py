"""How the server is: age of the ledger's head, the last synthetic call, open streams, failures of what runs beside."""

from datetime import UTC, datetime
from secrets import token_hex
from typing import Any

from alongside.core.codes import Level, Origin
from alongside.core.dispatch.requests import TakePosition
from alongside.core.intake.requests import SetLevel, TakeCall
from alongside.core.party import Actor
from alongside.core.request import Request
from alongside.ledger.health import look as look_at
from alongside.server.site.deployment import Deployment
from alongside.server.site.runners import Runner

SYNTHETIC_EVERY_S = 60.0  # reliability.md F3: a synthetic end-to-end call each minute
WORKS = "works"
PROBE = Actor(staff="health", role="system")


# What counts everybody's facts, pages and positions: only for who sees the whole board.
COUNTS = ("head", "head_age_ms", "position", "readers")


def look(deployment: Deployment, whole: bool) -> dict[str, Any]:
    """One look; ``well`` is False where an action would fail or a runner stands still. Strangers learn no counts."""
    seen = look_inside(deployment)
    return seen if whole else {name: value for name, value in seen.items() if name not in COUNTS}


def look_inside(deployment: Deployment) -> dict[str, Any]:
    """Everything."""
    head = deployment.ledger.head
    failing = [runner.name for runner in deployment.runners if isinstance(runner, Runner) and runner.is_failing]
    trouble = deployment.ledger.trouble or deployment.synthetic.problem
    return {
        "well": not trouble and not failing,
        "trouble": trouble,
        "audit": _audit(deployment),
        "scanner": _scanner(deployment),
        "synthetic_ms": round(deployment.synthetic.synthetic_ms, 1),
        "genesis": deployment.ledger.genesis,
        "epoch": deployment.ledger.epoch,
        "head": head.seq,
        "head_age_ms": max(0, deployment.clock.now() - head.recorded_at),
        "position": deployment.feed.audience("board").position,
        "readers": len(deployment.feed.readers),
        "failing": failing,
        "now": deployment.clock.now(),
        "speed": deployment.clock.speed,
        "clock_moved_ms": deployment.clock.moved_ms(),
    }


def _audit(deployment: Deployment) -> str:
    """“works”, or what fails and since when: calls are taken all the same, so ``well`` does not hang on it."""
    failing = [f"{one.code} since {_moment(one.since)}" for one in deployment.vault.notes.troubles.now]
    return "; ".join(failing) or WORKS


def _scanner(deployment: Deployment) -> str:
    """“off”, “works” with what it says it is, or since when it is silent."""
    state = deployment.scanner.state
    return f"{state.code} since {_moment(state.since)}" if state.since else f"{state.code} {state.version}".strip()


def _moment(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")


def short(seen: dict[str, Any]) -> dict[str, Any]:
    """What strangers are told: whether all is well. How many facts there are, and who looks on, is nobody's business outside."""
    return {"well": seen["well"], "now": seen["now"]}


def try_a_call(deployment: Deployment) -> None:
    """The synthetic call, on a scratch ledger by the rules in force."""
    deployment.synthetic = look_at(deployment.ledger, lambda: synthetic_call(deployment), deployment.clock.now())


def synthetic_call(deployment: Deployment) -> list[Request]:
    """A desk is staffed, a call is taken and assessed."""
    program, incident = deployment.rules.program, token_hex(8)
    desk = next(desk for desk in program.desks if desk.origins)
    origin = min(desk.origins, key=list(Origin).index)
    return [
        TakePosition(id=token_hex(8), by=PROBE, position=desk.id, area=program.area, duty=desk.duty, staff=PROBE.staff),
        TakeCall(
            id=token_hex(8), by=PROBE, incident=incident, episodes=(token_hex(8),), area=program.area, origin=origin, position=desk.id
        ),
        SetLevel(id=token_hex(8), by=PROBE, incident=incident, level=Level.URGENT, reason="synthetic"),
    ]
