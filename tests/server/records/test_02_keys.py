"""The key-encryption key is changed while calls are taken, may be cut short anywhere, and may be kept by the agency's own service."""

import os
import sys
from base64 import b32decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from alongside.core.intake.requests import AddDetails
from alongside.core.party import Reference
from alongside.ledger import crypto
from alongside.ledger.engine import Engine, open_engine
from alongside.ledger.ledger import Ledger
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.system_openssl import SystemCipher, load_openssl
from alongside.ledger.verify import verify
from alongside.server.people import secrets
from alongside.server.records import rotating
from alongside.server.records.cli import main
from alongside.server.records.key_chain import KeyChain, next_path
from alongside.server.records.key_file import read_key_file
from alongside.server.records.vault import Vault
from tests.ledger.town_clock import ask
from tests.server.records.test_01_vault import DESK, WORDS, tell

SERVICE = Path(__file__).with_name("key_service.py")
Again = Callable[[], Vault]


@contextmanager
def beside(where: str) -> Iterator[Engine]:
    engine = open_engine(where)
    yield engine
    engine.close()


def reads(vault: Vault, reference: Reference) -> bool:
    return vault.read(DESK, [reference], "operations") == {reference.vault_id: WORDS}


def put_away(path: Path) -> None:
    for one in rotating.list_put_away(path):
        one.unlink()


def test_01_a_new_key_while_the_server_runs(ledger: Ledger, vault: Vault, open_again: Again, where: str, tmp_path: Path) -> None:
    _, before = tell(ledger, vault)
    vault.drafts.save("ana", "intake", WORDS, 1)
    tell(ledger, vault, "i9", field="call_back", text="801-555-0100")
    key = tmp_path / "vault.key"
    old = key.read_text()
    with beside(where) as engine:
        assert rotating.rotate(engine, key) == 2
        assert reads(vault, before)  # the running one, which was told nothing
        _, after = tell(ledger, vault, "i2")
        assert rotating.look(engine, KeyChain(key))[:2] == (3, 0)
        assert verify(engine).is_whole
    put_away(key)
    assert key.read_text() != old
    assert key.stat().st_mode & 0o077 == 0
    again = open_again()
    assert reads(again, before)
    assert reads(again, after)
    assert again.drafts.find("ana", "intake") == WORDS
    assert [one.owner_id for one in again.list_alike("call_back", "8015550100")] == ["i9"]
    key.write_text(old)
    with pytest.raises(LedgerRefused, match="not this ledger's"):
        open_again()


@pytest.mark.parametrize("cut", ["prepare", "sweep", "put_in_force", "finish"])
def test_02_cut_short_anywhere_it_is_run_again(
    cut: str, ledger: Ledger, open_again: Again, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = open_again()
    told = [tell(ledger, vault, f"i{n}")[1] for n in range(1, 6)]
    key, real = tmp_path / "vault.key", getattr(rotating, cut)
    old = read_key_file(key)
    monkeypatch.setattr("alongside.ledger.wrapped.BATCH", 2)

    def power_cut(*given: object) -> None:
        if cut == "prepare":
            real(*given)
        if cut == "sweep":
            batch = next(rotating.left_over(*given))
            rotating.replace_keys(given[0], batch, lambda one: rotating._rewrap(given[1], one))
        raise KeyboardInterrupt

    with beside(where) as engine:
        with monkeypatch.context() as broken:
            broken.setattr(rotating, cut, power_cut)
            with pytest.raises(KeyboardInterrupt):
                rotating.rotate(engine, key)
        assert all(reads(open_again(), one) for one in told)
        tell(ledger, open_again(), "i9")
        rotating.rotate(engine, key)
        assert rotating.look(engine, KeyChain(key))[:2] == (6, 0)
    assert len(rotating.list_put_away(key)) == (2 if cut == "finish" else 1)  # one rotation; a whole one is followed by another
    put_away(key)
    assert not next_path(key).exists()
    assert read_key_file(key).wrapping != old.wrapping
    assert all(reads(open_again(), one) for one in told)


def test_03_words_from_now_on_under_a_new_data_key(ledger: Ledger, vault: Vault, where: str, tmp_path: Path) -> None:
    _, before = tell(ledger, vault)
    with beside(where) as engine:
        rotating.rotate(engine, tmp_path / "vault.key", renew_data_keys=True)
        sealed = vault.seal("narrative", WORDS, "incident", "i1")
        assert (sealed.key_id[:6], vault.seal("narrative", WORDS, "incident", "i1").key_id) == ("k00002", sealed.key_id)
        after = sealed.reference
        assert ledger.record(ask(AddDetails, "desk-calls", incident="i1", words=(after,)), enclosures=[sealed]).granted
        ids = engine.fetch("SELECT count(*), count(DISTINCT id) FROM data_key WHERE owner_id = 'i1'")
        assert ids == [(2, 2)]
    assert reads(vault, before)
    assert reads(vault, after)
    vault.erase("incident", "i1", DESK)
    assert vault.read(DESK, [before, after], "operations") == {}


def test_04_a_ledger_whose_key_file_is_of_the_first_format(ledger: Ledger, open_again: Again, where: str, tmp_path: Path) -> None:
    key = tmp_path / "vault.key"
    key.write_text("5a" * 32 + "\n")
    key.chmod(0o600)
    _, before = tell(ledger, open_again())
    with beside(where) as engine:
        rotating.rotate(engine, key)
    put_away(key)
    assert reads(open_again(), before)
    assert read_key_file(key).deriving.hex() == "5a" * 32


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The agency's key, apart; the command is configured."""
    own = tmp_path / "service" / "own.key"
    own.parent.mkdir()
    own.write_bytes(os.urandom(32))
    monkeypatch.setenv("ALONGSIDE_KEY_COMMAND", f"'{sys.executable}' '{SERVICE}' '{own}'")
    return own


def test_05_the_agencys_own_service_wraps_the_key_file(ledger: Ledger, open_again: Again, service: Path, tmp_path: Path) -> None:
    _, told = tell(ledger, open_again())
    assert (tmp_path / "vault.key").read_text().startswith("alongside wrapped keys 1\n")
    assert reads(open_again(), told)
    running = open_again()
    service.rename(service.with_name("away"))
    assert reads(running, told)  # calls go on while the service is away
    with pytest.raises(LedgerRefused, match=r"refused to unwrap \(the service is locked\), so no words can be read"):
        open_again()


@pytest.mark.parametrize(
    ("command", "says"),
    [("", "set ALONGSIDE_KEY_COMMAND"), ("/nowhere/kms", "cannot be run"), ("echo no!base64", "did not answer in base64"),
     ("'", "cannot be run"), ("echo aGVsbG8=", "unwrap")],
)  # fmt: skip
def test_06_a_service_that_fails_opens_nothing(
    command: str, says: str, ledger: Ledger, open_again: Again, service: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(ledger, open_again())
    monkeypatch.setenv("ALONGSIDE_KEY_COMMAND", command)
    if command.startswith("echo"):
        monkeypatch.setenv("ALONGSIDE_KEY_COMMAND", f"sh -c '{command}'")
    with pytest.raises(LedgerRefused, match=says if "aGVs" not in command else "does not hold a key"):
        open_again()


def test_07_a_service_that_gives_the_key_back_as_it_was_writes_nothing(
    ledger: Ledger, open_again: Again, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALONGSIDE_KEY_COMMAND", "sh -c cat")
    with pytest.raises(LedgerRefused, match="gave the key back as it was"):
        open_again()
    assert list(tmp_path.glob("vault.key*")) == []


def test_08_from_a_plain_file_to_the_service_by_one_rotation(
    ledger: Ledger, open_again: Again, where: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    _, told = tell(ledger, open_again())
    request.getfixturevalue("service")
    with beside(where) as engine:
        rotating.rotate(engine, tmp_path / "vault.key")
    put_away(tmp_path / "vault.key")
    assert "wrapping" not in (tmp_path / "vault.key").read_text()
    assert reads(open_again(), told)


def test_09_the_commands(
    ledger: Ledger, vault: Vault, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tell(ledger, vault)
    monkeypatch.setenv("ALONGSIDE_DATA", str(tmp_path))
    monkeypatch.setenv("ALONGSIDE_DATABASE", where if "dbname" in where else "")

    def say(*words: str) -> str:
        assert main(words) == 0
        return capsys.readouterr().out

    assert "Wrapped by the key in force: 1. By another: 0." in say("status")
    if "dbname" in where:
        assert "Nothing was wrapped yet" in say("rotate")
        assert "A rotation was begun" in say("status")
    assert "1 data keys wrapped anew" in say("rotate", "--copied")
    assert "Nothing in this ledger needs" in say("status")
    (tmp_path / "vault.key").unlink()
    assert main(["status"]) == 1
    assert "is missing" in capsys.readouterr().err


def test_10_this_systems_openssl_writes_and_reads_the_same_bytes(
    ledger: Ledger, open_again: Again, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, told = tell(ledger, open_again())
    monkeypatch.setenv("ALONGSIDE_CJIS", "1")
    assert isinstance(crypto.cipher_of(bytes(32)), SystemCipher)
    assert reads(open_again(), told)
    _, here = tell(ledger, open_again(), "i2")
    says = crypto.tell_mode()
    assert load_openssl().library.OpenSSL_version(0).decode() in says
    assert ("providers loaded: " in says, "Alongside claims nothing" in says, "compliant" in says) == (True, True, False)
    monkeypatch.delenv("ALONGSIDE_CJIS")
    assert reads(open_again(), here)
    assert "CJIS mode is off" in crypto.tell_mode()


@pytest.mark.parametrize("cjis", ["", "1"])
def test_11_every_flipped_bit_is_noticed(cjis: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_CJIS", cjis)
    cipher = crypto.cipher_of(bytes(range(32)))
    closed = crypto.close(cipher, b"said", b"row")
    assert crypto.open_closed(cipher, closed, b"row") == b"said"
    for bit in range(len(closed) * 8):
        other = bytearray(closed)
        other[bit // 8] ^= 1 << bit % 8
        with pytest.raises(crypto.InvalidTag):
            crypto.open_closed(cipher, bytes(other), b"row")
    for wrong in ((closed, b"other row"), (closed[:20], b"row"), (b"", b"row")):
        with pytest.raises((crypto.InvalidTag, ValueError)):
            crypto.open_closed(cipher, *wrong)


def test_12_a_second_factor_under_another_key_fits_no_code_and_breaks_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(secrets, "sealer", lambda: crypto.cipher_of(b"1" * 32))
    sealed = secrets.seal_secret("JBSWY3DPEHPK3PXP")
    assert secrets.open_secret(sealed) == "JBSWY3DPEHPK3PXP"
    monkeypatch.setattr(secrets, "sealer", lambda: crypto.cipher_of(b"2" * 32))
    one, other = secrets.open_secret(sealed), secrets.open_secret(sealed)
    assert len({one, other, "JBSWY3DPEHPK3PXP"}) == 3
    assert b32decode(one + "====")
    assert "the key file is another" in caplog.text
