"""May this be shown to them, now, for this? Default deny, deny wins, and every no has its reason.

Pure: who asks, what ties them to the person, what was consented to and what time it is arrive as arguments.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from alongside.core.sharing.rules import Denial, Grant, SharingRules
from alongside.core.sharing.terms import AGES, CONSENTS, FAILS_OPEN, FLAGS, MARKS, PURPOSES, TIES


class Case(NamedTuple):
    """The circumstances of one question. ``closed_at`` is when the incident ended (ms UTC), None while it is live or unknown to be over."""

    role: str
    purpose: str
    now: int = 0
    ties: frozenset[str] = frozenset()
    consent: str = "not_asked"
    age: str = "unknown"
    closed_at: int | None = None
    contact_prohibited: bool = False
    flag: str = "sound"
    consent_id: str = ""  # the consent that is in that state


class Shown(NamedTuple):
    """It may be shown: which fields, on what basis, until when (ms UTC, None: while the circumstances last)."""

    fields: frozenset[str]
    basis: str
    grant: str = ""
    until: int | None = None
    fails_open: bool = False
    notice: bool = False  # a disclosure of Part 2 data carries the notice of 42 CFR 2.32
    consent: str = ""  # the consent on the strength of which; its scope goes with the notice


class Withheld(NamedTuple):
    """It may not, and why: a code, the rule that said so, and what would have been needed."""

    reason: str
    rule: str = ""
    needs: tuple[str, ...] = ()


Answer = Shown | Withheld


def share(rules: SharingRules, case: Case, field: str, marks: frozenset[str] = frozenset()) -> Answer:
    """May this one field be shown? An item with marks must be allowed for its own class and for each mark."""
    data_class = rules.fields.get(field)
    if wrong := _unknown(rules, case, data_class, marks):
        return Withheld(wrong)
    classes = [str(data_class), *sorted(marks - {data_class})]
    for one in classes:
        if denied := _denied(rules, case, one, field):
            return denied
    answers = [_granted(rules, case, one, field if one == data_class else "") for one in classes]
    refused = next((answer for answer in answers if isinstance(answer, Withheld)), None)
    return refused or _joined(field, classes, [answer for answer in answers if isinstance(answer, Shown)])


def share_class(rules: SharingRules, case: Case, data_class: str) -> Answer:
    """All fields of a class that may be shown; where none may, the reason of the one that came nearest."""
    answers = [(field, share(rules, case, field)) for field in rules.list_fields(data_class)]
    shown = [(field, answer) for field, answer in answers if isinstance(answer, Shown)]
    if not shown:
        withheld = [answer for _, answer in answers if isinstance(answer, Withheld)] or [Withheld("unknown_field")]
        return next((one for one in withheld if one.reason != "field_not_for_role"), withheld[0])
    return shown[0][1]._replace(fields=frozenset(field for field, _ in shown))


def _unknown(rules: SharingRules, case: Case, data_class: str | None, marks: frozenset[str]) -> str:
    """A code nobody knows opens nothing."""
    if data_class is None or not marks <= frozenset(MARKS):
        return "unknown_field"
    if case.role not in rules.roles:
        return "unknown_role"
    if case.purpose not in PURPOSES:
        return "unknown_purpose"
    known = case.ties <= frozenset(TIES) and case.consent in CONSENTS and case.age in AGES and case.flag in FLAGS
    return "" if known else "unknown_circumstance"


def _denied(rules: SharingRules, case: Case, data_class: str, field: str) -> Withheld | None:
    if data_class == "safety_flags" and case.flag != "sound":
        return Withheld(f"flag_{case.flag}", "flags")
    found = next((one for one in rules.denials.get(data_class, ()) if _applies(rules, one, case, field)), None)
    return Withheld(found.reason, found.id) if found else None


def _applies(rules: SharingRules, denial: Denial, case: Case, field: str) -> bool:
    return (
        (not denial.roles or case.role in denial.roles)
        and (not denial.purposes or case.purpose in denial.purposes)
        and (not denial.ages or case.age in denial.ages)
        and not case.ties & denial.unless_ties
        and case.consent not in denial.unless_consents
        and (not denial.setting or rules.is_in_force(denial.setting, case.now))
        and (not denial.where_contact_prohibited or case.contact_prohibited)
        and (not denial.only_reaching or field in rules.reaching)
    )


def _granted(rules: SharingRules, case: Case, data_class: str, field: str) -> Answer:
    """The first grant that is met; else the reason of the grant that came nearest to it. ``field`` is empty for a mark."""
    missed: list[tuple[int, Withheld]] = []
    for grant in rules.grants.get((case.role, data_class), ()):
        conditions = list(_conditions(rules, grant, case, field))
        unmet = next((at for at, (ok, _, _) in enumerate(conditions) if not ok), None)
        if unmet is None:
            return _shown(rules, grant, case)
        _, reason, needs = conditions[unmet]
        missed.append((unmet, Withheld(reason, grant.id, tuple(sorted(needs)))))
    return max(missed, key=lambda one: one[0])[1] if missed else Withheld("not_for_role")


def _conditions(rules: SharingRules, grant: Grant, case: Case, field: str) -> Iterator[tuple[bool, str, Iterable[str]]]:
    """(met, reason where not, what would be needed) of each condition, in the order in which they are told."""
    yield not field or field in grant.fields, "field_not_for_role", ()
    yield case.purpose in grant.purposes, "other_purpose", grant.purposes
    yield all(case.ties & some for some in grant.ties), "no_tie", frozenset().union(*grant.ties)
    yield not grant.ages or case.age in grant.ages, "other_age", grant.ages
    yield not grant.consents or case.consent in grant.consents, _consent_reason(case.consent), grant.consents
    ends = _until(rules, grant, case)
    yield ends is None or case.now < ends, "ended", ()


def _consent_reason(consent: str) -> str:
    return f"consent_{consent}" if consent in ("declined", "expired", "withdrawn", "deficient") else "consent_missing"


def _until(rules: SharingRules, grant: Grant, case: Case) -> int | None:
    return case.closed_at + rules.slice_ends_ms if grant.is_slice and case.closed_at is not None else None


def _shown(rules: SharingRules, grant: Grant, case: Case) -> Shown:
    opens = grant.is_slice or grant.data_class in FAILS_OPEN
    return Shown(grant.fields, grant.basis, grant.id, _until(rules, grant, case), opens, consent=case.consent_id if grant.consents else "")


def _joined(field: str, classes: list[str], answers: list[Shown]) -> Shown:
    """One answer of several classes: the last basis is the mark's, the strictest fails."""
    ends = [one.until for one in answers if one.until is not None]
    return Shown(
        answers[0].fields & {field},
        answers[-1].basis,
        answers[-1].grant,
        min(ends, default=None),
        all(one.fails_open for one in answers),
        "part2" in classes,
        next((one.consent for one in reversed(answers) if one.consent), ""),
    )
