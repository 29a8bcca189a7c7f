"""Open the vault of a ledger: its key file, its read audit, its drafts."""

from pathlib import Path

from alongside.ledger.engine import Where
from alongside.ledger.ledger import Ledger
from alongside.ledger.sealed import find_any_key
from alongside.library.sharing.load import Sharing, load_sharing
from alongside.server.records.drafts import Drafts
from alongside.server.records.erasing import Eraser
from alongside.server.records.key_chain import KeyChain
from alongside.server.records.key_file import key_path, make_key_file
from alongside.server.records.noting import open_notes
from alongside.server.records.reading import Reader
from alongside.server.records.seal import Keyring, key_name
from alongside.server.records.side import open_side
from alongside.server.records.vault import Vault


def open_vault(ledger: Ledger, where: Where, data: Path, sharing: Sharing | None = None) -> Vault:
    """The vault of a ledger opened at ``where``; the key file is made where the ledger holds no key yet.

    Words are shown by the rules of ``sharing``; those of the bundled area where none are given.

    Raises :class:`LedgerRefused` where the key file is missing, readable by others or not this ledger's.
    """
    path = key_path(data)
    with ledger.read.engine() as engine:
        some = find_any_key(engine)
    if some is None and not path.exists():
        make_key_file(path)
    chain = KeyChain(path)
    if some is not None:
        key_id, owner_kind, owner_id, wrapped = some
        chain.unwrap(wrapped, key_name(key_id, owner_kind, owner_id))  # the wrong key file is found now, not at the first read
    notes, drafts = open_notes(where, data), Drafts(open_side(where), chain.derive("drafts"))
    rules, keys = sharing or load_sharing(), Keyring(chain)
    eraser = Eraser(ledger, where, drafts, path, chain.derive("erasures"))
    return Vault(ledger, keys, Reader(ledger, keys, notes, rules.rules), drafts, rules, eraser)
