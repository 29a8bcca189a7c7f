"""One question to a clamd (ClamAV's daemon): a connection, a command, for files their bytes, and one short answer.

The protocol is clamd(8)'s: commands end with a zero byte; the bytes of ``INSTREAM`` come in chunks, each behind its length, and an empty
one ends them.
"""

import asyncio
import re
from collections.abc import Callable
from typing import NamedTuple

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
CHUNK_BYTES, END = 1 << 18, bytes(4)
LONGEST_ANSWER = 4_096
NOT_A_PLACE = "--scanner {text}: name clamd's socket, like unix:/run/clamav/clamd.ctl, or its port on this machine, like 127.0.0.1:3310."
IN_THE_CLEAR = (
    "--scanner {text}: clamd is asked in the clear, so papers would cross the network unprotected. Run clamd on this machine, or let a "
    "tunnel that encrypts listen here, and name its port."
)
UNREADABLE = (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, UnicodeDecodeError)


class Place(NamedTuple):
    """Where a clamd listens: a socket's path, or a port of this machine."""

    path: str
    host: str = ""
    port: int = 0


def read_place(text: str) -> Place | None:
    """Where ``text`` says; None for nowhere. Raises ``ValueError`` with a sentence."""
    if not text:
        return None
    if text.startswith("unix:/"):
        return Place(text.removeprefix("unix:"))
    host, _, port = text.rpartition(":")
    if not re.fullmatch(r"[1-9]\d{0,4}", port) or not host:
        raise ValueError(NOT_A_PLACE.format(text=text))
    if host.strip("[]") not in LOOPBACK:
        raise ValueError(IN_THE_CLEAR.format(text=text))
    return Place("", host.strip("[]"), int(port))


class Answer(NamedTuple):
    """What it said, and whether everything was sent to it by then: one that judges sooner has not looked at all of it."""

    says: str
    is_of_the_whole: bool


async def ask(place: Place, command: bytes, content: bytes | None = None) -> Answer:
    """What it answers. ``content``: for a command that takes a file, which may be empty; None for others.

    Raises one of ``UNREADABLE`` where nothing answers, or nothing whole; whoever asks says how long to wait.
    """
    reader, writer = await _connect(place)
    answer = asyncio.ensure_future(reader.readuntil(b"\0"))  # it may answer, and hang up, before it has read everything
    answer.add_done_callback(lambda done: done.cancelled() or done.exception())
    try:
        whole = await _send(writer, b"z" + command + b"\0", content or b"", END if content is not None else b"", answer.done)
        return Answer((await answer)[:-1].decode("ascii"), whole)
    finally:
        answer.cancel()
        writer.transport.abort()


async def _connect(place: Place) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    if place.path:
        return await asyncio.open_unix_connection(place.path, limit=LONGEST_ANSWER)
    return await asyncio.open_connection(place.host, place.port, limit=LONGEST_ANSWER)


async def _send(writer: asyncio.StreamWriter, command: bytes, content: bytes, end: bytes, is_answered: Callable[[], bool]) -> bool:
    """Whether all of it was sent before it answered. Where it hung up, its answer says why, or there is none."""
    try:
        writer.write(command)
        for at in range(0, len(content), CHUNK_BYTES):
            piece = content[at : at + CHUNK_BYTES]
            writer.write(len(piece).to_bytes(4, "big") + piece)
            await writer.drain()
        await asyncio.sleep(0)  # what came meanwhile is heard
        early = is_answered()
        writer.write(end)
        await writer.drain()
    except OSError:
        return False
    return not early
