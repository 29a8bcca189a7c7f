"""Codes that were shown once are worth nothing a second time, on whichever node they are shown again."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from alongside.server.people.lockout import key_of
from alongside.server.people.models import UsedCode

KEPT = timedelta(minutes=5)  # a code of an authenticator app is good for half a minute; clocks of nodes may differ


def use_once(user: int, code: str) -> bool:
    """Whether this is the first time. The row is written before anybody is let in: of two at once the database lets one."""
    now = timezone.now()
    UsedCode.objects.filter(at__lt=now - KEPT).delete()
    shown = "".join(letter for letter in code.casefold() if letter.isalnum())
    try:
        with transaction.atomic():
            UsedCode.objects.create(key=key_of(f"used:{user}:{shown}"), at=now)
    except IntegrityError:
        return False
    return True
