"""Whom must somebody reach today: every open promise as one line, in four lists."""

from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from alongside.core.asking import Asking
from alongside.core.codes import FollowUpStatus, PartyKind
from alongside.core.rules import FollowUpRule
from alongside.core.sharing.knowing import is_business
from alongside.core.sharing.ties import is_contact_prohibited
from alongside.core.state import Episode, FollowUp
from alongside.server.site.coded import word
from alongside.server.site.persons import person_row
from alongside.server.site.rows import Row, View

DAY_MS = 86_400_000
OPEN = (FollowUpStatus.DUE, FollowUpStatus.TAKEN)


class Only(NamedTuple):
    """What of the lists somebody wants to see; empty: everything."""

    rule: str = ""
    language: str = ""
    tried: str = ""  # "no": nobody has tried yet; "yes"

    def takes(self, line: Row) -> bool:
        """Whether a line is wanted."""
        tried = "yes" if line["attempts"] else "no"
        return self.rule in ("", line["rule"]) and self.language in ("", line["language"] or "en") and self.tried in ("", tried)


EVERYTHING = Only()


def today(view: View, asking: Asking, only: Only = EVERYTHING) -> Row:
    """{overdue, due, tomorrow, new, waiting} of the asker's business: late; taken and due today; tomorrow; nobody's yet; later."""
    open_here = (one for one in view.board.follow_ups if one.status in OPEN and is_business(asking, "follow_up", one.id))
    lines = [line for one in open_here if (line := follow_up_line(view, asking, one)) and only.takes(line)]
    lines.sort(key=lambda line: line["by"])
    lists: Row = {"overdue": [], "due": [], "tomorrow": [], "new": [], "waiting": []}
    ends = ends_of_days(asking.now, view.names.profile.area.zone)
    for line in lines:
        lists[_list_of(asking.now, ends, line)].append(line)
    return lists | {"new": by_person(lists["new"])}


def ends_of_days(now: int, zone: str) -> tuple[int, int]:
    """When today and tomorrow end where the work is done, in ms UTC: some days have 23 hours, some 25."""
    here = ZoneInfo(zone)
    day = datetime.fromtimestamp(now / 1000, UTC).astimezone(here).date()
    midnights = (datetime.combine(day + timedelta(days=later), time(), here) for later in (1, 2))
    first, second = (round(one.timestamp() * 1000) for one in midnights)
    return first, second


def by_person(lines: list[Row]) -> list[Row]:
    """The soonest line of each person; the person's other promises, taken on with it, are named in ``also``."""
    first: dict[str, Row] = {}
    for line in lines:
        mine = first.setdefault(line["episode"], line | {"also": []})
        if mine["id"] != line["id"]:
            mine["also"].append(line["promise"])
    return list(first.values())


def _list_of(now: int, ends: tuple[int, int], line: Row) -> str:
    if line["by"] <= now:
        return "overdue"
    if line["to_take"]:
        return "new"
    if line["at_place"] or line["by"] > ends[1]:
        return "waiting"
    return "due" if line["by"] <= ends[0] else "tomorrow"


def follow_up_line(view: View, asking: Asking, one: FollowUp) -> Row | None:
    """One promise; None where its person's episode has ended."""
    episode = view.board.episodes.find(one.episode)
    if episode is None or episode.responsible is None:
        return None
    rule = find_rule(asking, episode, one)
    return {
        **person_row(view, episode),
        "id": one.id,
        "rule": rule.id if rule else "",
        "is_raised": one.overdue,
        "voicemail": "voicemail" in episode.consents,
        "asked_at": episode.permission_at,
        "why": word("disposition", episode.disposition) if episode.disposition else "",
        "promise": view.names.label(f"follow_up.{rule.id}", view.language) if rule else "",
        "attempts": one.attempts,
        "most": rule.attempts if rule else None,
        "last": word("outcome", one.outcome) if one.attempts else "",
        "last_at": episode.last_sign_at if one.attempts else episode.disposition_at,
        "by": max(one.next_at, one.due_at) if one.attempts else one.due_at,
        "next_after_ms": rule.again_ms if rule else DAY_MS,
        "to_take": one.status is FollowUpStatus.DUE,
        "owner": view.names.party(view.board, one.owner, view.language) if one.owner else "",
        "at_place": episode.responsible.kind is PartyKind.FACILITY,
        "permissions": permissions(episode),
        "prohibited": bool(episode.person) and is_contact_prohibited(view.board, episode.person),
    }


def find_rule(asking: Asking, episode: Episode, one: FollowUp) -> FollowUpRule | None:
    """The rule that made the promise: the one whose time fits."""
    since = episode.disposition_at or 0
    return next((rule for rule in asking.rules.program.follow_ups if since + rule.due_ms == one.due_at), None)


def permissions(episode: Episode) -> list[str]:
    """What the person permits, as words; nothing recorded is said as such."""
    return [word("permission", code) for code in episode.consents]
