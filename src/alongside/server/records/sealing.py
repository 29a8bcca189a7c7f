"""The vault's way in: words and files sealed under the key of whom they are about, or refused."""

from alongside.core.party import Actor
from alongside.core.refused import Refused
from alongside.ledger import sealed as kept
from alongside.ledger.enclosure import Enclosure
from alongside.ledger.ledger import Ledger
from alongside.library.sharing.load import Sharing
from alongside.server.records.filing import Filed
from alongside.server.records.finding import Finder
from alongside.server.records.seal import DataKey, Keyring, seal
from alongside.server.records.waiting import Owner, Waiting


class Sealer:
    """Opened with the vault; see there for what each does and refuses."""

    def __init__(self, ledger: Ledger, keys: Keyring, waiting: Waiting, sharing: Sharing) -> None:
        self._ledger, self._keys, self._waiting, self._sharing = ledger, keys, waiting, sharing
        self.finder = Finder(ledger, keys)

    def seal(self, field: str, text: str, owner: Owner) -> Enclosure:
        """Words as they are; of a field that holds a file, the one that waits under the id that ``text`` is."""
        if field not in self._sharing.rules.fields:
            raise Refused("field_unknown", field=field)
        key = self._reach_key(*owner)
        if field not in self._sharing.fields.files:
            return seal(key, owner, field, text, *self.finder.found_by(owner[0], field, text))
        chosen = self._waiting.find(text.strip(), owner, field)
        if chosen is None:
            raise Refused("file_gone")
        return seal(key, owner, field, chosen.manifest, parts=chosen.parts)

    def attach(self, filed: Filed, field: str, owner: Owner, by: Actor) -> str:
        """Have a file wait; the id that stands for it."""
        if field not in self._sharing.fields.files:
            raise Refused("field_unknown", field=field)
        self._reach_key(*owner)
        return self._waiting.keep(filed, owner, field, by.staff, self._ledger.clock())

    def _reach_key(self, owner_kind: str, owner_id: str) -> DataKey:
        with self._ledger.read.engine() as engine:
            if kept.is_erased(engine, owner_kind, owner_id):
                raise Refused("owner_erased", owner_kind=owner_kind, owner=owner_id)
            stored = kept.find_key(engine, owner_kind, owner_id)
        return self._keys.reach(owner_kind, owner_id, stored)
