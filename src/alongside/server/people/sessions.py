"""The sessions of one person: listed and ended, here or on another device."""

from typing import Any, NamedTuple

from allauth.usersessions.models import UserSession

BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
DEVICES = (("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux"))


class Session(NamedTuple):
    """One session as its owner reads it; ``used_at`` in ms UTC."""

    id: int
    key: str
    browser: str
    address: str
    used_at: int


def list_sessions(user: Any) -> list[Session]:
    """Those that live, used last first."""
    found = sorted(UserSession.objects.purge_and_list(user), key=lambda one: one.last_seen_at, reverse=True)
    return [
        Session(one.id, one.session_key, name_browser(one.user_agent), one.ip, int(one.last_seen_at.timestamp() * 1000)) for one in found
    ]


def name_browser(agent: str) -> str:
    """Chrome, Linux; what the browser said of itself where that is unknown."""
    found = (next((name for mark, name in known if mark in agent), "") for known in (BROWSERS, DEVICES))
    return ", ".join(filter(None, found)) or agent[:40]


def end_session(session_key: str) -> bool:
    """End one; whoever uses it is out once the epoch is raised."""
    found = UserSession.objects.filter(session_key=session_key).first()
    if found:
        found.end()
    return found is not None


def end_sessions(user: Any, but: str = "") -> int:
    """End all of somebody's, except one."""
    found = list(UserSession.objects.filter(user=user).exclude(session_key=but))
    for one in found:
        one.end()
    return len(found)
