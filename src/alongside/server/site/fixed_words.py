"""Words that are ours whoever asks: of a threat file crews see one fixed sentence, never what anybody wrote."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext

from alongside.server.site.rows import Row

FLAG = "Before you act alone, have the supervisor on duty reach the lead of the team."
FIXED: Mapping[str, Mapping[str, str]] = {"RaiseThreatFlag": {"threat_flag": FLAG}}


def say_fixed(field: str, words: str) -> str:
    """What was read, in the reader's language where it is a fixed sentence."""
    return gettext(FLAG) if words and field == "threat_flag" else words


def tell_fixed(rows: Iterable[Row]) -> list[Row]:
    """Entries of a record, those that are a fixed sentence in the reader's language."""
    return [{**row, "words": say_fixed(row["field"], row["words"])} for row in rows]
