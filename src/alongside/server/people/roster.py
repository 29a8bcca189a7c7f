"""The invented people of a demo: rows for everybody on the program's roster."""

from collections.abc import Collection
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from alongside.library.programs import Staff as Rostered
from alongside.server.people.models import Staff

DESIGNATED = "hold_designated"


@transaction.atomic
def bring_in(roster: Collection[Rostered]) -> None:
    """Write a row for each rostered person; none can sign in with a password. Rows that are there already are brought up to date."""
    users = get_user_model()
    known = {user.username: user for user in users.objects.filter(staff__from_roster=True)}
    for one in roster:
        user = known.get(one.id) or users.objects.create(username=one.id, password="!demo")
        Staff.objects.update_or_create(
            id=one.id,
            defaults={
                "user": user,
                "name": one.name,
                "role": one.role,
                "agency": one.agency,
                "seat": one.seat,
                "languages": ",".join(one.languages),
                "certificates": ",".join(one.certificates),
                "from_roster": True,
                "shown_first": one.demo,
            },
        )
    designated = [one.id for one in roster if DESIGNATED in one.certificates]
    Staff.objects.filter(id__in=designated, hold_until__isnull=True).update(hold_until=timezone.now().date() + timedelta(days=365))
    for one in roster:
        Staff.objects.filter(id=one.id).exclude(supervised_by_id=one.supervisor or None).update(supervised_by_id=one.supervisor or None)
