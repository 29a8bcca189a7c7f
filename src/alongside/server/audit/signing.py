"""The key the heads of the audit are signed with: one file of this deployment, kept apart from the database.

Which algorithm signs is chosen in :mod:`alongside.ledger.signatures`; each has a file of its own, so that changing the mode loses no key.
"""

import os
from pathlib import Path

from alongside.ledger.crypto import in_cjis_mode
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.signatures import Signer, is_signed, make_key_text, read_signer

__all__ = ["audit_key_path", "is_signed", "list_own", "reach_key"]
IN_CJIS_MODE = ".p256"  # after the name of the key file


def audit_key_path(data: Path) -> Path:
    """Where the key file is: ALONGSIDE_AUDIT_KEY, or ``audit.key`` in the data folder; in CJIS mode the same with ``.p256``."""
    path = _path(data)
    return path.with_name(path.name + IN_CJIS_MODE) if in_cjis_mode() else path


def _path(data: Path) -> Path:
    return Path(os.environ.get("ALONGSIDE_AUDIT_KEY") or data / "audit.key")


def reach_key(data: Path) -> Signer:
    """Who signs, with a key made (mode 0600) where there is none. Raises :class:`LedgerRefused` where others may read it, or it is none."""
    path = audit_key_path(data)
    if not path.exists():
        _make(path)
    return _read(path)


def list_own(data: Path) -> frozenset[str]:
    """The public keys of this deployment: the one in force, and that of the other mode where it was ever on."""
    path = _path(data)
    files = (one for one in (path, path.with_name(path.name + IN_CJIS_MODE)) if one.exists())
    return frozenset({reach_key(data).public, *(_read(one).public for one in files)})


def _read(path: Path) -> Signer:
    if path.stat().st_mode & 0o077:
        raise LedgerRefused(f"The audit key {path} may be read by other users: run “chmod 600 {path}”, then start again.")
    try:
        return read_signer(path.read_text().strip())
    except ValueError:
        raise LedgerRefused(f"The audit key {path} does not hold a key in hexadecimal: put the right file back.") from None


def _make(path: Path) -> None:
    """A new key, whole before anybody can read it: where another process was faster, its key stands."""
    path.parent.mkdir(parents=True, exist_ok=True)
    written = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(written, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(make_key_text() + "\n")
        file.flush()
        os.fsync(file.fileno())
    if not path.exists():
        written.rename(path)
    written.unlink(missing_ok=True)
