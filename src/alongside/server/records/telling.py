"""How the keys stand, in sentences for whoever looks after them."""

from pathlib import Path

from alongside.ledger.crypto import tell_mode
from alongside.ledger.engine import Engine
from alongside.server.records.key_chain import KeyChain, next_path
from alongside.server.records.key_command import key_command
from alongside.server.records.key_file import is_wrapped
from alongside.server.records.rotating import list_put_away, look


def tell_standing(engine: Engine, path: Path) -> str:
    """One sentence a line. Raises ``LedgerRefused`` where no key file is in force."""
    chain = KeyChain(path)
    found = look(engine, chain)
    versions = ", ".join(f"{count} of version {version}" for version, count in sorted(found.versions.items())) or "none yet"
    lines = [
        f"Key file: {path}, key {chain.keys.id.hex()}, {tell_wrapping(path)}",
        f"Data keys: {found.current + found.others} ({versions}); new ones are of version {chain.keys.version}.",
        f"Wrapped by the key in force: {found.current}. By another: {found.others}.",
        *tell_left(path, found.others),
        tell_mode(),
    ]
    return "\n".join(lines)


def tell_wrapping(path: Path) -> str:
    """Whether the file by itself opens anything."""
    if is_wrapped(path):
        return "opened by the key command only."
    return (
        "plain: “alongside vault rotate” wraps the next one by the key command."
        if key_command()
        else "plain: whoever has it opens every word."
    )


def tell_left(path: Path, others: int) -> list[str]:
    """What a rotation that was cut short, or is over, leaves to do."""
    if next_path(path).exists():
        return [f"A rotation was begun ({next_path(path)} waits): run “alongside vault rotate” to finish it."]
    if others:
        return ["Some are wrapped by a key of before: run “alongside vault rotate”, which wraps them anew."]
    return [f"Nothing in this ledger needs {one} any more: take it away once every node says so." for one in list_put_away(path)]
