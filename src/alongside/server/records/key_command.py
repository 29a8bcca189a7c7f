"""The agency's own key service, reached by a command: it wraps and unwraps the key file's content, and this program never sees its key.

``ALONGSIDE_KEY_COMMAND`` names a program and its fixed words; ``wrap`` or ``unwrap`` is added. One line of base64 goes in by its standard
input, one comes out by its standard output, and it ends with 0. It is asked when a key file is read or written, never for single words.
"""

import os
import shlex
import subprocess
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from pathlib import Path

from alongside.ledger.refused import LedgerRefused

LONGEST_S = 20
SHOWN = 200  # characters of what the command says when it fails


def key_command() -> str:
    """The command, or "" where the key file is plain."""
    return os.environ.get("ALONGSIDE_KEY_COMMAND", "").strip()


def wrap_by_command(plain: bytes) -> str:
    """As the file holds it; unwrapped again at once, so that no file is written that does not open. Raises :class:`LedgerRefused`."""
    wrapped = ask("wrap", plain)
    if ask("unwrap", wrapped) != plain:
        raise LedgerRefused("The key command does not unwrap what it wrapped, so nothing was written: look at ALONGSIDE_KEY_COMMAND.")
    if plain in wrapped:
        raise LedgerRefused("The key command gave the key back as it was, so nothing was written: look at ALONGSIDE_KEY_COMMAND.")
    return b64encode(wrapped).decode()


def unwrap_by_command(text: str, path: Path) -> bytes:
    """The content of a wrapped key file. Raises :class:`LedgerRefused`."""
    if not key_command():
        raise LedgerRefused(f"The key file {path} is wrapped by a key command: set ALONGSIDE_KEY_COMMAND to it, then start again.")
    try:
        return ask("unwrap", b64decode(text, validate=True))
    except NotBase64:
        raise LedgerRefused(f"The key file {path} was altered: put the right file back.") from None


def ask(what: str, content: bytes) -> bytes:
    """Run the command once. Whatever is wrong is a sentence, and no key: nothing is read without one."""
    try:
        words = [*shlex.split(key_command()), what]
        told = subprocess.run(words, input=b64encode(content) + b"\n", capture_output=True, timeout=LONGEST_S, check=False)
    except subprocess.TimeoutExpired:
        raise LedgerRefused(f"The key command did not answer within {LONGEST_S} s, so no words can be read: see that it runs.") from None
    except (OSError, ValueError) as broken:
        raise LedgerRefused(f"The key command cannot be run ({broken}), so no words can be read: look at ALONGSIDE_KEY_COMMAND.") from None
    if told.returncode:
        said = told.stderr.decode(errors="replace").strip()[:SHOWN] or "it said nothing"
        raise LedgerRefused(f"The key command refused to {what} ({said}), so no words can be read: see what it needs.")
    try:
        return b64decode(told.stdout.strip(), validate=True)
    except NotBase64:
        raise LedgerRefused("The key command did not answer in base64, so no words can be read: look at ALONGSIDE_KEY_COMMAND.") from None
