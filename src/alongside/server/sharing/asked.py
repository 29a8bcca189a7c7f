"""The question a page or a command line asks of the rules; what it does not know is left as nothing said."""

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from alongside.core.sharing.share import Case
from alongside.core.sharing.terms import AGES, CONSENTS, PURPOSES, TIES
from alongside.server.site.sharing_words import AGE, CONSENT, PURPOSE, ROLE, TIE

HOUR_MS = 3_600_000
ENDED = {"live": "still open", "hour": "ended an hour ago", "day": "ended a day ago"}
ENDED_MS = {"hour": HOUR_MS, "day": 24 * HOUR_MS}


def read_case(told: QueryDict, now: int) -> Case:
    """The circumstances as chosen; an unknown choice counts as the careful one."""
    ended = ENDED_MS.get(told.get("ended", ""))
    return Case(
        role=_one_of(told.get("role"), ROLE, "officer"),
        purpose=_one_of(told.get("purpose"), PURPOSES, "response"),
        now=now,
        ties=frozenset(told.getlist("tie")) & frozenset(TIES),
        consent=_one_of(told.get("consent"), CONSENTS, "not_asked"),
        age=_one_of(told.get("age"), AGES, "unknown"),
        closed_at=now - ended if ended else None,
        contact_prohibited=told.get("prohibited") == "yes",
    )


def _one_of(given: str | None, known: Any, otherwise: str) -> str:
    return given if given is not None and given in known else otherwise


def tell_form(case: Case) -> dict[str, Any]:
    """What the form offers, and what is chosen."""
    passed = case.now - case.closed_at if case.closed_at is not None else 0
    ended = next((name for name, ms in ENDED_MS.items() if ms == passed), "live")
    return {
        "roles": _choices(ROLE, {case.role}),
        "purposes": _choices(PURPOSE, {case.purpose}),
        "ties": _choices(TIE, case.ties),
        "consents": _choices(CONSENT, {case.consent}),
        "ages": _choices(AGE, {case.age}),
        "ended": _choices(ENDED, {ended}),
        "prohibited": case.contact_prohibited,
    }


def _choices(table: dict[str, str], chosen: Any) -> list[dict[str, Any]]:
    return [{"code": code, "word": _(text), "chosen": code in chosen} for code, text in table.items()]
