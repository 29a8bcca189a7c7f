"""Whether a virus scanner, where an agency has one, lets a file in. What could not be looked at to its end is not let in."""

import asyncio
import logging
import re
from collections.abc import Callable
from typing import NamedTuple

from alongside.core.refused import Refused
from alongside.server.attach.clamd import UNREADABLE, Answer, Place, ask, read_place

log = logging.getLogger(__name__)
LONGEST_S = 20.0
CLEAN, FOUND, TOO_LARGE = "stream: OK", re.compile(r"stream: (\S{1,200}) FOUND"), "INSTREAM size limit exceeded"
GAVE_UP = "Heuristics.Limits.Exceeded"  # with AlertExceedsMax: not looked at to its end, because of its own limits
NONE = Answer("", False)
OFF, WORKS, SILENT = "off", "works", "silent"


class Found(Exception):
    """Something harmful is in a file; its argument is the scanner's name for it."""


class State(NamedTuple):
    """How the scanner is: ``off``, ``works`` or ``silent``; since when it is silent (ms UTC), and which it says it is."""

    code: str
    since: int = 0
    version: str = ""


class Scanner:
    """One scanner, or none (``place`` is None): then every file is let in, and :attr:`state` says so."""

    def __init__(self, place: Place | None, now: Callable[[], int], longest_s: float = LONGEST_S) -> None:
        self._place, self._now, self._longest_s = place, now, longest_s
        self.state = State(OFF if place is None else WORKS)

    async def scan(self, content: bytes) -> None:
        """Return where it found nothing. Raises :class:`Found`; ``Refused``: ``file_not_scanned``, ``file_beyond_scanner``."""
        if self._place is None:
            return
        said, whole = await self._ask(b"INSTREAM", content)
        found = FOUND.fullmatch(said)
        if said.startswith(TOO_LARGE) or (found and found[1].startswith(GAVE_UP)):
            log.error("the virus scanner takes less than a file of %d bytes: raise its limits", len(content))
            raise Refused("file_beyond_scanner")
        if found:
            raise Found(found[1])
        if said != CLEAN or not whole:
            self._note("")
            raise Refused("file_not_scanned")

    def look(self) -> None:
        """Whether it answers, and which it is; from a thread beside."""
        said = asyncio.run(self._ask(b"VERSION")).says
        self._note(said if said.startswith("ClamAV") else "")

    async def _ask(self, command: bytes, content: bytes | None = None) -> Answer:
        """Its answer; "" for none in time, or none that can be read."""
        try:
            async with asyncio.timeout(self._longest_s):
                return await ask(self._place, command, content) if self._place else NONE
        except UNREADABLE:
            return NONE

    def _note(self, version: str) -> None:
        before = self.state
        if version:
            self.state = State(WORKS, version=version[:80])
        elif before.code != SILENT:
            self.state = State(SILENT, self._now())
            log.error("the virus scanner does not answer: no photo or scan is taken until it does")
        if version and before.code == SILENT:
            log.warning("the virus scanner answers again")


def open_scanner(place: str, now: Callable[[], int]) -> Scanner:
    """The scanner of a server's options. Raises ``ValueError`` with a sentence for a place that is none."""
    return Scanner(read_place(place), now)
