"""The word for a code in the reader's language, from any table of them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext

Table = Mapping[str, str]


def say_code(table: Table, code: str) -> str:
    """A code nobody listed is shown spaced."""
    text = table.get(code)
    return gettext(text) if text else code.replace("_", " ")


def list_codes(table: Table, codes: Iterable[str] | None = None) -> list[dict[str, str]]:
    """What a list of buttons or options offers, as {code, word}, in the table's order or the one given."""
    return [{"code": code, "word": say_code(table, code)} for code in (table if codes is None else codes)]


class Tables(dict[str, Table]):
    """The tables of one module by name: every name in capitals there, told in small letters."""

    def __init__(self, module: Mapping[str, Any]) -> None:
        super().__init__({name.lower(): table for name, table in module.items() if name.isupper()})

    def say(self, table: str, code: object) -> str:
        """The word for a code of one of them; a code nobody listed is shown spaced."""
        return say_code(self[table], str(code))

    def offer(self, table: str, codes: Iterable[str] | None = None) -> list[dict[str, str]]:
        """{code, word} of each code of one of them, in its order or the one given."""
        return list_codes(self[table], codes)
