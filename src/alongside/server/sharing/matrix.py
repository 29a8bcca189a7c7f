"""Who sees what on one sheet: roles by classes, each cell naming the rules that open it, and each rule in words."""

from collections import defaultdict
from typing import Any

from django.utils.translation import gettext as _

from alongside.core.sharing.rules import Denial, Grant, SharingRules
from alongside.core.sharing.terms import CLASSES, PURPOSES
from alongside.library.sharing.load import Sharing
from alongside.server.site.sentences_withheld import WITHHELD
from alongside.server.site.sharing_words import AGE, BASIS, CONSENT, PURPOSE, ROLE, TIE

Values = dict[str, Any]


def tell_matrix(sharing: Sharing, language: str) -> Values:
    """Columns, rows (roles that see the same stand together), the rules that open and those that close."""
    numbers = {grant.id: at for at, grant in enumerate(sharing.grants, 1)}
    columns = [{"mark": sharing.fields.marks[one], "label": sharing.fields.class_labels[one][language]} for one in CLASSES]
    return {
        "columns": columns,
        "rows": _rows(sharing.rules, numbers),
        "grants": [_grant(sharing, one, numbers[one.id], language) for one in sharing.grants],
        "denials": [_denial(sharing, one, language) for one in sharing.denials],
    }


def _rows(rules: SharingRules, numbers: dict[str, int]) -> list[Values]:
    alike: dict[tuple[Values, ...] | Any, list[str]] = defaultdict(list)
    for role, word in ROLE.items():
        alike[tuple(_cell(rules, numbers, role, one) for one in CLASSES)].append(_(word))
    return [{"roles": roles, "cells": [{"mark": mark, "rules": named} for mark, named in cells]} for cells, roles in alike.items()]


def _cell(rules: SharingRules, numbers: dict[str, int], role: str, data_class: str) -> tuple[str, str]:
    """(mark, numbers of the rules): ● every field, ◐ some, ✕ never whatever is granted, – nothing."""
    if any(role in one.roles and _is_plain(one) for one in rules.denials.get(data_class, ())):
        return "✕", ""
    grants = rules.grants.get((role, data_class), ())
    if not grants:
        return "–", ""
    all_fields = set(rules.list_fields(data_class))
    mark = "●" if any(set(one.fields) == all_fields for one in grants) else "◐"
    return mark, ", ".join(str(numbers[one.id]) for one in grants)


def _is_plain(denial: Denial) -> bool:
    """A denial that asks for nothing but the role."""
    narrowed = denial.purposes or denial.ages or denial.unless_ties or denial.unless_consents
    return not (narrowed or denial.setting or denial.only_reaching)


def _grant(sharing: Sharing, grant: Grant, number: int, language: str) -> Values:
    every = set(grant.fields) == set(sharing.rules.list_fields(grant.data_class))
    fields = [sharing.fields.labels[one][language] for one in sharing.rules.list_fields(grant.data_class) if one in grant.fields]
    return {
        "number": number,
        "mark": sharing.fields.marks[grant.data_class],
        "roles": [_("everybody")] if grant.roles == sharing.rules.roles else _words(ROLE, grant.roles),
        "fields": [_("all of it")] if every else fields,
        "purposes": [] if grant.purposes == frozenset(PURPOSES) else _words(PURPOSE, grant.purposes),
        "ties": [_words(TIE, some) for some in grant.ties],
        "consents": _words(CONSENT, grant.consents),
        "ages": _words(AGE, grant.ages),
        "is_slice": grant.is_slice,
        "basis": _(BASIS[grant.basis]),
    }


def _denial(sharing: Sharing, denial: Denial, language: str) -> Values:
    return {
        "why": _(WITHHELD[denial.reason]),
        "roles": _words(ROLE, denial.roles),
        "marks": [sharing.fields.marks[one] for one in CLASSES if one in denial.classes],
        "purposes": _words(PURPOSE, denial.purposes),
        "unless": [*_words(TIE, denial.unless_ties), *_words(CONSENT, denial.unless_consents)],
    }


def _words(table: dict[str, str], codes: frozenset[str]) -> list[str]:
    return [_(word) for code, word in table.items() if code in codes]
