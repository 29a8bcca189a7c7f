"""Whom must somebody reach today: every open promise as one line, in four lists."""

from alongside.core.asking import Asking
from alongside.core.codes import FollowUpStatus, PartyKind
from alongside.core.rules import FollowUpRule
from alongside.core.sharing.ties import is_contact_prohibited
from alongside.core.state import Episode, FollowUp
from alongside.server.site.coded import word
from alongside.server.site.persons import person_row
from alongside.server.site.rows import Row, View

DAY_MS = 86_400_000
OPEN = (FollowUpStatus.DUE, FollowUpStatus.TAKEN)


def today(view: View, asking: Asking) -> Row:
    """{overdue, due, new, waiting}: late first; taken and due within a day; nobody's yet; later, or with a place."""
    lines = [line for one in view.board.follow_ups if one.status in OPEN and (line := follow_up_line(view, asking, one))]
    lines.sort(key=lambda line: line["by"])
    lists: Row = {"overdue": [], "due": [], "new": [], "waiting": []}
    for line in lines:
        lists[_list_of(asking.now, line)].append(line)
    return lists | {"new": by_person(lists["new"])}


def by_person(lines: list[Row]) -> list[Row]:
    """The soonest line of each person; the person's other promises, taken on with it, are named in ``also``."""
    first: dict[str, Row] = {}
    for line in lines:
        mine = first.setdefault(line["episode"], line | {"also": []})
        if mine["id"] != line["id"]:
            mine["also"].append(line["promise"])
    return list(first.values())


def _list_of(now: int, line: Row) -> str:
    if line["by"] <= now:
        return "overdue"
    if line["to_take"]:
        return "new"
    return "due" if line["by"] <= now + DAY_MS and not line["at_place"] else "waiting"


def follow_up_line(view: View, asking: Asking, one: FollowUp) -> Row | None:
    """One promise; None where its person's episode has ended."""
    episode = view.board.episodes.find(one.episode)
    if episode is None or episode.responsible is None:
        return None
    rule = find_rule(asking, episode, one)
    return {
        **person_row(view, episode),
        "id": one.id,
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
