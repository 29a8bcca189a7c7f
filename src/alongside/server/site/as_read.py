"""Days as people read them: what is kept as 1979-02-14, for machines and for forms, is read as 14 Feb 1979."""

from datetime import date, datetime

from alongside.server.site.templatetags.times import say_day

KEPT_AS_DAYS = frozenset({"birth_date"})


def as_read(field: str, text: str) -> str:
    """The words of a field: a day as people read it, everything else as it was said."""
    return read_day_aloud(text) if field in KEPT_AS_DAYS else text


def read_day_aloud(text: str) -> str:
    """14 Feb 1979; what is no day as it was said."""
    try:
        return say_day(date.fromisoformat(text.strip()))
    except ValueError:
        return text


def read_moment_aloud(text: str) -> str:
    """26 Nov 2026, 09:13: of a moment as files carry it, in its own zone."""
    then = datetime.fromisoformat(text)
    return f"{say_day(then)}, {then:%H:%M}"
