"""How long a session lives: half an hour without anybody at it, twelve hours after somebody showed who they are."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY as SHOWN
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.utils import timezone

NOTED_EVERY = timedelta(seconds=20)


def is_awake(session_key: str, kept: Mapping[str, Any]) -> bool:
    """Whether the session may go on. ``kept`` names the workstation's kind, where an administrator exempted it from locking (AC-11)."""
    row = UserSession.objects.filter(session_key=session_key).first()
    if row is None:
        return False
    now, rules = timezone.now(), settings.SIGN_IN
    until = ends_at(row, kept)
    if until and now > until:
        return False
    if not rules.idle_minutes or kept.get("workstation_kind"):
        return True
    return bool(now - row.last_seen_at <= timedelta(minutes=rules.idle_minutes))


def ends_at(row: UserSession, kept: Mapping[str, Any]) -> datetime | None:
    """When somebody must show again who they are, counted from the last time they did; None where the agency asks for no such end."""
    if not settings.SIGN_IN.again_after_hours:
        return None
    shown = [float(one["at"]) for one in kept.get(SHOWN, ()) if one.get("reauthenticated")]
    last = max([row.created_at, *(datetime.fromtimestamp(at, UTC) for at in shown)])
    return last + timedelta(hours=settings.SIGN_IN.again_after_hours)


def find_end(session_key: str, kept: Mapping[str, Any]) -> int:
    """The same in ms UTC, for pages that warn before; 0 for never."""
    row = UserSession.objects.filter(session_key=session_key).first()
    until = ends_at(row, kept) if row else None
    return int(until.timestamp() * 1000) if until else 0


def begin_anew(session: Any) -> None:
    """Another key for the same session: whoever had learnt the old one has nothing."""
    old = session.session_key
    session.cycle_key()
    UserSession.objects.filter(session_key=old).update(session_key=session.session_key)


def note_used(session_key: str) -> None:
    """Somebody is at this session."""
    now = timezone.now()
    UserSession.objects.filter(session_key=session_key, last_seen_at__lt=now - NOTED_EVERY).update(last_seen_at=now)
