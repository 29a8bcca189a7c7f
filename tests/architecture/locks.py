"""Dependencies: asked for in *.in, locked with hashes, and each with a reason in docs/decisions."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence


def direct(text: str) -> list[str]:
    """Names asked for in a requirements/*.in file."""
    return re.findall(r"^([A-Za-z][\w.-]*)", text, flags=re.MULTILINE)


def direct_of_pages(text: str) -> list[str]:
    """Names asked for in a package.json."""
    package = json.loads(text)
    return [*package.get("dependencies", {}), *package.get("devDependencies", {})]


def locked(text: str) -> dict[str, bool]:
    """Names pinned in a lock, and whether each carries a hash."""
    entries = re.findall(r"^([A-Za-z][\w.-]*)==[^\n]*((?:\n[ ]+[^\n]*)*)", text, flags=re.MULTILINE)
    return {plain(name): "--hash=sha256:" in rest for name, rest in entries}


def lock_complaints(asked: str, lock: str) -> Iterator[str]:
    """What a lock lacks of what was asked for, and pins without a hash."""
    pins = locked(lock)
    yield from (f"{name} is asked for but not locked: run ./dev lock" for name in direct(asked) if plain(name) not in pins)
    yield from (f"{name} is locked without a hash: run ./dev lock" for name, has_hash in pins.items() if not has_hash)


def disagreements(locks: Mapping[str, str]) -> Iterator[str]:
    """Packages that two locks pin to different versions: they are installed into one place."""
    seen: dict[str, tuple[str, set[str]]] = {}
    for group, text in locks.items():
        for name, pins in pins_of(text).items():
            first_group, first_pins = seen.setdefault(name, (group, pins))
            if pins != first_pins:
                yield f"{name} differs between {first_group} and {group}: run ./dev lock"


def pins_of(text: str) -> dict[str, set[str]]:
    """Versions by package; a universal lock may pin several, each for some machines."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([A-Za-z][\w.-]*)==([^\s;\\]+)", text, flags=re.MULTILINE):
        found.setdefault(plain(name), set()).add(version)
    return found


def unexplained(names: Sequence[str], decisions: str) -> list[str]:
    """Dependencies without a line of their own (`* **name**` or a table row) saying why they are here."""
    return [name for name in names if not re.search(rf"^[*|-] *[^\n]*`{re.escape(name)}`", decisions, flags=re.MULTILINE | re.IGNORECASE)]


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
