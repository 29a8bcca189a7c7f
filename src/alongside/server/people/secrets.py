"""Secrets of second factors are sealed: the side tables alone give nobody a code."""

import logging
from base64 import b32encode, b64decode, b64encode
from functools import cache

from django.conf import settings

from alongside.ledger.crypto import Cipher, InvalidTag, cipher_of, close, make_key, open_closed
from alongside.server.records.key_chain import open_chain
from alongside.server.records.key_file import key_path

log = logging.getLogger(__name__)
BOUND_TO = b"people: second factor"


@cache
def sealer() -> Cipher:
    """AES-256-GCM under a key of its own, derived from the vault's. Raises ``LedgerRefused`` where the key file is gone."""
    return cipher_of(open_chain(settings.OPTIONS.data).derive("second factors"))


@cache
def name_key() -> bytes:
    """Under which names typed at the door are kept. It goes where the vault's key goes, so that locks outlive a restore."""
    if not key_path(settings.OPTIONS.data).exists():  # before the first start there is no vault, and nobody at the door
        return str(settings.SECRET_KEY).encode()
    return open_chain(settings.OPTIONS.data).derive("names at the door")


def seal_secret(text: str) -> str:
    """Nonce and ciphertext, as text."""
    return b64encode(close(sealer(), text.encode(), BOUND_TO)).decode()


def open_secret(sealed: str) -> str:
    """The text; one that nothing fits, and a line in the log, where the key file is another than when it was sealed."""
    try:
        return open_closed(sealer(), b64decode(sealed), BOUND_TO).decode()
    except InvalidTag:
        log.error("the secret of a second factor does not open: the key file is another than when it was set up; put the right one back")
        return b32encode(make_key()).decode().rstrip("=")
