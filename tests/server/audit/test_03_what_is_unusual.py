"""What a privacy officer is told to look at, and what not: each rule met, and just not met."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from alongside.core.apply import apply
from alongside.core.board import Board
from alongside.core.party import Actor
from alongside.core.person.facts import PersonIdentified
from alongside.server.audit.answering import answer, declare, last_review, list_noticed, note_review
from alongside.server.audit.noticing import DAY_MS, HOUR_MS, Close, Reading, notice
from alongside.server.audit.tables import open_alerts
from alongside.server.audit.watching import ADD, Watch, list_close
from alongside.server.backup.records import load_records, write_records
from alongside.server.records.audit import Audit, Read
from alongside.server.records.side import open_side, side_path
from tests.server.audit.alerts_anew import look_anew

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
    audit, engine, board, watch = Audit(open_side(where)), open_alerts(where), Board(), Watch(CLASSES)
    apply(board, PersonIdentified("person/w1", NOW, "w1", "e1", "i1", "said_so"))
    actor = Actor("lee", "clinician", "clinic", seat="m12")
    audit.write([Read(NOW + n, actor, "treatment", "person", "e1", "name", f"v{n}", "shown/treatment") for n in range(3)])
    assert watch.look(engine, list_close(engine, board), NOW + 10) == []
    assert declare(engine, "petrov", "lee", "w1", "relative", NOW)
    assert not declare(engine, "petrov", "", "w1", "relative", NOW)
    assert not declare(engine, "petrov", "lee", "w1", "friend", NOW)
    (new,) = watch.look(engine, list_close(engine, board), NOW + 10)
    assert (new.rule, new.staff, new.count) == ("relative", "lee", 3)
    assert watch.look(engine, list_close(engine, board), NOW + 20) == []
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


TIED = (Close("s1", "w1", "own", frozenset({"w1", "e1"})), Close("", "w2", "watched", frozenset({"w2", "e2", "e5"})))


def throw(dice: Random, at: int, count: int) -> Iterator[Read]:
    """Readings of three members of staff in one hour: some of many people, some without a seat, some not shown."""
    for n in range(count):
        actor = Actor(f"s{dice.randrange(3)}", "clinician", "clinic", seat=dice.choice(["m12"] * 9 + [""]))
        outcome = dice.choice(["shown/treatment"] * 6 + ["withheld/no_tie"])
        field = dice.choice(["name", "summary", "clinical_note"])
        yield Read(at + n, actor, "treatment", "person", f"e{dice.randrange(60)}", field, f"v{n}", outcome)


def test_05_what_came_since_tells_the_same_as_the_whole_day_anew(where: str) -> None:
    """Thrown days, looked at many times in between: after each look the alerts kept are those of the slow way, row for row."""
    audit, engine, dice, told = Audit(open_side(where)), open_alerts(where), Random(4), dict[str, tuple[object, ...]]()
    watch = Watch(CLASSES)
    for look in range(40):
        now = NOW + look * HOUR_MS // 2  # twenty hours, so that a day ends in between
        audit.write(list(throw(dice, now - 60_000, dice.choice([0, 5, 60]))))
        ties = TIED[: dice.randrange(3)]  # declared and withdrawn while the day goes on
        for one in look_anew(engine, ties, CLASSES, now):
            told.setdefault(one.id, one)
        watch.look(engine, ties, now)
        kept = {row[0]: row for row in engine.fetch("SELECT id, at, rule, staff, role, owner_id, last_seq, count FROM audit_alert")}
        assert kept == told, look
    assert {str(one[2]) for one in told.values()} == {"own", "watched", "volume", "off_shift", "withheld"}
    audit.close()
    engine.close()


def by(staff: str, at: int, owner: str) -> Read:
    """One reading of a record on shift."""
    return Read(at, Actor(staff, "clinician", "clinic", seat="m12"), "treatment", "person", owner, "name", "v", "shown/treatment")


def test_06_what_was_read_in_the_last_minute_of_a_day_or_noted_late_is_looked_at_too(where: str) -> None:
    audit, engine, watch = Audit(open_side(where)), open_alerts(where), Watch(CLASSES)
    midnight = NOW // DAY_MS * DAY_MS + DAY_MS
    assert watch.look(engine, TIED, midnight - 30_000) == []
    audit.write([by("s1", midnight - 10_000, "e1")])
    assert [one.rule for one in watch.look(engine, TIED, midnight + 30_000)] == ["own"]
    late = [by("s0", midnight - 9 * DAY_MS + n, f"e{n}") for n in range(21)]  # noted aside nine days ago
    audit.write(late)
    assert [one.rule for one in watch.look(engine, TIED, midnight + 90_000)] == ["watched"]
    audit.write([one._replace(at=midnight + 100_000 + n) for n, one in enumerate(late)])
    assert watch.look(engine, (), midnight + 200_000) == [], "this member of staff has had such an hour before"
    audit.close()
    engine.close()


def test_07_alerts_and_answers_go_with_a_backup_to_the_other_database_and_back(postgres_dsn: str, tmp_path: Path) -> None:
    here, back = tmp_path / "ledger.sqlite3", tmp_path / "back" / "records.sqlite3"
    engine = open_alerts(str(here))
    declare(engine, "petrov", "lee", "w1", "relative", NOW)
    for one in notice([reading(1, seat="")], CLASSES, (), {}):
        engine.execute(ADD, (*one, one.id))
        answer(engine, one.id, "petrov", "explained", NOW)
    note_review(engine, "petrov", NOW)
    engine.close()
    load_records(side_path(here), postgres_dsn)
    back.parent.mkdir()
    write_records(postgres_dsn, back)
    copy = open_alerts(str(back.with_name("ledger.sqlite3")))
    assert [(one.rule, one.answer) for one in list_noticed(copy)] == [("off_shift", "explained")]
    assert [one.relation for one in list_close(copy, Board())] == ["relative"]
    assert last_review(copy) == (NOW, "petrov")
    copy.close()


def test_08_what_could_not_be_written_stands_in_the_way_of_nothing_that_comes_after(tmp_path: Path) -> None:
    engine = open_alerts(side_path(tmp_path / "ledger.db"))
    engine.execute("CREATE TRIGGER full BEFORE INSERT ON audit_review BEGIN SELECT RAISE(ABORT, 'no room'); END")
    with pytest.raises(engine.failures + engine.conflicts, match="no room"):
        note_review(engine, "petrov", NOW)
    engine.execute("DROP TRIGGER full")
    note_review(engine, "petrov", NOW + 1)
    assert last_review(engine) == (NOW + 1, "petrov")
    assert declare(engine, "petrov", "lee", "w1", "relative", NOW + 2)
    engine.close()
