"""A file is kept in sealed parts: given out whole or not at all, to whom the rules show it, and gone with its owner's key."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from alongside.core.consent.requests import RecordConsent
from alongside.core.party import Actor, Reference
from alongside.core.person.requests import RecordPerson
from alongside.core.refused import Refused
from alongside.ledger.copying import copy_ledger
from alongside.ledger.crypto import InvalidTag
from alongside.ledger.engine import Engine, open_engine
from alongside.ledger.ledger import Ledger
from alongside.ledger.opening import open_ledger
from alongside.ledger.read_only import read_ledger
from alongside.ledger.receipt import Receipt
from alongside.ledger.verify import verify
from alongside.server.records.filing import PART_BYTES, Filed, file_away, read_manifest, take_out
from alongside.server.records.opening import open_vault
from alongside.server.records.rotating import rotate
from alongside.server.records.side import open_side
from alongside.server.records.vault import Vault
from alongside.server.records.waiting import KEPT_MS, MOST_OF_ONE
from tests.core.town import RULES, StraightRoads
from tests.ledger.town_clock import TownClock, ask, work_a_call
from tests.server.records.test_04_erased_for_ever import LIST, of_before

AMARA = Actor("amara", "clinician", "clinic", seat="M12")
NOVAK = Actor("novak", "officer", "police", seat="P31")
PAPER = Filed("image/png", bytes(range(256)) * (3 * PART_BYTES // 256) + b"the end")  # four parts
SCOPE = {
    "person": "w1", "about": "part2", "what": ("all",), "holders": ("any",), "recipients": ("clinic",), "purposes": ("treatment",),
    "event": "treatment_ends", "stated": ("revocation",), "form": "paper", "signed": True, "dated": True,
}  # fmt: skip
Keeping = Callable[..., tuple[Receipt, Reference]]


@pytest.fixture
def met(ledger: Ledger) -> Ledger:
    """M12 is with somebody who has a record."""
    work_a_call(ledger)
    told = {"person": "w1", "episode": "i1-p1", "basis": "said_so", "band": "adult", "source": "person"}
    receipt = ledger.record(replace(ask(RecordPerson, "M12", **told), by=AMARA))
    assert receipt.granted, receipt
    return ledger


def choose(vault: Vault, filed: Filed = PAPER, owner: str = "w1", by: Actor = AMARA) -> str:
    return vault.attach(filed, "consent_scan", "person", owner, by)


def keep(ledger: Ledger, vault: Vault, chosen: str, consent: str = "c1", **fields: str) -> tuple[Receipt, Reference]:
    sealed = [vault.seal("consent_name", "Ines", "person", "w1"), vault.seal("consent_scan", chosen, "person", "w1")]
    asked = ask(RecordConsent, "M12", **SCOPE, consent=consent, words=tuple(one.reference for one in sealed), **fields)
    return ledger.record(replace(asked, by=AMARA), enclosures=sealed), sealed[1].reference


def test_01_a_file_is_given_out_as_it_came_and_among_words_it_only_says_what_it_is(met: Ledger, vault: Vault) -> None:
    receipt, paper = keep(met, vault, choose(vault))
    assert receipt.granted, receipt
    assert vault.read_file(AMARA, paper, "treatment") == PAPER
    assert vault.read(AMARA, [paper], "treatment") == {paper.vault_id: "PNG, 786 kB"}
    for size in (1, PART_BYTES, PART_BYTES + 1):
        _, other = keep(met, vault, choose(vault, Filed("application/pdf", b"x" * size)), f"c-{size}")
        assert vault.read_file(AMARA, other, "treatment") == Filed("application/pdf", b"x" * size)


def test_02_it_is_shown_to_whom_its_field_is_and_every_reading_is_noted_before(met: Ledger, vault: Vault, where: str) -> None:
    _, paper = keep(met, vault, choose(vault))
    assert vault.read_file(NOVAK, paper, "response") is None
    assert vault.read_file(AMARA, paper._replace(digest="0" * 64), "treatment") is None
    assert vault.read_file(AMARA, Reference("consent_scan", "nothing", ""), "treatment") is None
    vault.read_file(AMARA, paper, "treatment")
    side = open_side(where)
    noted = side.fetch("SELECT staff, field, outcome FROM words_read ORDER BY seq")
    side.close()
    tail = [outcome.partition("/")[0] for _, _, outcome in noted]
    assert tail == ["withheld", "altered", "missing", "shown"]
    assert {field for _, field, _ in noted} == {"consent_scan"}


def test_03_sent_again_it_is_the_same_request_and_what_does_not_wait_is_refused(met: Ledger, vault: Vault) -> None:
    chosen = choose(vault)
    first, _ = keep(met, vault, chosen, id="one")
    again, _ = keep(met, vault, chosen, id="one")
    assert first.granted
    assert again == first
    other, _ = keep(met, vault, choose(vault), id="one")
    assert other.code == "request_reused"
    for field, text, owner in (("consent_scan", "JPEG", "w1"), ("consent_scan", chosen, "w2")):
        with pytest.raises(Refused, match="file_gone"):
            vault.seal(field, text, "person", owner)
    with pytest.raises(Refused, match="field_unknown"):
        vault.attach(PAPER, "consent_name", "person", "w1", AMARA)


@pytest.mark.parametrize("where", ["sqlite"], indirect=True)
def test_04_what_nobody_sends_for_is_swept_and_nobody_fills_the_disk(met: Ledger, open_again: Callable[[], Vault], tmp_path: Path) -> None:
    vault, small = open_again(), Filed("image/png", b"x")
    assert isinstance(met.clock, TownClock)
    chosen = []
    for _ in range(MOST_OF_ONE + 1):
        chosen.append(choose(vault, small))
        met.clock.now += 1000
    with pytest.raises(Refused, match="file_gone"):
        vault.seal("consent_scan", chosen[0], "person", "w1")
    vault.seal("consent_scan", chosen[-1], "person", "w1")
    met.clock.now += KEPT_MS
    open_again()
    assert count(tmp_path, "waiting_file") == count(tmp_path, "waiting_part") == 0


def count(folder: Path, table: str) -> int:
    side = open_side(folder / "ledger.sqlite3")
    ((found,),) = side.fetch(f"SELECT count(*) FROM {table}")
    side.close()
    return int(found)


SWAP = (
    "UPDATE enclosure_part SET part = -1 WHERE enclosure_id = ? AND part = 0",
    "UPDATE enclosure_part SET part = 0 WHERE enclosure_id = ? AND part = 1",
    "UPDATE enclosure_part SET part = 1 WHERE enclosure_id = ? AND part = -1",
)
ATTACKS = {
    "flipped": ("UPDATE enclosure_part SET ciphertext = (SELECT ciphertext FROM enclosure LIMIT 1) WHERE enclosure_id = ? AND part = 2",),
    "swapped": SWAP,
    "the last dropped": ("DELETE FROM enclosure_part WHERE enclosure_id = ? AND part = 3",),
    "all dropped": ("DELETE FROM enclosure_part WHERE enclosure_id = ?",),
    "moved away": ("UPDATE enclosure_part SET enclosure_id = 'nowhere' WHERE enclosure_id = ?",),
    "one added": ("INSERT INTO enclosure_part (enclosure_id, part, ciphertext) SELECT ?, 4, ciphertext FROM enclosure LIMIT 1",),
}


@pytest.mark.parametrize("way", ATTACKS)
def test_05_a_part_flipped_swapped_dropped_or_added_is_found_without_a_key_and_given_to_nobody(
    met: Ledger, vault: Vault, where: str, way: str
) -> None:
    _, paper = keep(met, vault, choose(vault))
    engine = open_engine(where)
    assert verify(engine).sentences == []
    with pytest.raises(engine.conflicts, match="append-only"):
        engine.execute("DELETE FROM enclosure_part")
    unguard(engine)
    for statement in ATTACKS[way]:
        engine.execute(statement, (paper.vault_id,))
    found = verify(engine).sentences
    engine.close()
    assert f"File {paper.vault_id}: a part was altered, moved, added or taken out." in found
    assert ("File nowhere: there are parts of it and no enclosure." in found) == (way == "moved away")
    assert vault.read_file(AMARA, paper, "treatment") is None


def unguard(engine: Engine) -> None:
    verbs = ("update", "delete", "insert")
    drops = [f"DROP TRIGGER enclosure_part_refuses_{verb}" for verb in verbs]
    for drop in drops if engine.name == "sqlite" else ["DROP TRIGGER refuses_change ON enclosure_part"]:
        engine.execute(drop)


def test_06_a_ledger_of_before_files_were_kept_is_whole_unless_it_should_have_some(met: Ledger, vault: Vault, where: str) -> None:
    engine = open_engine(where)
    engine.execute("DROP TABLE enclosure_part")
    assert verify(engine).sentences == []
    engine.execute("CREATE TABLE enclosure_part (enclosure_id TEXT, part BIGINT, ciphertext BYTEA)")
    _, paper = keep(met, vault, choose(vault))
    assert [one for one in verify(engine).sentences if "triggers" in one]
    engine.execute("DROP TABLE enclosure_part")
    assert verify(engine).sentences == [f"File {paper.vault_id}: a part was altered, moved, added or taken out."]
    engine.close()


def test_07_parts_do_not_open_in_another_files_place_even_for_who_rewrites_every_hash(met: Ledger, vault: Vault) -> None:
    _, one = keep(met, vault, choose(vault))
    sealed = vault.seal("consent_scan", choose(vault), "person", "w1")
    other = vault.seal("consent_scan", choose(vault), "person", "w1")
    mixed = sealed._replace(parts=(*sealed.parts[:3], other.parts[3]))
    asked = replace(ask(RecordConsent, "M12", **SCOPE, consent="c2", words=(mixed.reference,)), by=AMARA)
    assert met.record(asked, enclosures=[mixed]).granted
    assert vault.read_file(AMARA, mixed.reference, "treatment") is None
    assert vault.read_file(AMARA, one, "treatment") == PAPER


def test_08_each_part_opens_in_its_own_place_only() -> None:
    text, parts = file_away(PAPER)
    manifest, (_, others) = read_manifest(text), file_away(PAPER)
    assert take_out(manifest, parts) == PAPER
    one, two, three, four = parts
    for wrong in ([two, one, three, four], parts[:3], parts[1:], [*parts, four], [one, one, three, four], [*parts[:3], others[3]], []):
        with pytest.raises(InvalidTag):
            take_out(manifest, wrong)
    with pytest.raises(InvalidTag):
        take_out(msgspec.structs.replace(manifest, parts=3), parts[:3])


def test_09_it_travels_with_a_copy_of_the_ledger(met: Ledger, vault: Vault, where: str, tmp_path: Path) -> None:
    _, paper = keep(met, vault, choose(vault))
    target = open_engine(tmp_path / "copy.sqlite3")
    with read_ledger(where) as source:
        assert copy_ledger(source, target).sentences == []
    assert target.fetch("SELECT count(*) FROM enclosure_part WHERE enclosure_id = ?", (paper.vault_id,)) == [(4,)]
    target.close()


@pytest.mark.parametrize("where", ["sqlite"], indirect=True)
def test_10_erased_it_is_gone_also_where_a_backup_of_before_is_restored(met: Ledger, vault: Vault, tmp_path: Path) -> None:
    waits = choose(vault)
    _, paper = keep(met, vault, choose(vault))
    old = of_before(tmp_path, "old")
    assert given_out(old, [paper]) == [PAPER]
    vault.erase("person", "w1", AMARA)
    assert vault.read_file(AMARA, paper, "treatment") is None
    assert count(tmp_path, "waiting_part") == 0
    with pytest.raises(Refused, match="owner_erased"):
        vault.seal("consent_scan", waits, "person", "w1")
    with pytest.raises(Refused, match="owner_erased"):
        choose(vault)
    shutil.copy2(tmp_path / LIST, old / LIST)
    assert given_out(old, [paper]) == [None]
    assert count(old, "waiting_part") == 0


def given_out(folder: Path, papers: Sequence[Reference]) -> list[Filed | None]:
    """What a server started there gives out."""
    place = folder / "ledger.sqlite3"
    ledger = open_ledger(place, RULES, StraightRoads(), genesis="demo", clock=TownClock())
    vault = open_vault(ledger, place, folder)
    try:
        return [vault.read_file(AMARA, paper, "treatment") for paper in papers]
    finally:
        vault.close()
        ledger.close()


def test_11_a_new_key_leaves_every_file_readable(met: Ledger, vault: Vault, where: str, tmp_path: Path) -> None:
    _, paper = keep(met, vault, choose(vault))
    chosen = choose(vault)
    engine = open_engine(where)
    rotate(engine, tmp_path / "vault.key", renew_data_keys=True)
    engine.close()
    assert vault.read_file(AMARA, paper, "treatment") == PAPER
    _, after = keep(met, vault, chosen, "c2")
    assert vault.read_file(AMARA, after, "treatment") == PAPER
