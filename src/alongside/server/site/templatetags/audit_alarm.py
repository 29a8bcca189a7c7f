"""On top of every page of whoever must know it: that the audit fails."""

from typing import Any

from django import template

from alongside.server.audit.alarm_page import find_alarm

register = template.Library()


@register.inclusion_tag("audit/alarm.html", takes_context=True)
def audit_alarm(context: template.Context) -> dict[str, Any]:
    """Empty while the audit works, and for everybody else."""
    return {"alarm": find_alarm(context.get("actor")), "now": context["now"]}
