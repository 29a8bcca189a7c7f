"""A policy in the ledger: kept over a restart, the same on every node at the same moment, and asked again under the policy of its time."""

from collections.abc import Iterator
from typing import Any

import pytest

from alongside.core.dispatch.facts import UnitAssigned
from alongside.core.party import Actor
from alongside.core.policy import requests as r
from alongside.core.policy.in_force import in_force
from alongside.core.policy.settings import with_settings
from alongside.core.policy.state import Setting
from alongside.ledger.asked import stream_asked
from alongside.ledger.engine import Engine
from alongside.ledger.ledger import Ledger
from alongside.ledger.opening import open_ledger
from alongside.twin.replay import replay
from tests.core.town import RULES, StraightRoads
from tests.ledger.conftest import Open
from tests.ledger.test_06_nodes import until
from tests.ledger.town_clock import TownClock, ask, call, open_town, send

ANALYST, LEAD = Actor("whitehorse", "evaluator", "county"), Actor("lindqvist", "supervisor", "town")
SOONER = (Setting("clock.page", 20_000),)
GIVES = with_settings(RULES, {one.name: one for one in SOONER}).hash
HOUR = 3_600_000


def agree(ledger: Ledger, wanted_at: int) -> None:
    """Proposed by one, agreed to by another."""
    told: tuple[Any, ...] = (
        ask(r.ProposePolicy, "", by=ANALYST, policy="n1", settings=SOONER, wanted_at=wanted_at, reason="planned"),
        ask(r.ApprovePolicy, "", by=LEAD, policy="n1", gives=GIVES),
    )
    for one in told:
        receipt = ledger.record(one)
        assert receipt.granted, receipt


def limit(ledger: Ledger, unit: str, incident: str) -> int:
    """How long the crew now sent has until its page rises."""
    ledger.record(call(incident))
    sent = next(fact for fact in ledger.record(send(unit, incident)).facts if isinstance(fact, UnitAssigned))
    return sent.acknowledge_by - sent.at


def test_01_in_force_from_its_millisecond_on_over_a_restart_and_asked_again(reopen: Open, engine: Engine, clock: TownClock) -> None:
    ledger = open_town(reopen())
    agree(ledger, clock.now + HOUR)
    began = clock.now + HOUR
    clock.now = began - 1
    assert limit(ledger, "M12", "i1") == 30_000
    clock.now = began
    ledger = reopen()
    assert ledger.guidance_at(began - 1).rules.hash == RULES.hash
    assert ledger.guidance_at(began).rules.hash == GIVES
    assert limit(ledger, "C204", "i2") == 20_000
    clock.now += HOUR
    assert ledger.record(ask(r.RollBackPolicy, "", by=LEAD, policy="n1", reason="not_as_expected")).granted
    assert limit(ledger, "P31", "i3") == 30_000
    asked = list(stream_asked(engine))
    assert [one.rules for one in asked if one.request.kind == "AssignUnit"] == [RULES.hash, GIVES, RULES.hash]
    done = replay(asked, RULES, StraightRoads())
    assert (done.unequal, done.other_rules, done.refused) == (0, 0, 0)


@pytest.fixture
def nodes(postgres_dsn: str, clock: TownClock) -> Iterator[list[Ledger]]:
    """Two nodes on one database, each with its own copy of the same files."""
    opened = [open_ledger(postgres_dsn, RULES, StraightRoads(), genesis="demo", clock=clock) for _ in range(2)]
    yield opened
    for node in opened:
        node.close()


def test_02_two_nodes_go_by_the_same_policy_at_the_same_moment(nodes: list[Ledger], clock: TownClock) -> None:
    first, second = nodes
    open_town(first)
    agree(first, clock.now + HOUR)
    assert until(lambda: second.head.seq == first.head.seq)
    for at in (clock.now, clock.now + HOUR - 1, clock.now + HOUR, clock.now + 9 * HOUR):
        assert first.guidance_at(at).rules.hash == second.guidance_at(at).rules.hash == (RULES.hash if at < clock.now + HOUR else GIVES)
    clock.now += HOUR
    assert [limit(first, "M12", "i1"), limit(second, "C204", "i2")] == [20_000, 20_000]
    assert second.record(ask(r.RollBackPolicy, "", by=LEAD, policy="n1", reason="mistake")).granted
    assert limit(first, "P31", "i3") == 30_000  # what the other node wrote is taken in before anything is decided
    with first.board() as board:
        assert in_force(board, RULES, clock.now) is RULES
