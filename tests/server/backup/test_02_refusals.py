"""A backup or restore that would lose or mix something is refused with a sentence, and leaves nothing behind."""

from pathlib import Path

import pytest

from alongside.ledger.opening import open_ledger
from alongside.ledger.read_only import read_ledger
from alongside.ledger.sqlite import SqliteEngine
from alongside.ledger.store import get_head
from alongside.ledger.stream import pack
from tests.core.town import RULES, StraightRoads
from tests.ledger.town_clock import open_town, work_a_call
from tests.server.backup.place import SECRET, Place

KEY = SECRET["ALONGSIDE_BACKUP_PASSPHRASE"].encode()


@pytest.fixture
def old(tmp_path: Path) -> Place:
    """A data folder whose ledger saw some work."""
    ledger = open_ledger(tmp_path / "old/ledger.sqlite3", RULES, StraightRoads(), genesis="live")
    work_a_call(open_town(ledger))
    ledger.close()
    return Place(tmp_path / "old")


@pytest.fixture
def backup(old: Place, tmp_path: Path) -> Path:
    old.must("backup", str(tmp_path / "one.backup"))
    return tmp_path / "one.backup"


def refused(place: Place, *words: str) -> str:
    told = place.run(*words)
    assert (told.returncode, "Traceback" in told.stderr) == (1, False), told.stderr
    return told.stderr


def left_in(folder: Path) -> list[str]:
    """What lies there, but for the text that says who had the lock."""
    return sorted(one.name for one in folder.glob("*") if not one.name.endswith(".lock"))


def test_01_a_file_that_is_not_whole_restores_nothing(backup: Path, tmp_path: Path) -> None:
    content, new = backup.read_bytes(), Place(tmp_path / "new")
    damaged = {
        "cut": (content[: len(content) // 2], "does not open"),
        "flipped": (content[:-1] + bytes([content[-1] ^ 1]), "does not open"),
        "newer": (content.replace(b"BACKUP 2", b"BACKUP 9", 1), "written by a newer version"),
        "text": (b"hello", "is not a backup"),
    }
    for name, (bytes_there, says) in damaged.items():
        (tmp_path / name).write_bytes(bytes_there)
        assert says in refused(new, "restore", str(tmp_path / name))
    new.passphrase = "quite another passphrase"
    assert "the passphrase or key file is another one" in refused(new, "restore", str(backup))
    assert left_in(new.data) == []


def test_02_a_backup_that_says_other_than_it_holds_is_refused(backup: Path, old: Place, tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts/ledger.sqlite3").write_bytes((old.data / "ledger.sqlite3").read_bytes())
    told = '{"made_at":1,"ledger":"x","genesis":"live","head":"00","count":{"rows":99}}'
    (tmp_path / "parts/about.json").write_text(told)
    pack(tmp_path / "parts", ["about.json", "ledger.sqlite3"], tmp_path / "lying", KEY)
    said = refused(Place(tmp_path / "new"), "restore", str(tmp_path / "lying"))
    assert "so nothing was restored: It says it holds 99 rows" in said


def test_03_what_is_there_is_never_written_over(backup: Path, old: Place, tmp_path: Path) -> None:
    before = backup.read_bytes()
    assert "exists already" in refused(old, "backup", str(backup))
    assert backup.read_bytes() == before
    assert "There is a ledger in" in refused(old, "restore", str(backup))
    ledger = open_ledger(old.data / "ledger.sqlite3", RULES, StraightRoads())
    assert "writes to" in refused(old, "restore", str(backup))  # a server works there: that is said first
    ledger.close()
    assert "There is no ledger at" in refused(Place(tmp_path / "none"), "backup", str(tmp_path / "two.backup"))
    assert "There is no folder" in refused(old, "backup", str(tmp_path / "nowhere/two.backup"))
    assert sorted(one.name for one in tmp_path.glob("*backup*")) == ["one.backup"]


def test_04_a_broken_ledger_gives_no_backup(old: Place, tmp_path: Path) -> None:
    engine = SqliteEngine(old.data / "ledger.sqlite3")
    engine.execute("DROP TRIGGER fact_refuses_update")
    engine.close()
    assert "The ledger is not whole" in refused(old, "backup", str(tmp_path / "one.backup"))
    assert list(tmp_path.glob("*one.backup*")) == []


def test_05_a_backup_of_the_first_format_is_still_restored(old: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alongside.ledger.stream.MAGIC", b"ALONGSIDE BACKUP 1\n")
    pack(old.data, ["ledger.sqlite3"], tmp_path / "first", KEY)
    told = Place(tmp_path / "new").must("restore", str(tmp_path / "first"))
    assert "older format without staff" in told
    with read_ledger(old.data / "ledger.sqlite3") as there, read_ledger(tmp_path / "new/ledger.sqlite3") as here:
        assert get_head(here).seq == get_head(there).seq + 1  # the row that says it was restored


def test_06_what_a_killed_backup_left_is_taken_away(old: Place, backup: Path) -> None:
    (old.data / "backup-work-999999999-x").mkdir()
    (old.data / "backup-work-999999999-x/ledger.sqlite3").write_text("left behind")
    old.must("backup", str(backup.with_name("two.backup")))
    assert list(old.data.glob("backup-work-*")) == []


def test_07_a_key_file_that_protects_nothing_makes_no_backup(old: Place, tmp_path: Path) -> None:
    key, file = tmp_path / "backup.key", str(tmp_path / "one.backup")
    for content, says in ((None, "cannot be read"), (b"", "is empty"), (b"\n \n", "is empty"), (b"short", "holds fewer than 32 bytes")):
        if content is not None:
            key.write_bytes(content)
        assert says in refused(old, "backup", file, "--key-file", str(key))
    assert list(tmp_path.glob("*one.backup*")) == []
    key.write_bytes(bytes(range(32)))
    old.must("backup", file, "--key-file", str(key))
    Place(tmp_path / "new").must("restore", file, "--key-file", str(key))
