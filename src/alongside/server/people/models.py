"""Rows of people: who may sign in as what. Operational state is never here; it is in the ledger."""

from django.conf import settings
from django.db import models
from django.utils import timezone


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
    supervised_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="supervises")
    ends_at = models.DateTimeField(null=True, blank=True)  # a temporary account is closed from here on
    hold_until = models.DateField(null=True, blank=True)  # the last day on which this person may write a legal hold
    must_change = models.BooleanField(default=False)  # the password was given by somebody else
    enabled_at = models.DateTimeField(default=timezone.now)  # inactivity counts from here or the last sign-in

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


class WrongTry(models.Model):
    """One wrong password or code. ``key`` is a keyed hash: people type passwords into the field for names."""

    key = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField(default=timezone.now, db_index=True)


class UsedCode(models.Model):
    """A second factor's code that signed somebody in: on no node does it do so again. ``key`` is a keyed hash of person and code."""

    key = models.CharField(primary_key=True, max_length=64)
    at = models.DateTimeField(default=timezone.now, db_index=True)


class SignInLock(models.Model):
    """A name that must be released before a password counts again; ``about`` is empty for a name nobody bears."""

    key = models.CharField(primary_key=True, max_length=64)
    about = models.CharField(max_length=64, blank=True)
    since = models.DateTimeField(default=timezone.now)


class WrittenDown(models.Model):
    """What happened to an account: who did what to whom, when, from where (NIST 800-53 AU-2, AU-3). Rows are only ever added."""

    at = models.DateTimeField(default=timezone.now, db_index=True)
    kind = models.CharField(max_length=40)
    by = models.CharField(max_length=64, blank=True)
    about = models.CharField(max_length=64, blank=True, db_index=True)
    source = models.CharField(max_length=64, blank=True)
    detail = models.CharField(max_length=200, blank=True)


class Workstation(models.Model):
    """A browser an administrator named: a dispatch console or a crew's vehicle does not lock itself. Only a hash of its token is kept."""

    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=20)  # console, vehicle
    token_hash = models.CharField(max_length=64, unique=True)
    added_by = models.CharField(max_length=64)
    added_at = models.DateTimeField(default=timezone.now)
    enabled = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.name
