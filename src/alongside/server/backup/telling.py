"""What was restored and what is left to do, in sentences."""

from datetime import UTC, datetime
from pathlib import Path

from alongside.ledger.engine import Where
from alongside.ledger.read_only import read_ledger
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.sealed import find_any_key
from alongside.server.backup.contents import About
from alongside.server.records.key_chain import KeyChain
from alongside.server.records.key_file import key_path
from alongside.server.records.seal import key_name

SIGNED_OUT = "No session came along: everybody signs in anew; passwords and machine tokens are those of the backup."
WITHOUT_STAFF = "This backup is of an older format without staff: add them with “alongside staff add”."
NEEDED_BY = (
    "It opens protected words, the secrets of second factors and the locks on names: with another one everybody's authenticator app "
    "must be set up anew, and whoever was locked may try again."
)
ERASED = "Put {path}.erased beside it, from where you keep the key: whoever was erased after this backup is erased again at the start."
NO_WORDS = (
    "It holds no protected words, so the server would start with any key file. The secrets of second factors and the locks on names "
    "need theirs: put it back at {path} (chmod 600) if anybody uses an authenticator app or is locked."
)


def tell(about: About, has_people: bool, where: Where, data: Path) -> str:
    """What a restore did."""
    when = f" as of {datetime.fromtimestamp(about.made_at / 1000, UTC):%Y-%m-%d %H:%M} UTC" if about.made_at else ""
    return "\n".join(
        (
            f"Restored and verified: {about.count}, of the {about.genesis} ledger {about.ledger}{when}.",
            "A new epoch began: phones and consoles send again what this copy does not know of.",
            SIGNED_OUT if has_people else WITHOUT_STAFF,
            tell_of_key(where, data),
            ERASED.format(path=key_path(data)),
        )
    )


def tell_of_key(where: Where, data: Path) -> str:
    """Whether the key file in place opens the words; what to do where it does not."""
    path = key_path(data)
    with read_ledger(where) as engine:
        some = find_any_key(engine)
    if some is None:
        return NO_WORDS.format(path=path)
    if not path.exists():
        return f"Before you start the server put the vault's key file back at {path} (chmod 600), from where you keep it apart. {NEEDED_BY}"
    try:
        KeyChain(path).unwrap(some[3], key_name(*some[:3]))
    except LedgerRefused as wrong:
        return f"The words do not open yet: {wrong}"
    return f"The key file {path} opens its words."
