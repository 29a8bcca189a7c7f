"""What a privacy officer is told to look at, and what not: each rule met, and just not met."""

from pathlib import Path

import pytest

from alongside.core.apply import apply
from alongside.core.board import Board
from alongside.core.party import Actor
from alongside.core.person.facts import PersonIdentified
from alongside.server.audit.answering import answer, declare, list_noticed
from alongside.server.audit.noticing import DAY_MS, HOUR_MS, Close, Reading, notice
from alongside.server.audit.tables import open_alerts
from alongside.server.audit.watching import list_close, look_through
from alongside.server.records.audit import Audit, Read
from alongside.server.records.side import open_side

CLASSES = {"name": "identity", "summary": "call_facts", "clinical_note": "clinical_notes"}
NOW = 20_000 * DAY_MS + 5 * HOUR_MS


def reading(seq: int, staff: str = "lee", owner: str = "e1", **more: object) -> Reading:
    told = {"at": NOW + seq, "role": "clinician", "seat": "m12", "field": "name", "outcome": "shown/treatment"} | more
    return Reading(seq, staff=staff, owner_id=owner, **told)  # type: ignore[arg-type]


def rules(rows: list[Reading], close: tuple[Close, ...] = (), busiest: dict[str, int] | None = None) -> list[str]:
    return [one.rule for one in notice(rows, CLASSES, close, busiest or {})]


def test_01_somebody_close_or_a_watched_record_also_through_an_episode_of_it() -> None:
    mine = Close("lee", "w1", "own", frozenset({"w1", "e1"}))
    watched = Close("", "w2", "watched", frozenset({"w2", "e2"}))
    rows = [reading(1), reading(2, owner="e2", staff="kim"), reading(3, owner="e3")]
    assert rules(rows, (mine, watched)) == ["own", "watched"]
    assert rules([reading(1, staff="kim")], (mine,)) == []
    assert rules([reading(1, outcome="withheld/no_tie")], (mine,)) == []
    assert rules([reading(1, field="summary")], (mine,)) == []


def test_02_many_people_in_one_hour_beyond_what_is_usual_for_this_member_of_staff() -> None:
    rows = [reading(n, owner=f"e{n}") for n in range(21)]
    assert rules(rows) == ["volume"]
    assert rules(rows[:20]) == []
    assert rules(rows, busiest={"lee": 7}) == []
    assert rules(rows, busiest={"lee": 6}) == ["volume"]
    assert rules([reading(n, owner="e1") for n in range(60)]) == []


def test_03_on_no_shift_and_many_tries() -> None:
    assert rules([reading(1, seat="")]) == ["off_shift"]
    assert rules([reading(1, seat="", role="privacy_officer")]) == []
    assert rules([reading(n, outcome="withheld/no_tie") for n in range(10)]) == ["withheld"]
    assert rules([reading(n, outcome="withheld/no_tie") for n in range(9)]) == []


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return str(tmp_path / "ledger.sqlite3") if request.param == "sqlite" else str(request.getfixturevalue("postgres_dsn"))


def test_04_noticed_once_answered_and_never_taken_away(where: str) -> None:
    audit, engine, board = Audit(open_side(where)), open_alerts(where), Board()
    apply(board, PersonIdentified("person/w1", NOW, "w1", "e1", "i1", "said_so"))
    actor = Actor("lee", "clinician", "clinic", seat="m12")
    audit.write([Read(NOW + n, actor, "treatment", "person", "e1", "name", f"v{n}", "shown/treatment") for n in range(3)])
    assert look_through(engine, list_close(engine, board), CLASSES, NOW + 10) == []
    assert declare(engine, "petrov", "lee", "w1", "relative", NOW)
    assert not declare(engine, "petrov", "", "w1", "relative", NOW)
    assert not declare(engine, "petrov", "lee", "w1", "friend", NOW)
    (new,) = look_through(engine, list_close(engine, board), CLASSES, NOW + 10)
    assert (new.rule, new.staff, new.count) == ("relative", "lee", 3)
    assert look_through(engine, list_close(engine, board), CLASSES, NOW + 20) == []
    assert answer(engine, new.id, "petrov", "explained", NOW + 30)
    assert not answer(engine, "nothing", "petrov", "explained", NOW + 31)
    ((noticed),) = list_noticed(engine)
    assert (noticed.answer, noticed.answered_by) == ("explained", "petrov")
    with pytest.raises(engine.failures):
        engine.execute("DELETE FROM audit_alert")
    engine.rollback() if where.startswith("post") else None
    assert declare(engine, "petrov", "lee", "w1", "none", NOW + 40)
    assert list_close(engine, board) == []
    audit.close()
    engine.close()
