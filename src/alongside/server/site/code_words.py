"""The word for a code in the reader's language, from any table of them."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext

Table = Mapping[str, str]


def say_code(table: Table, code: str) -> str:
    """A code nobody listed is shown spaced."""
    text = table.get(code)
    return gettext(text) if text else code.replace("_", " ")


def list_codes(table: Table, codes: Iterable[str] | None = None) -> list[dict[str, str]]:
    """What a list of buttons or options offers, as {code, word}, in the table's order or the one given."""
    return [{"code": code, "word": say_code(table, code)} for code in (table if codes is None else codes)]
