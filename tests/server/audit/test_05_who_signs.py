"""In CJIS mode heads are signed by this system's own OpenSSL; whatever was signed before stays good, in either mode."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key

from alongside.ledger.refused import LedgerRefused
from alongside.ledger.signatures import P256, is_signed, short_name
from alongside.server.audit.checking import check_heads
from alongside.server.audit.head import Standing, add_head, from_plain, stream_heads
from alongside.server.audit.signing import audit_key_path, list_own, reach_key
from alongside.server.records.side import open_side

MODES = ("", "1")
DIGEST = bytes(range(32))


def test_01_heads_of_both_modes_are_one_chain_that_is_whole_in_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = open_side(str(tmp_path / "ledger.sqlite3"))
    for at, mode in enumerate(("", "1", "", "1"), 1):
        monkeypatch.setenv("ALONGSIDE_CJIS", mode)
        key = reach_key(tmp_path)
        head = add_head(engine, Standing("e", 0, bytes(32), at, bytes(32), 0, bytes(32)), key, at)
        assert head.public_key.startswith(P256) == bool(mode)
        assert audit_key_path(tmp_path).stat().st_mode & 0o077 == 0
    for mode in MODES:
        monkeypatch.setenv("ALONGSIDE_CJIS", mode)
        heads = list(stream_heads(engine))
        assert list(check_heads(heads, list_own(tmp_path))) == []
        assert all(from_plain(one.to_plain()).is_sound for one in heads)
        for one in heads:
            swapped = one._replace(signature=heads[one.seq % 4].signature)
            assert not swapped.is_sound
            for bit in range(0, len(one.signature) * 8, 7):
                turned = bytearray(one.signature)
                turned[bit // 8] ^= 1 << bit % 8
                assert not one._replace(signature=bytes(turned)).is_sound
    engine.close()


def test_02_what_the_system_signs_others_can_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_CJIS", "1")
    key = reach_key(tmp_path)
    public = load_der_public_key(bytes.fromhex(key.public.removeprefix(P256)))
    assert isinstance(public, ec.EllipticCurvePublicKey)
    assert public.curve.name == "secp256r1"
    signature = key.sign(DIGEST)
    assert is_signed(key.public, signature, DIGEST)
    (other := tmp_path / "other").mkdir()
    assert short_name(key.public) != short_name(reach_key(other).public), "kept for others in files of their own"
    assert not is_signed(key.public, signature, DIGEST[::-1])
    monkeypatch.setenv("ALONGSIDE_CJIS", "")
    assert is_signed(key.public, signature, DIGEST), "by the package cryptography"


@pytest.mark.parametrize("mode", MODES)
def test_03_what_is_no_key_is_no_signature_and_no_signer(mode: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_CJIS", mode)
    for public in (P256, f"{P256}00", f"{P256}zz", "", "00", f"{P256}{bytes(91).hex()}"):
        assert not is_signed(public, bytes(64), DIGEST), public
    other = ec.generate_private_key(ec.SECP384R1())
    named = P256 + other.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo).hex()
    assert not is_signed(named, other.sign(DIGEST, ec.ECDSA(SHA256())), DIGEST), "another curve under this one's name"
    path = audit_key_path(tmp_path)
    path.write_text(f"{P256}0102" if mode else "0102")
    path.chmod(0o600)
    with pytest.raises(LedgerRefused):
        assert reach_key(tmp_path).public
