"""Names typed at the door, as they are kept: under a key, because one of them may have been a password."""

import hmac
from hashlib import sha256

from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from alongside.server.people.models import SignInLock
from alongside.server.people.secrets import name_key


def key_of(name: str) -> str:
    """What is kept of a name typed: it may have been a password."""
    return hmac.new(name_key(), name.encode(), sha256).hexdigest()


def locks_of(name: str) -> "QuerySet[SignInLock]":
    """The lock on this name, also one set before names were kept under the vault's key."""
    of_before = salted_hmac("alongside.sign-in name", name, algorithm="sha256").hexdigest()
    return SignInLock.objects.filter(key__in=(key_of(name), of_before))
