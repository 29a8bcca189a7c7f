"""The vault's one way in (``seal``) and one way out (``read``)."""

from collections.abc import Sequence

from alongside.core.party import Actor, Reference
from alongside.ledger.enclosure import Enclosure
from alongside.ledger.ledger import Ledger
from alongside.ledger.sealed import Marked
from alongside.library.sharing.load import Sharing
from alongside.server.records.erasing import Eraser
from alongside.server.records.filing import Filed
from alongside.server.records.open import Words
from alongside.server.records.reading import Reader
from alongside.server.records.seal import Keyring
from alongside.server.records.sealing import Sealer


class Vault:
    """Open one with ``alongside.server.records.opening.open_vault``. Safe from any number of threads."""

    def __init__(self, ledger: Ledger, keys: Keyring, reader: Reader, sharing: Sharing, eraser: Eraser) -> None:
        self._ledger, self._keys, self._reader, self.drafts, self.sharing = ledger, keys, reader, eraser.drafts, sharing
        self._eraser, self._sealer = eraser, Sealer(ledger, keys, eraser.waiting, sharing)
        self.finder = self._sealer.finder
        self.notes, self.keys = reader.notes, keys  # for what is told or carried beside reading (answering.py, carrying.py)

    def seal(self, field: str, text: str, owner_kind: str, owner_id: str) -> Enclosure:
        """Encrypt words for a request that is about to be asked: give the enclosure to ``record`` and its ``reference`` to the request.

        ``owner_kind`` is ``incident`` or ``person``. Raises ``Refused``: ``words_too_long``, ``words_too_short``, ``owner_erased``,
        ``field_unknown`` for a field of no data class: nobody could ever be shown it. Of a field that holds a file ``text`` is the id
        that :meth:`attach` gave; ``file_gone`` where nothing waits under it for this owner and field.
        """
        return self._sealer.seal(field, text, (owner_kind, owner_id))

    def attach(self, filed: Filed, field: str, owner_kind: str, owner_id: str, by: Actor) -> str:
        """Have a file wait, sealed, for the request that keeps it: an id that stands for it there. It is not looked at here.

        Raises ``Refused``: ``owner_erased``; ``field_unknown`` for a field that holds no file.
        """
        return self._sealer.attach(filed, field, (owner_kind, owner_id), by)

    def read(self, actor: Actor, references: Sequence[Reference], purpose: str) -> Words:
        """The words this actor may read, by vault id, and why not the others; noted before this returns. See :class:`Reader`."""
        return self._reader.read(actor, references, purpose)

    def read_file(self, actor: Actor, reference: Reference, purpose: str) -> Filed | None:
        """One file this actor may have, by the rule for its field, noted before this returns. See :func:`give_out`."""
        return self._reader.give_out(actor, reference, purpose)

    def list_alike(self, field: str, text: str) -> list[Marked]:
        """Where the same call-back or CAD number was said before; [] for fields without blind marks."""
        return self.finder.list_alike(field, text)

    def erase(self, owner_kind: str, owner_id: str, by: Actor) -> None:
        """Destroy an owner's words for ever, in backups too (decision 0025); nothing is asked here. Erasing twice is once."""
        self._eraser.erase(owner_kind, owner_id, by.staff, self._ledger.clock())
        self._keys.forget(owner_kind, owner_id)

    def close(self) -> None:
        """Finish the audit's waiting rows, then let go of its database."""
        self._reader.notes.close()
        self.drafts.close()
        self._eraser.waiting.close()
