"""What the page of one member of staff is made of."""

from datetime import timedelta
from typing import Any

from django.utils.translation import get_language

from alongside.server.people.lockout import is_locked
from alongside.server.people.models import Staff
from alongside.server.people.passing_on import list_held
from alongside.server.people.staff_form import StaffForm
from alongside.server.people.standing import has_second_factor, why_closed
from alongside.server.people.written import list_about
from alongside.server.site.deployment import get_deployment


def what_is_shown(staff: Staff, form: StaffForm | None = None) -> dict[str, Any]:
    """Details in a form, standing, where this person works now, and what was done to the account."""
    last_day = (staff.ends_at - timedelta(days=1)).date() if staff.ends_at else None
    now = {
        "name": staff.name,
        "role": staff.role,
        "agency": staff.agency,
        "seat": staff.seat,
        "ends": last_day,
        "hold_until": staff.hold_until,
    }
    return {
        "staff": staff,
        "form": form or StaffForm(initial={**now, "supervisor": staff.supervised_by_id or ""}, staff=staff),
        "closed": why_closed(staff),
        "locked": is_locked(staff.user.username),
        "has_second_factor": has_second_factor(staff.user_id),
        "is_bound": staff.user.socialaccount_set.exists(),
        "held": list_held(get_deployment(), staff.id, get_language() or "en"),
        "written": list_about(staff.id),
    }
