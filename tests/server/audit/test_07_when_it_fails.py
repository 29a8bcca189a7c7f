"""When the audit itself fails somebody is told at once, on every page and by mail; it ends by itself, and says how long it lasted."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from alongside.core.party import Actor
from alongside.ledger.engine import Engine
from alongside.ledger.opening import open_ledger
from alongside.server.audit.checking import Finding
from alongside.server.audit.head import Standing, add_head
from alongside.server.audit.keeping import Keeper
from alongside.server.audit.rules import AuditRules, read_audit_rules
from alongside.server.audit.signing import reach_key
from alongside.server.audit.walking import Walk
from alongside.server.health.cli import main as health
from alongside.server.records.audit import Audit, Read
from alongside.server.records.side import open_side
from alongside.server.records.troubles import Troubles
from tests.core.town import RULES, StraightRoads
from tests.ledger.town_clock import TownClock, open_town
from tests.server.audit.post_box import PostBox, post_box
from tests.server.running import Person, Server, running
from tests.server.scenes import Scene

MAIL = "mail: {{server: 127.0.0.1, port: {port}, sender: a@county.example, to: p@county.example}}\nevery_minutes: 1440\n"
REFUSES = "CREATE TRIGGER no_room_{table} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, 'no room'); END"
BROKEN = (("words_read", "INSERT"), ("audit_beat", "INSERT"))


@pytest.fixture(scope="module")
def box() -> Iterator[PostBox]:
    with post_box() as box:
        yield box


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, box: PostBox) -> Iterator[Server]:
    data = tmp_path_factory.mktemp("failing")
    (data / "audit.yaml").write_text(MAIL.format(port=box.port))
    with running(data, "--quiet") as server:
        yield server


def change(server: Server, *statements: str) -> None:
    with sqlite3.connect(server.data / "records.sqlite3", timeout=20) as side:
        for one in statements:
            side.execute(one)


def wait_until(true: Callable[[], bool], seconds: float = 15) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.1)
    return true()


def test_01_whoever_must_know_is_told_and_again_when_it_works(house: Server, box: PostBox, capsys: pytest.CaptureFixture[str]) -> None:
    scene = Scene(house, Person(house, "p-lowe"), "m12", upto="with_person")
    officer, admin, shift = (Person(house, who) for who in ("s-petrov", "e-adeyemi", "m-lindqvist"))
    assert shift.ask("TakePosition", position="supervisor-1", area="salt-lake-city", duty="supervisor", staff="m-lindqvist")[0] in (
        200,
        409,
    )
    assert "The audit fails" not in officer.get("/audit/").text
    assert health(["--url", house.url]) == 0
    change(house, *(REFUSES.format(table=table, verb=verb) for table, verb in BROKEN))
    told = scene.crew.post("/words", {"incidents": [scene.incident]}).json()
    assert "Paces in the yard" in str(told), "call facts are shown, and noted aside"
    assert (house.data / "read-audit.spool").exists()
    for who, path in ((officer, "/audit/"), (admin, "/staff/"), (shift, "/dispatch/"), (officer, "/audit/alarm")):
        page = who.get(path).text
        assert 'role="alert" data-key="not_written:' in page, path
        assert "Readings cannot be written down" in page, path
    for who in (scene.crew, scene.dispatcher):
        assert "The audit fails" not in who.get("/shift/").text
    assert scene.crew.get("/audit/alarm").status_code == 403
    assert "La auditoría falla" in Person(house, "s-petrov", "es").get("/audit/").text
    assert health(["--url", house.url]) == 1
    assert "not_written since" in capsys.readouterr().out
    letter = box.wait_for("The audit fails")
    assert "Readings cannot be written down" in letter
    assert "No se pueden anotar las lecturas" in letter
    change(house, *(f"DROP TRIGGER no_room_{table}" for table, _ in BROKEN))
    assert wait_until(lambda: "The audit fails" not in officer.get("/audit/alarm").text)
    assert health(["--url", house.url]) == 0
    assert not (house.data / "read-audit.spool").exists()
    assert "It failed from" in box.wait_for("The audit works again")
    assert wait_until(lambda: "min)" in officer.get("/audit/").text)
    with sqlite3.connect(house.data / "people.sqlite3") as people:
        assert people.execute("SELECT count(*) FROM people_writtendown WHERE kind = 'audit_failed'").fetchone() == (1,)
    scene.finish()
    log = house.log.read_text()
    assert "the audit fails: not_written" in log
    assert "the audit works again: not_written, after" in log


@pytest.fixture
def where(tmp_path: Path) -> Iterator[str]:
    """A ledger with thirty readings."""
    path = str(tmp_path / "ledger.sqlite3")
    ledger = open_ledger(path, RULES, StraightRoads(), genesis="demo", clock=TownClock())
    open_town(ledger)
    audit = Audit(open_side(path))
    audit.write([Read(n, Actor("lee", "clinician", "clinic"), "treatment", "person", "e1", "name", f"v{n}", "shown") for n in range(30)])
    audit.close()
    sqlite3.connect(tmp_path / "people.sqlite3").close()
    yield path
    ledger.close()


def test_02_a_place_that_takes_no_head_is_tried_again_by_itself(where: str, tmp_path: Path) -> None:
    elsewhere = tmp_path / "unplugged" / "heads.jsonl"
    troubles = Troubles()
    keeper = Keeper(where, tmp_path, AuditRules(files=(elsewhere,)), troubles)
    assert keeper.sign(1_000) is not None
    assert [one.code for one in troubles.now] == ["not_kept"]
    keeper.keep_again(2_000)
    assert str(elsewhere) in keeper.failed[0]
    elsewhere.parent.mkdir()
    keeper.keep_again(61_000)
    assert (troubles.now, keeper.failed) == ([], [])
    assert [(one.code, one.lasted_ms) for one in troubles.take_over()] == [("not_kept", 60_000)]
    assert elsewhere.read_text().count("\n") == 1


def test_03_a_key_that_cannot_sign_is_told(where: str, tmp_path: Path) -> None:
    troubles = Troubles()
    keeper = Keeper(where, tmp_path, AuditRules(), troubles)
    (tmp_path / "people.sqlite3").unlink()
    with pytest.raises(Exception, match=r"people\.sqlite3 is missing"):
        keeper.sign(1_000)
    assert [one.code for one in troubles.now] == ["not_signed"]


@pytest.fixture
def engine(where: str) -> Iterator[Engine]:
    engine = open_side(where)
    yield engine
    engine.close()


def sign(engine: Engine, tmp_path: Path) -> frozenset[str]:
    """A head over all thirty."""
    key = reach_key(tmp_path)
    ((seq, hash),) = engine.fetch("SELECT seq, hash FROM words_read ORDER BY seq DESC LIMIT 1")
    add_head(engine, Standing("e", seq, bytes(hash), 0, bytes(32), 0, bytes(32)), key, 1)
    return frozenset({key.public})


def test_04_an_old_reading_changed_while_the_server_runs_is_found_until_it_is_put_back(engine: Engine, tmp_path: Path) -> None:
    walk = Walk(sign(engine, tmp_path), stretch=10)
    assert [walk.look(engine) for _ in range(5)] == [[]] * 5
    triggers = engine.fetch("SELECT sql FROM sqlite_master WHERE name = 'words_read_refuses_update'")[0][0]
    engine.execute("DROP TRIGGER words_read_refuses_update")
    engine.execute("UPDATE words_read SET staff = 'kim' WHERE seq = 7")
    assert Finding("unguarded", 0) in walk.look(engine)
    engine.execute("UPDATE words_read SET staff = 'kim' WHERE seq = 7")
    found = [one for _ in range(4) for one in walk.look(engine)]
    assert Finding("read_altered", 7) in found
    assert Finding("read_altered", 7) in walk.look(engine)
    engine.execute("UPDATE words_read SET staff = 'lee' WHERE seq = 7")
    engine.execute(triggers)
    walk.look(engine)
    assert [walk.look(engine) for _ in range(4)] == [[]] * 4


def test_05_an_end_that_was_cut_off_and_a_head_of_somebody_else_are_found(engine: Engine, tmp_path: Path) -> None:
    ours = sign(engine, tmp_path)
    assert {one.code for one in Walk(frozenset()).look(engine)} == {"head_unknown_key"}
    walk = Walk(ours, stretch=10)
    assert walk.look(engine) == []
    engine.execute("DROP TRIGGER words_read_refuses_delete")
    engine.execute("DELETE FROM words_read WHERE seq > 25")
    assert Finding("reads_cut", 25, 30) in walk.look(engine)


def test_06_how_long_it_may_fail_before_a_mail_goes_is_at_most_an_hour(tmp_path: Path) -> None:
    (tmp_path / "audit.yaml").write_text("tell_after_minutes: 61\n")
    with pytest.raises(ValueError, match="tell_after_minutes must be a number of minutes, at most 60"):
        read_audit_rules(tmp_path)
    (tmp_path / "audit.yaml").write_text("tell_after_minutes: 15\n")
    assert read_audit_rules(tmp_path).tell_after_minutes == 15
