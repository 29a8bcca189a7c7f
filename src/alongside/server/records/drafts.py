"""Drafts: what somebody typed and has not sent, encrypted, so that it survives a closed tab. Thrown away once sent."""

from threading import Lock

from alongside.ledger.crypto import cipher_of, close, open_closed
from alongside.ledger.engine import Engine, transaction

SAVE = (
    "INSERT INTO draft (staff, form, saved_at, ciphertext) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (staff, form) DO UPDATE SET saved_at = excluded.saved_at, ciphertext = excluded.ciphertext"
)


class Drafts:
    """One draft for each member of staff and form."""

    def __init__(self, engine: Engine, key: bytes) -> None:
        self._engine, self._cipher, self._lock = engine, cipher_of(key), Lock()

    def save(self, staff: str, form: str, text: str, now: int) -> None:
        """Keep this text in place of the draft before; ``now`` is ms UTC."""
        ciphertext = close(self._cipher, text.encode(), _bound_to(staff, form))
        self._write(SAVE, (staff, form, now, ciphertext))

    def find(self, staff: str, form: str) -> str | None:
        """The draft, or None."""
        with self._lock:
            rows = self._engine.fetch("SELECT ciphertext FROM draft WHERE staff = ? AND form = ?", (staff, form))
        if not rows:
            return None
        return open_closed(self._cipher, bytes(rows[0][0]), _bound_to(staff, form)).decode()

    def list_of_form(self, form: str) -> dict[str, str]:
        """What each member of staff has in this form."""
        with self._lock:
            rows = self._engine.fetch("SELECT staff, ciphertext FROM draft WHERE form = ?", (form,))
        return {staff: open_closed(self._cipher, bytes(kept), _bound_to(staff, form)).decode() for staff, kept in rows}

    def list_forms(self, staff: str) -> list[str]:
        """Which forms this member of staff has a draft of, newest first."""
        with self._lock:
            return [form for (form,) in self._engine.fetch("SELECT form FROM draft WHERE staff = ? ORDER BY saved_at DESC", (staff,))]

    def throw_away(self, staff: str, form: str) -> None:
        """The form was sent, or given up."""
        self._write("DELETE FROM draft WHERE staff = ? AND form = ?", (staff, form))

    def throw_away_of(self, owner: str) -> None:
        """Whatever anybody typed of an incident or person that is erased; such forms end with its id."""
        with self._lock:
            found = self._engine.fetch("SELECT staff, form FROM draft")
        for staff, form in found:
            if form.endswith(f":{owner}"):
                self.throw_away(staff, form)

    def _write(self, sql: str, values: tuple[object, ...]) -> None:
        with self._lock, transaction(self._engine):
            self._engine.execute(sql, values)

    def close(self) -> None:
        """Let go of the database."""
        with self._lock:
            self._engine.close()


def _bound_to(staff: str, form: str) -> bytes:
    return f"draft:{staff}:{form}".encode()
