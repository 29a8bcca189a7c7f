"""How long a session lives: half an hour without anybody at it, twelve hours at most. Kept beside allauth's list of sessions."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

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
    if rules.again_after_hours and now - row.created_at > timedelta(hours=rules.again_after_hours):
        return False
    if not rules.idle_minutes or kept.get("workstation_kind"):
        return True
    return bool(now - row.last_seen_at <= timedelta(minutes=rules.idle_minutes))


def note_used(session_key: str) -> None:
    """Somebody is at this session."""
    now = timezone.now()
    UserSession.objects.filter(session_key=session_key, last_seen_at__lt=now - NOTED_EVERY).update(last_seen_at=now)
