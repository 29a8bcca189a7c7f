"""Where a change of the policy stands now, and what its reader may do about it."""

from django.http import Http404
from django.utils.translation import gettext as _

from alongside.core.policy.state import Policy
from alongside.core.sharing.access import may_ask
from alongside.server.policy import told
from alongside.server.policy.accounts import why_apart
from alongside.server.site.code_words import say_code
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row


def find_policy(seen: Look, id: str) -> Policy:
    """Raises ``Http404`` where there is none."""
    found = seen.view.board.policies.find(id)
    if found is None:
        raise Http404(id)
    return found


def state_of(seen: Look, one: Policy) -> str:
    """``to_come`` and ``in_force`` are what ``approved`` means before and from its moment."""
    if one.state == "approved":
        return "in_force" if (one.from_at or 0) <= seen.asking.now else "to_come"
    return one.state or "proposed"


def policy_row(seen: Look, one: Policy) -> Row:
    """As a list shows it."""
    names, state = seen.deployment.names, state_of(seen, one)
    return {
        "id": one.id,
        "name": one.id[:6],
        "state": state,
        "state_word": say_code(told.STATE, state),
        "reason": say_code(told.REASON, one.reason),
        "author": names.person(one.author),
        "proposed_at": one.proposed_at,
        "judged_by": names.person(one.judged_by) if one.judged_by else "",
        "judged_at": one.judged_at,
        "why_not": say_code(told.DECLINED, one.judged_why) if one.judged_why else "",
        "from_at": one.from_at or max(one.wanted_at, 0),
        "ended_by": names.person(one.ended_by) if one.ended_by else "",
        "ended_at": one.ended_at,
        "ended_why": say_code(told.BACK, one.ended_why) if one.ended_why else "",
        "count": len(one.settings),
    }


def may_do(seen: Look, one: Policy) -> Row:
    """Which of the buttons are this reader's."""
    by, judges = seen.actor, may_ask(seen.actor, "ApprovePolicy")
    second = judges and one.is_open and by.staff != one.author
    why = why_apart(one, by) if second else ""
    return {
        "judge": second,
        "agree": second and not why,
        "withdraw": one.is_open and by.staff == one.author,
        "roll_back": judges and one.state == "approved",
        "wait": _own_waits(judges) if one.is_open and by.staff == one.author else why,
    }


def _own_waits(judges: bool) -> str:
    return str(
        _("You proposed this, so somebody else must agree to it.") if judges else _("An administrator or supervisor must agree to it.")
    )
