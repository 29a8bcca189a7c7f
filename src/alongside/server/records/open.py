"""Whether one piece of words may be read in these circumstances, and what it says."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from alongside.core.party import Reference
from alongside.core.sharing.share import Answer, Shown, Withheld
from alongside.ledger.crypto import InvalidTag
from alongside.ledger.parted import split
from alongside.ledger.sealed import Sealed
from alongside.server.records.filing import Filed, read_manifest, take_out, tell
from alongside.server.records.seal import Keyring, key_name, unseal

SHOWN, WITHHELD, ERASED, MISSING, ALTERED = "shown", "withheld", "erased", "missing", "altered"


class Opened(NamedTuple):
    """What became of one reference; ``text`` is empty unless it is shown."""

    outcome: str
    owner_kind: str = ""
    owner_id: str = ""
    text: str = ""
    answer: Answer | None = None

    @property
    def noted(self) -> str:
        """The outcome as the audit keeps it: with the legal basis of what was shown, the reason of what was not."""
        if isinstance(self.answer, Shown) and self.outcome == SHOWN:
            return "/".join(one for one in (SHOWN, self.answer.basis, self.answer.consent) if one)
        return f"{WITHHELD}/{self.answer.reason}" if isinstance(self.answer, Withheld) else self.outcome


class Words(dict[str, str]):
    """The words somebody may read, by vault id; ``withheld`` says why others are not among them, ``consents`` which opened
    these, ``notices`` those of them (or "" for another ground) under which Part 2 records are among them."""

    def __init__(
        self, shown: Mapping[str, str] | None = None, withheld: Mapping[str, Withheld] | None = None, answers: Iterable[Answer | None] = ()
    ) -> None:
        super().__init__(shown or {})
        self.withheld: Mapping[str, Withheld] = withheld or {}
        opened = [one for one in answers if isinstance(one, Shown)]
        self.consents: tuple[str, ...] = tuple(sorted({one.consent for one in opened if one.consent}))
        self.notices: tuple[str, ...] = tuple(sorted({one.consent for one in opened if one.notice}))


def open_one(keys: Keyring, reference: Reference, sealed: Sealed | None, answer: Answer) -> Opened:
    """The answer first, then decrypt. An altered row is not shown, whichever way it was altered."""
    if sealed is None:
        return Opened(MISSING)
    owner = (sealed.owner_kind, sealed.owner_id)
    if isinstance(answer, Withheld):
        return Opened(WITHHELD, *owner, answer=answer)
    if sealed.wrapped_key is None:
        return Opened(ERASED, *owner)
    if not sha256(sealed.ciphertext).hexdigest() == sealed.digest == reference.digest:
        return Opened(ALTERED, *owner)
    try:
        text = _unseal(keys, sealed)
    except InvalidTag:
        return Opened(ALTERED, *owner)
    if split(sealed.ciphertext).hashes:  # a file: among words it only says what it is
        manifest = read_manifest(text)
        text = tell(manifest.media_type, manifest.size)
    return Opened(SHOWN, *owner, text, answer)


def open_file(keys: Keyring, opened: Opened, sealed: Sealed | None, parts: Sequence[bytes]) -> tuple[Opened, Filed | None]:
    """The file, where what stands for it was shown; altered where one of its parts was."""
    if opened.outcome != SHOWN or sealed is None:
        return opened, None
    altered = opened._replace(outcome=ALTERED, text="", answer=None)
    parted = split(sealed.ciphertext)
    if not (parted.hashes and parted.are_whole(parts)):
        return altered, None
    try:
        return opened, take_out(read_manifest(_unseal(keys, sealed)), parts)
    except InvalidTag:
        return altered, None


def _unseal(keys: Keyring, sealed: Sealed) -> str:
    if sealed.wrapped_key is None:
        raise InvalidTag
    return unseal(sealed, keys.unwrap(key_name(sealed.key_id, sealed.owner_kind, sealed.owner_id), sealed.wrapped_key))
