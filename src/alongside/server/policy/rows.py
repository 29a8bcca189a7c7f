"""Settings as rows of a page: where they belong, what they are called, what they say, and how one types another value."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from django.utils.translation import gettext as _

from alongside.core.policy.bounds import Bound
from alongside.core.policy.state import Setting
from alongside.server.policy import told
from alongside.server.policy.values import say_code_of, say_time, say_value
from alongside.server.site.code_words import say_code
from alongside.server.site.coded import word
from alongside.server.site.names import Names
from alongside.server.site.rows import Row

Said = Mapping[str, Setting]


def group_of(name: str, names: Names, language: str) -> str:
    """The heading a setting stands under."""
    head, _dot, rest = name.partition(".")
    if head == "level":
        number = rest.partition(".")[0]
        return f"{_('Level')} {number}: {names.label(f'level.{number}', language)}"
    return say_code(told.GROUP, head)


def label_of(name: str, names: Names, language: str) -> str:
    """What a setting is called below its heading."""
    head, *rest = name.split(".")
    if head == "level" and rest[1] == "within":
        return f"{names.label(f'crew.{rest[2]}', language)}: {_('drives at most')}"
    if head in ("crew", "follow_up"):
        return f"{names.label(f'{head}.{rest[0]}', language)}: {say_code(told.LAST, rest[1])}"
    if head in ("clock", "referral"):
        return say_code(told.CLOCK if head == "clock" else told.REFERRAL, rest[0])
    if head in ("silence", "stale"):
        return say_code(told.PARTY, rest[0]) if head == "silence" else word("status", rest[0])
    return say_code(told.LAST, rest[-1] if rest else head)


def full_name(name: str, names: Names, language: str) -> str:
    """With its heading, for a list of changes."""
    return f"{group_of(name, names, language)} · {label_of(name, names, language)}"


def changes(before: Said, after: Said, bounds: Mapping[str, Bound], names: Names, language: str) -> list[Row]:
    """{name, label, before, after} of what differs, in the order of the bounds."""
    differing = [name for name in bounds if before.get(name) != after.get(name)]
    return [
        {
            "name": name,
            "label": full_name(name, names, language),
            "before": say_value(before.get(name), bounds[name], names, language),
            "after": say_value(after.get(name), bounds[name], names, language),
        }
        for name in differing
    ]


def in_groups(rows: Iterable[tuple[str, Row]]) -> list[Row]:
    """{title, rows}, in the order given."""
    return [{"title": title, "rows": [row for _title, row in found]} for title, found in groupby(rows, key=lambda pair: pair[0])]


def standing(said: Said, bounds: Mapping[str, Bound], names: Names, language: str) -> list[Row]:
    """Everything that is in force, under its headings."""
    return in_groups(
        (
            group_of(name, names, language),
            {"name": name, "label": label_of(name, names, language), "value": say_value(one, bounds[name], names, language)},
        )
        for name, one in said.items()
    )


def field_row(name: str, bound: Bound, now: Setting | None, names: Names, language: str) -> Row:
    """What a form needs to let somebody type another value; ``is_extra``: a drive limit of a crew that is not ordered now."""
    codes = now.codes if now else ()
    options = [{"code": code, "word": say_code_of(name, code, names, language), "on": code in codes} for code in bound.among]
    return {
        "name": name,
        "label": label_of(name, names, language),
        "unit": bound.unit,
        "ordered": bound.ordered,
        "typed": "" if now is None else say_time(now.number) if bound.unit == "time" else str(now.number),
        "options": options,
        "places": [{"at": at + 1, "code": codes[at] if at < len(codes) else ""} for at in range(len(bound.among))] if bound.ordered else [],
        "least": bound.least,
        "most": bound.most,
        "is_extra": now is None,
    }
