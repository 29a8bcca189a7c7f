"""Rows of people: who may sign in as what. Operational state is never here; it is in the ledger."""

from django.conf import settings
from django.db import models


class Staff(models.Model):
    """A member of staff. ``id`` is what facts and requests name; ``from_roster`` marks an invented one of a demo."""

    id = models.CharField(primary_key=True, max_length=64)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="staff")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=40)
    agency = models.CharField(max_length=64, blank=True)
    seat = models.CharField(max_length=64, blank=True)  # the desk or facility this person usually sits at
    languages = models.CharField(max_length=120, blank=True)
    certificates = models.CharField(max_length=200, blank=True)
    from_roster = models.BooleanField(default=False)
    shown_first = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class MachineClient(models.Model):
    """Another system that may use ``/api/``. Only a hash of its token is kept."""

    id = models.CharField(primary_key=True, max_length=64)
    name = models.CharField(max_length=120)
    token_hash = models.CharField(max_length=64, unique=True)
    role = models.CharField(max_length=40)
    agency = models.CharField(max_length=64, blank=True)
    seat = models.CharField(max_length=64, blank=True)
    enabled = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.name


class RevocationEpoch(models.Model):
    """One row, whose number rises when somebody is signed out, disabled or changed, so that what remembered a session asks again."""

    number = models.PositiveBigIntegerField(default=0)
