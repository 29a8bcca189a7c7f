"""An answer of the rules in words: per class the fields shown with their basis, and those withheld with their reason."""

from collections import defaultdict
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from alongside.core.sharing.share import Case, Shown, Withheld, share
from alongside.core.sharing.terms import CLASSES
from alongside.library.sharing.load import Sharing
from alongside.server.site.sentences_withheld import say_withheld
from alongside.server.site.sharing_words import BASIS, CONSENT, TIE


class Line(NamedTuple):
    """Some fields with the same answer. ``needs`` is what would have been needed."""

    fields: tuple[str, ...]
    shown: bool
    why: str
    rule: str
    needs: tuple[str, ...] = ()
    until: int | None = None
    fails_open: bool = False


def tell_answers(sharing: Sharing, case: Case, language: str) -> list[dict[str, Any]]:
    """Each class with its mark, its name and the lines of its fields; shown before withheld."""
    return [
        {
            "mark": sharing.fields.marks[one],
            "label": sharing.fields.class_labels[one][language],
            "lines": _lines(sharing, case, one, language),
        }
        for one in CLASSES
    ]


def _lines(sharing: Sharing, case: Case, data_class: str, language: str) -> list[Line]:
    together: dict[Line, list[str]] = defaultdict(list)
    for field in sharing.rules.list_fields(data_class):
        together[_line(share(sharing.rules, case, field))].append(sharing.fields.labels[field][language])
    lines = [line._replace(fields=tuple(fields)) for line, fields in together.items()]
    return sorted(lines, key=lambda line: not line.shown)


def _line(answer: Shown | Withheld) -> Line:
    if isinstance(answer, Shown):
        return Line((), True, _(BASIS[answer.basis]), answer.grant, until=answer.until, fails_open=answer.fails_open)
    needs = tuple(_(word) for code in answer.needs if (word := TIE.get(code) or CONSENT.get(code)))
    return Line((), False, say_withheld(answer), answer.rule, needs)
