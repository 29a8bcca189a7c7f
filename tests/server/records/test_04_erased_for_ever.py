"""An erased person stays erased: in the database's own files, in drafts, and where a backup of before is restored."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from alongside.core.party import Reference
from alongside.ledger.engine import open_engine
from alongside.ledger.ledger import Ledger
from alongside.ledger.opening import open_ledger
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.verify import verify
from alongside.server.records.finding import find_people
from alongside.server.records.opening import open_vault
from alongside.server.records.vault import Vault
from tests.core.town import RULES, StraightRoads
from tests.ledger.town_clock import TownClock
from tests.server.records.test_01_vault import DESK, WORDS, tell
from tests.server.records.test_03_finding_people import record

LIST = "vault.key.erased"
Again = Callable[[], Vault]


def of_before(tmp_path: Path, to: str) -> Path:
    """A copy of the data folder's databases and key, as a backup of that moment restores it."""
    folder = tmp_path / to
    folder.mkdir()
    for one in tmp_path.iterdir():
        if one.is_file() and not one.name.endswith((".lock", ".erased", ".sock")):
            shutil.copy2(one, folder / one.name)
    return folder


def serve(folder: Path, reference: Reference) -> dict[str, str]:
    """What a server started there shows of these words."""
    ledger = open_ledger(folder / "ledger.sqlite3", RULES, StraightRoads(), genesis="demo", clock=TownClock())
    vault = open_vault(ledger, folder / "ledger.sqlite3", folder)
    try:
        assert find_people(vault, name="María García") == []
        return dict(vault.read(DESK, [reference], "operations"))
    finally:
        vault.close()
        ledger.close()


@pytest.mark.parametrize("where", ["sqlite"], indirect=True)
def test_01_a_backup_of_before_brings_nobody_back(ledger: Ledger, vault: Vault, tmp_path: Path) -> None:
    _, told = tell(ledger, vault)
    _, other = tell(ledger, vault, "i2")
    record(ledger, vault, "maria", name="María García")
    old, without = of_before(tmp_path, "old"), of_before(tmp_path, "without")
    vault.erase("incident", "i1", DESK)
    vault.erase("person", "maria", DESK)
    for folder in (old, without):
        (folder / LIST).unlink(missing_ok=True)
    shutil.copy2(tmp_path / LIST, old / LIST)  # it goes where the key file goes
    assert serve(old, told) == {}
    assert serve(old, other) == {other.vault_id: WORDS}
    engine = open_engine(old / "ledger.sqlite3")
    assert engine.fetch('SELECT owner_id, "by" FROM erasure ORDER BY owner_id') == [("i1", DESK.staff), ("maria", DESK.staff)]
    assert verify(engine).is_whole
    engine.close()
    with pytest.raises(AssertionError):  # the list is what keeps them away
        serve(without, told)


def test_02_the_list_says_no_word_and_may_not_be_altered(ledger: Ledger, vault: Vault, open_again: Again, tmp_path: Path) -> None:
    record(ledger, vault, "maria", name="María García")
    for owner in ("maria", "jo", "lee"):
        vault.erase("person", owner, DESK)
    held = (tmp_path / LIST).read_text()
    assert (tmp_path / LIST).stat().st_mode & 0o077 == 0
    assert "garc" not in held.casefold()
    lines = held.splitlines(keepends=True)
    altered = ("".join(lines[1:]), "".join((lines[0], lines[2])), held.replace("jo", "mo"), "".join((lines[1], lines[0], lines[2])))
    for text in altered:
        (tmp_path / LIST).write_text(text)
        with pytest.raises(LedgerRefused, match="list of erasures .* was altered"):
            open_again()
    (tmp_path / LIST).write_text(held + lines[0][:20])  # cut short by a power cut
    vault.erase("person", "ana", DESK)
    assert (tmp_path / LIST).read_text().startswith(held)
    open_again()


def test_03_a_list_that_was_lost_is_written_again(ledger: Ledger, vault: Vault, open_again: Again, tmp_path: Path) -> None:
    tell(ledger, vault)
    vault.erase("incident", "i1", DESK)
    held = (tmp_path / LIST).read_text()
    (tmp_path / LIST).unlink()
    open_again()
    assert (tmp_path / LIST).read_text() == held


@pytest.mark.parametrize("where", ["sqlite"], indirect=True)
def test_04_no_byte_of_the_key_is_left_in_a_file(ledger: Ledger, vault: Vault, where: str, tmp_path: Path) -> None:
    tell(ledger, vault, field="call_back", text="801-555-0100")
    engine = open_engine(where)
    key, mark = (
        bytes(engine.fetch(f"SELECT {what} FROM {table}")[0][0]) for what, table in (("wrapped", "data_key"), ("mark", "blind_mark"))
    )
    engine.close()

    def holds(part: bytes) -> list[str]:
        return [one.name for one in tmp_path.iterdir() if one.is_file() and part in one.read_bytes()]

    assert holds(key)
    assert holds(mark)
    vault.erase("incident", "i1", DESK)
    assert (holds(key), holds(mark)) == ([], [])


def test_05_drafts_about_them_are_thrown_away(vault: Vault) -> None:
    for staff, form in (("ana", "intake:i1"), ("ben", "intake:i1"), ("ana", "intake:i11"), ("ana", "intake")):
        vault.drafts.save(staff, form, WORDS, 1)
    vault.erase("incident", "i1", DESK)
    assert (vault.drafts.list_forms("ben"), sorted(vault.drafts.list_forms("ana"))) == ([], ["intake", "intake:i11"])


def test_06_a_list_that_cannot_be_written_stops_no_erasure(
    ledger: Ledger, vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    _, told = tell(ledger, vault)
    monkeypatch.setattr(vault._eraser._listed, "path", tmp_path / "nowhere" / LIST)
    vault.erase("incident", "i1", DESK)
    assert vault.read(DESK, [told], "operations") == {}
    assert "cannot be written" in caplog.text
