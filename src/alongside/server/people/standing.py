"""Whether an account may be used now, and what its owner has to do first."""

from datetime import timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils import timezone

from alongside.server.people.models import Staff


def why_closed(staff: Staff) -> str:
    """``switched_off``, ``ended`` or ``inactive``; empty for an account in use."""
    now, user = timezone.now(), staff.user
    if not user.is_active:
        return "switched_off"
    if staff.ends_at and staff.ends_at <= now:
        return "ended"
    days = settings.SIGN_IN.inactive_days
    last = max(staff.enabled_at, user.last_login or staff.enabled_at)
    return "inactive" if days and not staff.from_roster and now - last > timedelta(days=days) else ""


def what_is_due(staff: Staff, kept: Any) -> str:
    """What comes before any work: ``password`` where somebody else gave it, ``second_factor`` where the rules want one."""
    if kept.get("by_provider") == staff.id:
        return ""  # the agency's own provider asks for both
    if staff.must_change:
        return "password"
    if settings.SIGN_IN.cjis and not staff.from_roster and not has_second_factor(staff.user_id):
        return "second_factor"
    return ""


def has_second_factor(user: int) -> bool:
    """An authenticator app or a passkey; recovery codes alone are none."""
    return bool(Authenticator.objects.filter(user_id=user).exclude(type=Authenticator.Type.RECOVERY_CODES).exists())
