"""A cursor over a library file: asks for one field at a time and refuses a wrong one with file, line, field and what to do."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from alongside.library.reading import Mistake, Reading

LANGUAGES = ("en", "es")
CODE = re.compile(r"[a-z][a-z0-9_-]*")
DURATION = re.compile(r"(\d+)\s*(s|min|h|d)")
UNITS_MS = {"s": 1000, "min": 60_000, "h": 3_600_000, "d": 86_400_000}


@dataclass(frozen=True)
class Part:
    """One place in a library file."""

    reading: Reading
    where: tuple[str | int, ...] = ()

    @property
    def value(self) -> Any:
        """What is written here, or None."""
        return self.reading.find(*self.where)

    def at(self, *steps: str | int) -> Part:
        """The part below this one."""
        return Part(self.reading, (*self.where, *steps))

    def has(self, key: str) -> bool:
        """Whether something is written under ``key``."""
        return self.reading.find(*self.where, key) is not None

    def mistake(self, message: str, *steps: str | int) -> Mistake:
        """A mistake about this part, or one below it; raise it."""
        return self.reading.mistake(message, *self.where, *steps)

    def only(self, *known: str) -> None:
        """Refuse a part that is not a mapping, or a key nobody reads: it is a slip of the pen that would silently do nothing."""
        if not isinstance(self.value, dict):
            raise self.mistake(f"must be written as “key: value” lines, with keys among {', '.join(known)}")
        for key in self.value:
            if key not in known:
                raise self.mistake(f"is not a field here; use one of {', '.join(known)}", key)

    def parts(self, key: str, least: int = 0) -> list[Part]:
        """The entries of a list, at least ``least`` of them; none where it is not written."""
        value = self.at(key).value
        if value is None and not least:
            return []
        if not isinstance(value, list) or len(value) < least:
            raise self.mistake(f"must be a list of at least {least}" if least else "must be a list", key)
        return [self.at(key, index) for index in range(len(value))]

    def mapping(self, key: str) -> Iterator[tuple[str, Part]]:
        """The entries of a mapping by name; none where it is not written."""
        value = self.at(key).value
        if value is None:
            return
        if not isinstance(value, dict):
            raise self.mistake("must be written as “name: …” lines", key)
        for name in value:
            yield name, self.at(key, name)

    def text(self, key: str, default: str | None = None) -> str:
        """Text, or a number as it is written. Without a default it must be there."""
        value = self.at(key).value
        if value is None and default is not None:
            return default
        if isinstance(value, bool) or not isinstance(value, str | int | float) or not str(value).strip():
            raise self.mistake("must be text; put it in quotes" if value is not None else "is missing; write it down", key)
        return str(value)

    def flag(self, key: str, default: bool = False) -> bool:
        """True or false."""
        value = self.at(key).value
        if value is None:
            return default
        if not isinstance(value, bool):
            raise self.mistake("must be true or false", key)
        return value

    def number(self, key: str, default: int | None = None, least: int = 0, most: int = 2**53) -> int:
        """A whole number within bounds."""
        value = self.at(key).value
        if value is None and default is not None:
            return default
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise self.mistake(f"must be a whole number from {least} to {most}", key)
        return value

    def duration_ms(self, key: str | int, default: int | None = None) -> int:
        """A time such as ``30 s``, ``20 min``, ``24 h``, ``30 d``, in milliseconds."""
        value = self.at(key).value
        if value is None and default is not None:
            return default
        found = DURATION.fullmatch(str(value).strip())
        if not found or not int(found[1]):
            raise self.mistake("must be a time such as “30 s”, “20 min”, “24 h” or “30 d”", key)
        return int(found[1]) * UNITS_MS[found[2]]

    def code(self, key: str, among: Collection[str] | None = None, default: str | None = None) -> str:
        """A code: small letters, digits, ``_`` and ``-``; where ``among`` is given, one of those."""
        if default is not None and not self.has(key):
            return default
        return self.at(key).as_code(among)

    def codes(self, key: str, among: Collection[str] | None = None, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Several codes, each once; a single one may stand without brackets."""
        value = self.at(key).value
        if value is None:
            return default
        found = [part.as_code(among) for part in self.parts(key)] if isinstance(value, list) else [self.at(key).as_code(among)]
        for index, code in enumerate(found):
            if code in found[:index]:
                raise self.mistake(f"names “{code}” twice; keep one", key, index)
        return tuple(found)

    def as_code(self, among: Collection[str] | None = None) -> str:
        """This part itself as a code. YAML reads a bare yes or no as true or false; both are meant as codes here."""
        value = {True: "yes", False: "no"}[self.value] if isinstance(self.value, bool) else self.value
        if isinstance(value, int):
            value = str(value)
        if not isinstance(value, str) or not (CODE.fullmatch(value) or (among is not None and value in among)):
            raise self.mistake("must be a code: small letters, digits, _ or -")
        if among is not None and value not in among:
            raise self.mistake(f"“{value}” is not known here; use one of {', '.join(sorted(among))}")
        return value

    def words(self, key: str, needed: bool = True) -> dict[str, str]:
        """The same words in every language the product speaks; a missing language is a mistake."""
        if not needed and not self.has(key):
            return {}
        if not self.has(key):
            raise self.mistake(f"is missing; write its words in {' and '.join(LANGUAGES)}", key)
        below = self.at(key)
        below.only(*LANGUAGES)
        return {language: below.text(language) for language in LANGUAGES}
