"""Words go in sealed, come out through one place, and can be destroyed for ever."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from alongside.core.dispatch.requests import TakePosition
from alongside.core.party import Actor, Reference
from alongside.core.refused import Refused
from alongside.ledger.engine import open_engine
from alongside.ledger.ledger import Ledger
from alongside.ledger.receipt import Receipt
from alongside.ledger.refused import LedgerRefused, LedgerUnavailable
from alongside.ledger.verify import verify
from alongside.server.records.audit import list_breaks
from alongside.server.records.side import open_side
from alongside.server.records.vault import Vault
from tests.core.story import actor
from tests.ledger.town_clock import call, send

WORDS = "She says the door is locked, señora Ñandú."
DESK = actor("desk-calls")


Told = tuple[Receipt, Reference]


def tell(ledger: Ledger, vault: Vault, incident: str = "i1", field: str = "narrative", text: str = WORDS, **fields: str) -> Told:
    sealed = vault.seal(field, text, "incident", incident)
    receipt = ledger.record(replace(call(incident, **fields), words=(sealed.reference,)), enclosures=[sealed])
    return receipt, sealed.reference


def test_01_what_was_told_is_read_again(ledger: Ledger, vault: Vault) -> None:
    receipt, reference = tell(ledger, vault)
    assert receipt.granted
    assert vault.read(DESK, [reference], "operations") == {reference.vault_id: WORDS}


def test_02_also_after_a_restart_with_the_same_key_file(ledger: Ledger, open_again: Callable[[], Vault]) -> None:
    _, reference = tell(ledger, open_again())
    assert open_again().read(DESK, [reference], "operations") == {reference.vault_id: WORDS}


def test_03_no_plain_word_is_in_the_database(ledger: Ledger, vault: Vault, where: str, tmp_path: Path) -> None:
    tell(ledger, vault)
    engine = open_engine(where)
    for table in ("fact", "request", "enclosure"):
        assert not [row for row in engine.fetch(f"SELECT * FROM {table}") if b"locked" in repr(row).encode()]
    engine.close()
    for path in tmp_path.iterdir():
        if path.is_file():
            assert b"locked" not in path.read_bytes(), path


def test_04_somebody_without_the_right_reads_nothing_and_it_is_noted(ledger: Ledger, vault: Vault, where: str) -> None:
    _, reference = tell(ledger, vault)
    evaluator = Actor("eva", "evaluator", "county")
    assert vault.read(evaluator, [reference], "evaluation") == {}
    side = open_side(where)
    noted = side.fetch("SELECT staff, role, purpose, owner_id, outcome FROM words_read")
    assert noted == [("eva", "evaluator", "evaluation", "i1", "withheld/de_identified_only")]
    side.close()


def test_05_every_reading_is_one_row_of_an_unbroken_chain(ledger: Ledger, vault: Vault, where: str) -> None:
    _, reference = tell(ledger, vault)
    for _ in range(5):
        vault.read(DESK, [reference, Reference("narrative", "unknown", "")], "operations")
    side = open_side(where)
    assert side.fetch("SELECT outcome, count(*) FROM words_read GROUP BY outcome ORDER BY 1") == [("missing", 5), ("shown/call_data", 5)]
    assert list_breaks(side) == []
    with pytest.raises(side.conflicts, match="append-only"):
        side.execute("DELETE FROM words_read")
    if side.name == "sqlite":
        side.execute("DROP TRIGGER words_read_refuses_update")
        side.execute("UPDATE words_read SET staff = 'nobody' WHERE seq = 4")
        assert list_breaks(side) == [4]
    side.close()


def test_06_the_same_words_sent_again_are_the_same_request(ledger: Ledger, vault: Vault) -> None:
    first, _ = tell(ledger, vault, id="one")
    again, _ = tell(ledger, vault, id="one")
    other, _ = tell(ledger, vault, id="one", text="Other words.")
    assert again == first
    assert other.code == "request_reused"


def test_07_a_refused_request_leaves_no_words_behind(ledger: Ledger, vault: Vault) -> None:
    sealed = vault.seal("reason", WORDS, "incident", "nowhere")
    assert ledger.record(replace(send("M12", "nowhere"), words=(sealed.reference,)), enclosures=[sealed]).refusal
    assert vault.read(DESK, [sealed.reference], "operations") == {}


def test_08_an_erased_owners_words_are_gone_for_ever(ledger: Ledger, vault: Vault, where: str) -> None:
    _, reference = tell(ledger, vault, field="call_back", text="801-555-0100")
    _, other = tell(ledger, vault, "i2")
    vault.erase("incident", "i1", actor("desk-lead"))
    vault.erase("incident", "i1", actor("desk-lead"))
    assert vault.read(DESK, [reference, other], "operations") == {other.vault_id: WORDS}
    assert vault.list_alike("call_back", "8015550100") == []
    with pytest.raises(Refused, match="owner_erased"):
        vault.seal("narrative", "more", "incident", "i1")
    engine = open_engine(where)
    assert engine.fetch("SELECT count(*) FROM data_key WHERE owner_id = 'i1'") == [(0,)]
    assert verify(engine).sentences == []
    engine.close()


def test_09_a_call_back_number_is_found_however_it_is_written(ledger: Ledger, vault: Vault) -> None:
    tell(ledger, vault, field="call_back", text="801-555-0100")
    tell(ledger, vault, "i2", field="call_back", text="(801) 555 0100")
    tell(ledger, vault, "i3", field="call_back", text="801-555-0199")
    assert sorted(one.owner_id for one in vault.list_alike("call_back", "8015550100")) == ["i1", "i2"]


def test_10_an_altered_or_moved_ciphertext_is_not_shown(ledger: Ledger, vault: Vault, where: str) -> None:
    _, one = tell(ledger, vault)
    _, two = tell(ledger, vault, "i2", text="Another call.")
    engine = open_engine(where)
    drop = "DROP TRIGGER enclosure_refuses_update" if engine.name == "sqlite" else "DROP TRIGGER refuses_change ON enclosure"
    engine.execute(drop)
    engine.execute(
        "UPDATE enclosure SET ciphertext = (SELECT ciphertext FROM enclosure WHERE id = ?), digest = ? WHERE id = ?",
        (two.vault_id, two.digest, one.vault_id),
    )
    engine.close()
    assert vault.read(DESK, [one, one._replace(digest=two.digest)], "operations") == {}


def test_11_a_megabyte_in_a_field_is_refused(vault: Vault) -> None:
    with pytest.raises(Refused, match="words_too_long"):
        vault.seal("narrative", "x" * 1_000_000, "incident", "i1")


def test_12_the_key_file_is_private_and_must_be_the_right_one(ledger: Ledger, open_again: Callable[[], Vault], tmp_path: Path) -> None:
    tell(ledger, open_again())
    key = tmp_path / "vault.key"
    assert key.stat().st_mode & 0o077 == 0
    key.chmod(0o640)
    with pytest.raises(LedgerRefused, match="may be read by other users"):
        open_again()
    key.chmod(0o600)
    key.write_text("00" * 32)
    with pytest.raises(LedgerRefused, match="not this ledger's"):
        open_again()
    key.unlink()
    with pytest.raises(LedgerRefused, match="is missing"):
        open_again()


def test_13_drafts_survive_and_are_not_plain(vault: Vault, open_again: Callable[[], Vault], where: str) -> None:
    vault.drafts.save("ana", "intake", "half a sen", 1)
    vault.drafts.save("ana", "intake", WORDS, 2)
    assert open_again().drafts.find("ana", "intake") == WORDS
    assert vault.drafts.find("ben", "intake") is None
    side = open_side(where)
    assert b"locked" not in bytes(side.fetch("SELECT ciphertext FROM draft")[0][0])
    side.close()
    vault.drafts.throw_away("ana", "intake")
    assert vault.drafts.list_forms("ana") == []


def break_audit(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """The audit's database fails from now on, as a full or unplugged disk makes it."""
    audit = vault._reader.notes.audit
    failure = audit._engine.failures[0]

    def fail(*_: object) -> None:
        raise failure("disk I/O error")

    monkeypatch.setattr(audit, "_append", fail)


def test_14_call_facts_are_shown_while_the_audit_fails_and_noted_once_it_works(
    ledger: Ledger, vault: Vault, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, reference = tell(ledger, vault)
    with monkeypatch.context() as broken:
        break_audit(vault, broken)
        assert vault.read(DESK, [reference], "operations") == {reference.vault_id: WORDS}
        spool = tmp_path / "read-audit.spool"
        assert spool.stat().st_mode & 0o077 == 0
        assert "locked" not in spool.read_text()
    vault.read(DESK, [reference], "operations")
    assert not spool.exists()
    side = open_side(where)
    assert side.fetch("SELECT staff, outcome FROM words_read") == [("at-desk-calls", "shown/call_data")] * 2
    assert list_breaks(side) == []
    side.close()


def test_15_contact_history_is_not_shown_while_the_audit_fails(ledger: Ledger, vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    _, said = tell(ledger, vault)
    _, note = tell(ledger, vault, "i2", field="follow_up_note")
    manager = Actor("at-desk-calls", "clinician", "town", seat="desk-calls")
    ledger.record(TakePosition(id="sit", by=DESK, position="desk-calls", area="town", duty="call_taker", staff="at-desk-calls"))
    assert vault.read(manager, [note], "operations") == {note.vault_id: WORDS}
    break_audit(vault, monkeypatch)
    with pytest.raises(LedgerUnavailable):
        vault.read(manager, [note], "operations")
    words = vault.read(manager, [note, said], "operations")
    assert words == {said.vault_id: WORDS}
    assert words.withheld[note.vault_id].reason == "audit_unavailable"


def test_16_a_spool_that_cannot_be_written_shows_nothing(
    ledger: Ledger, vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, reference = tell(ledger, vault)
    break_audit(vault, monkeypatch)
    monkeypatch.setattr(vault._reader.notes.spool, "_path", tmp_path / "no such folder" / "spool")
    with pytest.raises(LedgerUnavailable):
        vault.read(DESK, [reference], "operations")
