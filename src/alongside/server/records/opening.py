"""Open the vault of a ledger: its key file, its read audit, its drafts."""

from pathlib import Path

from alongside.ledger.engine import Where
from alongside.ledger.ledger import Ledger
from alongside.library.sharing.load import Sharing, load_sharing
from alongside.server.records.drafts import Drafts
from alongside.server.records.erasing import Eraser
from alongside.server.records.key_opening import open_keyring
from alongside.server.records.noting import open_notes
from alongside.server.records.reading import Reader
from alongside.server.records.side import open_side
from alongside.server.records.vault import Vault
from alongside.server.records.waiting import Waiting


def open_vault(ledger: Ledger, where: Where, data: Path, sharing: Sharing | None = None) -> Vault:
    """The vault of a ledger opened at ``where``; the key file is made where the ledger holds no key yet.

    Words are shown by the rules of ``sharing``; those of the bundled area where none are given.

    Raises :class:`LedgerRefused` where the key file is missing, readable by others or not this ledger's.
    """
    keys, rules = open_keyring(ledger, data), sharing or load_sharing()
    chain, notes = keys.chain, open_notes(where, data)
    drafts = Drafts(open_side(where), chain.derive("drafts"))
    waiting = Waiting(open_side(where), chain.derive("waiting files"))
    waiting.sweep(ledger.clock())
    eraser = Eraser(ledger, where, drafts, waiting, chain.path, chain.derive("erasures"))
    return Vault(ledger, keys, Reader(ledger, keys, notes, rules.rules), rules, eraser)
