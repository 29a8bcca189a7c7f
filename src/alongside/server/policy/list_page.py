"""What the agency works by now, setting by setting; what is proposed, to come, and was."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.core.policy.bounds import list_bounds
from alongside.core.policy.settings import list_settings
from alongside.server.policy.rows import standing
from alongside.server.policy.state import policy_row
from alongside.server.site.looking import look
from alongside.server.site.routes import page

PARTS = ("proposed", "to_come", "in_force")


@page("policy")
def policies(request: HttpRequest) -> HttpResponse:
    """Changes first, what waits for a second person before all; then everything that is in force."""
    with look(request) as seen:
        rules, names, language = seen.asking.rules, seen.deployment.names, seen.view.language
        rows = [policy_row(seen, one) for one in seen.view.board.policies]
        now = standing(list_settings(rules), list_bounds(rules), names, language)
        program, is_files = names.label_of_program(language), rules.base is None
    rows.sort(key=lambda row: (PARTS.index(row["state"]) if row["state"] in PARTS else len(PARTS), -row["proposed_at"]))
    return render(
        request, "policy/list.html", {"rows": rows, "groups": now, "program": program, "is_files": is_files, "hash": rules.hash[:12]}
    )
