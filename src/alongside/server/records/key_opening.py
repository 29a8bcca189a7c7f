"""Open the keys of a ledger, made where it holds none yet, and see at once that they are the right ones."""

from pathlib import Path

from alongside.ledger.ledger import Ledger
from alongside.ledger.sealed import find_any_key
from alongside.server.records.key_chain import KeyChain
from alongside.server.records.key_file import key_path, make_key_file
from alongside.server.records.seal import Keyring, key_name


def open_keyring(ledger: Ledger, data: Path) -> Keyring:
    """Raises :class:`LedgerRefused` where the key file is missing, readable by others or not this ledger's."""
    path = key_path(data)
    with ledger.read.engine() as engine:
        some = find_any_key(engine)
    if some is None and not path.exists():
        make_key_file(path)
    chain = KeyChain(path)
    if some is not None:
        key_id, owner_kind, owner_id, wrapped = some
        chain.unwrap(wrapped, key_name(key_id, owner_kind, owner_id))  # the wrong key file is found now, not at the first read
    return Keyring(chain)
