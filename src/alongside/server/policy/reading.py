"""What somebody typed into the form of a policy: settings that differ from what is in force, or a sentence for each that cannot be."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.http import QueryDict
from django.utils.translation import gettext as _

from alongside.core.policy.bounds import Bound, must_be_possible
from alongside.core.policy.state import Setting
from alongside.core.refused import Refused
from alongside.core.rules import Rules
from alongside.server.policy.values import read_time, say_bound

PREFIX = "s."


class Typed(NamedTuple):
    """``changed``: what differs; ``wrong``: a sentence by the name of the setting, or of ``wanted_at``, which is ms UTC, 0 for at once."""

    changed: dict[str, Setting]
    wrong: dict[str, str]
    wanted_at: int


def read_typed(sent: QueryDict, rules: Rules, now: Mapping[str, Setting], bounds: Mapping[str, Bound], zone: str) -> Typed:
    """Only what was sent is looked at; a drive limit left empty says nothing."""
    changed, wrong = {}, {}
    for name, bound in bounds.items():
        if f"{PREFIX}{name}" not in sent and f"{PREFIX}{name}.sent" not in sent:
            continue
        setting = _read(name, bound, [one.strip() for one in sent.getlist(f"{PREFIX}{name}")])
        if setting is not None and not _may_be(rules, setting, dict(bounds)):
            wrong[name] = say_bound(bound)
        if setting is not None and not _same(setting, now.get(name), bound):
            changed[name] = setting
    wanted_at = _read_moment(sent.get("wanted_at", ""), zone)
    if wanted_at is None:
        wrong["wanted_at"] = _("This is no day and time.")
    return Typed(changed, wrong, wanted_at or 0)


def _read(name: str, bound: Bound, values: list[str]) -> Setting | None:
    """−1 stands for what is no number: it is never within bounds."""
    if bound.unit == "codes":
        return Setting(name, 0, tuple(one for one in values if one))
    text = values[-1] if values else ""
    if not text and ".within." in name:
        return None
    number = read_time(text) if bound.unit == "time" else int(text) if text.isdecimal() and len(text) < 6 else None  # noqa: PLR2004
    return Setting(name, -1 if number is None else number)


def _may_be(rules: Rules, setting: Setting, bounds: dict[str, Bound]) -> bool:
    try:
        must_be_possible(rules, setting, bounds)
    except Refused:
        return False
    return True


def _same(setting: Setting, now: Setting | None, bound: Bound) -> bool:
    if now is None or bound.unit != "codes" or bound.ordered:
        return setting == now
    return set(setting.codes) == set(now.codes)


def _read_moment(text: str, zone: str) -> int | None:
    """A local day and time; nothing means at once."""
    if not text:
        return 0
    try:
        return round(datetime.fromisoformat(text[:16]).replace(tzinfo=ZoneInfo(zone)).timestamp() * 1000)
    except ValueError:
        return None
