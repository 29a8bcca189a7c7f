"""The audit of a running deployment: heads are signed and kept elsewhere, the command line verifies, what is unusual is worked off."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from alongside.server.audit.rules import read_audit_rules
from tests.server.running import ROOT, Person, Server, free_port, running
from tests.server.scenes import Scene

RULES = "every_minutes: 1440\nfiles: [{file}]\n"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> tuple[Server, Path]:
    """A server whose heads are kept in a file of another folder."""
    data, elsewhere = tmp_path_factory.mktemp("audited"), tmp_path_factory.mktemp("elsewhere") / "heads.jsonl"
    (data / "audit.yaml").write_text(RULES.format(file=elsewhere))
    with running(data, "--quiet") as server:
        yield server, elsewhere


def audit(server: Server, *words: str) -> tuple[int, str]:
    """The command line, beside the running server."""
    told = subprocess.run(
        [sys.executable, "-m", "alongside", "audit", *words], cwd=ROOT, env=server.environment, capture_output=True, text=True
    )
    return told.returncode, told.stdout + told.stderr


def test_01_readings_are_signed_over_kept_elsewhere_and_found_whole(house: tuple[Server, Path]) -> None:
    server, elsewhere = house
    scene = Scene(server, Person(server, "p-lowe"), "m12", upto="with_person")
    scene.crew.post("/words", {"incidents": [scene.incident]})
    code, said = audit(server, "sign")
    assert code == 0, said
    assert elsewhere.read_text().count("\n") >= 1
    code, said = audit(server, "verify")
    assert code == 0, said
    assert "every hash and signature as written, 1 anchors" in said
    assert len(audit(server, "key")[1].strip()) == 64


def test_02_the_report_says_who_read_what_and_is_itself_written_down(house: tuple[Server, Path]) -> None:
    server, _ = house
    officer = Person(server, "s-petrov")
    page = officer.get("/audit/report?staff=p-lowe").text
    assert "P. Lowe" in page
    assert "shown: call data" in page
    assert "Nobody read anything like that." in officer.get("/audit/report?staff=e-adeyemi").text
    assert "No incident has this number." in officer.get("/audit/report?number=99999").text
    seen = Person(server, "r-okafor").board()["incidents"]
    number = str(next(iter(seen.values()))["number"])
    for typed in (number, f" %23{number} ", f"0{number}", f"{number}-1"):
        assert "No incident has this number." not in officer.get(f"/audit/report?number={typed}").text, typed
    for typed in (f"{number}-2", f"{number}-0", f"{number}-x", "²"):
        assert "No incident has this number." in officer.get(f"/audit/report?number={typed}").text, typed
    lines = officer.get("/audit/report.csv?staff=p-lowe").text.splitlines()
    assert lines[0].startswith("seq,at,staff,role")
    assert all(",p-lowe," in line for line in lines[1:])
    assert len(lines) > 1
    with sqlite3.connect(server.data / "people.sqlite3") as people:
        assert people.execute("SELECT count(*) FROM people_writtendown WHERE kind = 'audit_read'").fetchone()[0] >= 4
    for who in ("p-lowe", "r-okafor", "m-lindqvist", "d-whitehorse"):
        assert Person(server, who).get("/audit/").status_code == 403, who


def test_03_a_watched_record_raises_an_alert_that_is_answered_and_stays(house: tuple[Server, Path]) -> None:
    server, _ = house
    officer = Person(server, "s-petrov")
    scene = Scene(server, Person(server, "p-lowe"), "m12", upto="with_person")
    made = scene.must("RecordPerson", episode=scene.episode, basis="said_so", texts={"name": "Invented Name"})
    person = str(made["ids"]["person"])
    assert officer.form("/audit/watch", person=person, relation="watched").status_code == 302
    assert officer.form("/audit/watch", person="nobody", relation="watched").status_code == 404
    with sqlite3.connect(server.data / "records.sqlite3") as side:
        ((seq, at),) = side.execute("SELECT seq, at FROM words_read ORDER BY seq DESC LIMIT 1").fetchall()
    assert seq > 0
    assert at > 0
    assert "Person" in officer.get("/audit/").text or "watched" in officer.get("/audit/").text
    assert officer.form("/audit/reviewed").status_code == 302
    assert "Last gone through by S. Petrov" in officer.get("/audit/").text


def test_04_a_row_changed_behind_our_back_a_cut_end_and_an_older_database_are_each_told_in_a_sentence(house: tuple[Server, Path]) -> None:
    server, _ = house
    audit(server, "sign")
    server.stop()
    records = server.data / "records.sqlite3"
    older = _whole(records)
    server.start()
    scene = Scene(server, Person(server, "p-lowe"), "m12", upto="with_person")
    scene.crew.post("/words", {"incidents": [scene.incident]})
    assert audit(server, "sign")[0] == 0
    server.stop()
    newer = _whole(records)
    with sqlite3.connect(records) as side:
        side.execute("DROP TRIGGER words_read_refuses_update")
        side.execute("UPDATE words_read SET staff = 'somebody-else' WHERE seq = 2")
    code, said = audit(server, "verify")
    assert code == 1
    assert "Reading 2: it was altered" in said
    assert "triggers are missing" in said
    _put(records, older)
    code, said = audit(server, "verify")
    assert code == 1
    assert "an older database was put in place" in said
    _put(records, newer)
    assert audit(server, "verify")[0] == 0
    server.start()


def _whole(path: Path) -> bytes:
    with sqlite3.connect(path) as side:
        side.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


def _put(path: Path, content: bytes) -> None:
    for beside in (f"{path}-wal", f"{path}-shm"):
        Path(beside).unlink(missing_ok=True)
    path.write_bytes(content)


def test_05_another_node_keeps_heads_only_of_keys_it_was_told_of(house: tuple[Server, Path], tmp_path: Path) -> None:
    server, _ = house
    key = audit(server, "key")[1].strip()
    (tmp_path / "audit.yaml").write_text(f'keeps: ["{key}"]\n')
    with running(tmp_path, "--quiet") as peer:
        (server.data / "audit.yaml").write_text(f"nodes: [{peer.url}]\n")
        scene = Scene(server, Person(server, "p-lowe"), "m12")
        scene.crew.post("/words", {"incidents": [scene.incident]})
        code, said = audit(server, "sign")
        assert code == 0, said
        kept = tmp_path / f"heads-of-{key[:16]}.jsonl"
        assert kept.read_text().count("\n") == 1
        (tmp_path / "audit.yaml").write_text("keeps: []\n")
        scene.crew.post("/words", {"incidents": [scene.incident]})
        code, said = audit(server, "sign")
        assert (code, "404" in said) == (1, True)
        code, said = audit(server, "verify", "--against", str(kept))
        assert code == 0, said


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ("every_minutes: 0", "every_minutes must be a number"),
        ("evry_minutes: 5", "evry_minutes is not a name it knows"),
        ("nodes: [http://elsewhere.example]", "must be https"),
        ("mail: {server: x}", "mail needs server, sender and to"),
        ("- 1", "must hold names with values"),
    ],
)
def test_06_a_mistake_in_audit_yaml_is_told_with_what_to_write(tmp_path: Path, told: str, says: str) -> None:
    (tmp_path / "audit.yaml").write_text(told)
    with pytest.raises(ValueError, match=says):
        read_audit_rules(tmp_path)


def test_07_a_place_that_takes_no_head_is_named_and_tried_again(house: tuple[Server, Path]) -> None:
    server, _ = house
    (server.data / "audit.yaml").write_text(f"nodes: [http://127.0.0.1:{free_port()}]\n")
    Person(server, "p-lowe").get("/field/")
    scene = Scene(server, Person(server, "p-lowe"), "m12")
    scene.crew.post("/words", {"incidents": [scene.incident]})
    code, said = audit(server, "sign")
    assert code == 1
    assert "Not kept at http://127.0.0.1" in said
