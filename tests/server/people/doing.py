"""What stories of accounts do again and again: the command line, a code of an authenticator app, a first sign-in."""

import hmac
import re
import struct
import subprocess
import sys
import time
from base64 import b32decode
from hashlib import sha1

from tests.server.running import ROOT, Person, Server

WORDS = "long enough to guess 7"


def staff(server: Server, *words: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
    """``alongside staff …`` on the server's data folder."""
    command = [sys.executable, "-m", "alongside", "staff", *words]
    return subprocess.run(command, env=server.environment, cwd=ROOT, input=typed, capture_output=True, text=True, check=False)


def add(server: Server, id: str, role: str = "dispatcher", *more: str) -> None:
    """A new member of staff with the words above."""
    added = staff(server, "add", id, "--name", id.title(), "--role", role, *more, typed=WORDS + "\n")
    assert added.returncode == 0, added.stderr


def enter(server: Server, name: str, password: str = WORDS) -> Person:
    """Somebody at a browser of their own, after sending name and password."""
    person = Person(server)
    person.entered = person.form("/sign-in", name=name, password=password, agreed="1")
    return person


def code_of(secret: str, steps: int = 0) -> str:
    """What an authenticator app shows (RFC 6238)."""
    digest = hmac.new(b32decode(secret), struct.pack(">Q", int(time.time()) // 30 + steps), sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def add_app(person: Person) -> tuple[str, list[str]]:
    """Add an authenticator app: its secret, and the recovery codes shown then."""
    secret = re.search(r'<code class="secret">(\w+)</code>', person.get("/account/app").text)
    assert secret
    wait_within_step()
    added = person.form("/account/app", code=code_of(secret[1]))
    assert added.headers["location"] == "/account/codes"
    return secret[1], re.findall(r"<li><code>([\w-]+)</code>", person.get("/account/codes").text)


def wait_within_step() -> None:
    """Not in the last seconds of a half minute: a code is then still good when it arrives."""
    left = 30 - time.time() % 30
    if left < 4:
        time.sleep(left)
