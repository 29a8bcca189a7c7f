"""Looked at by several processes the audit tells the same, word for word, also where something is wrong at a seam."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from alongside.core.party import Actor
from alongside.ledger.engine import Engine
from alongside.server.audit import stretches
from alongside.server.audit.checking import Finding, check_reads
from alongside.server.audit.stretches import check_all_reads
from alongside.server.records.audit import COLUMNS, Audit, Read
from alongside.server.records.side import open_side, side_path

WRONG = (
    "UPDATE words_read SET staff = 'kim' WHERE seq IN (7, 200, 201)",
    "DELETE FROM words_read WHERE seq = 400",
    "DELETE FROM words_read WHERE seq > 590 AND seq < 610",
    "DELETE FROM words_read WHERE seq > 780",
)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """Eight hundred readings whose guards somebody took away."""
    engine, audit = open_side(tmp_path / "ledger.sqlite3"), Audit(open_side(tmp_path / "ledger.sqlite3"))
    actor = Actor("lee", "clinician", "clinic")
    audit.write([Read(n, actor, "treatment", "person", "e1", "name", f"v{n}", "shown") for n in range(800)])
    audit.close()
    for verb in ("update", "delete"):
        engine.execute(f"DROP TRIGGER words_read_refuses_{verb}")
    yield engine
    engine.close()


def test_01_the_same_findings_in_the_same_order(engine: Engine, tmp_path: Path) -> None:
    side = side_path(tmp_path / "ledger.sqlite3")
    assert list(check_all_reads(side, engine, {}, 800, length=400)) == []
    for wrong in WRONG:
        engine.execute(wrong)
    alone = list(check_reads(engine.stream(f"SELECT {COLUMNS} FROM words_read ORDER BY seq"), {}, 800))
    assert list(check_all_reads(side, engine, {}, 800, length=200)) == alone
    assert {one.code for one in alone} == {"read_altered", "read_missing", "reads_cut"}
    assert Finding("read_missing", 400, 401) in alone


def test_02_whatever_stands_in_a_reading_it_is_told_whole_and_a_change_behind_its_end_is_found(tmp_path: Path) -> None:
    odd = ["".join(map(chr, range(1, 128))), "é ñ — “ ” 👩‍⚕️", "\u2028\u2029\ufffd", 'kim","lee', '\\" \\u0041', "kim\0"]
    audit = Audit(open_side(tmp_path / "ledger.sqlite3"))
    audit.write([Read(n, Actor(text, "clinician", "clinic"), text, "person", text, "name", text, "shown") for n, text in enumerate(odd)])
    audit.close()
    engine, side = open_side(tmp_path / "ledger.sqlite3"), side_path(tmp_path / "ledger.sqlite3")
    engine.execute("DROP TRIGGER words_read_refuses_update")
    assert list(check_all_reads(side, engine, {}, len(odd))) == []
    for staff in ("kim\0lee", "kim", "kim\\u0000"):
        engine.execute("UPDATE words_read SET staff = ? WHERE seq = ?", (staff, len(odd)))
        assert list(check_all_reads(side, engine, {}, len(odd))) == [Finding("read_altered", len(odd))]
    engine.close()


@pytest.mark.parametrize("made", ["json_array(", "json_pretty(json_array(", "upper(json_array("])
def test_03_json_that_is_not_as_ours_is_made_again_by_us(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: str
) -> None:
    told = stretches.TOLD.replace(f"json_array({stretches.BODY})", f"{made}{stretches.BODY}{')' * made.count('(')}")
    monkeypatch.setattr(stretches, "TOLD", told)
    side = side_path(tmp_path / "ledger.sqlite3")
    assert list(check_all_reads(side, engine, {}, 800)) == []
    engine.execute(WRONG[0])
    assert {one.at for one in check_all_reads(side, engine, {}, 800)} == {7, 200, 201}
