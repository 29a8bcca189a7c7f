"""Sets a report as PDF. What it says goes in as data that typst shows as text, so that nothing in it is ever read as markup."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

TEMPLATE = Path(__file__).with_name("report.typ")
ACCESSIBLE = ["ua-1", "a-2a"]  # tagged for readers' tools; whole in itself, to be kept for long
NOWHERE = "/nonexistent"  # packages of other people are neither looked for nor asked of a network
_pressing = Lock()  # the compiler sets one at a time, and refuses who comes meanwhile; so the machine has one at a time, too
LATIN, SIGNS = 0x250, frozenset("–—‘’“”…−→½•€≤≥")  # what the fonts surely have; a report says no more than these by itself


def can_press() -> bool:
    """Whether the compiler is installed: the lock group ``plan``."""
    return find_spec("typst") is not None


def press(told: Mapping[str, Any], made: datetime) -> bytes:
    """The same report of the same moment gives the same bytes. What no font here has, such as a name in other letters, becomes “?”."""
    import typst

    try:
        return _press(told, made)
    except typst.TypstError as refused:
        if "could not be displayed" not in refused.message:
            raise
        return _press(shown(told), made)


def _press(told: Mapping[str, Any], made: datetime) -> bytes:
    inputs = {"report": json.dumps(told, ensure_ascii=False)}
    when = made.astimezone(UTC).replace(microsecond=0)
    more: dict[str, Any] = {"format": "pdf", "sys_inputs": inputs, "pdf_standards": ACCESSIBLE, "timestamp": when}
    with _pressing:
        found: bytes = _compiler().compile(TEMPLATE.read_bytes(), **more)
    return found


def shown(one: Any) -> Any:
    """The same with nothing in it that the fonts may lack."""
    if isinstance(one, Mapping):
        return {name: shown(value) for name, value in one.items()}
    if isinstance(one, list | tuple):
        return [shown(value) for value in one]
    return "".join(sign if " " <= sign < chr(LATIN) or sign in SIGNS else "?" for sign in one) if isinstance(one, str) else one


@cache
def _compiler() -> Any:
    """With the fonts it brings (Libertinus, SIL Open Font License), whatever is installed on this machine."""
    import typst

    folder = str(TEMPLATE.parent)
    return typst.Compiler(root=folder, font_paths=[], ignore_system_fonts=True, package_path=NOWHERE, package_cache_path=NOWHERE)
