"""Who may change the policy, and how: proposed by one, agreed to by another who read what changes, in force from its moment, and
taken back in one step by whoever must act."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.fact import Fact, policy_stream
from alongside.core.policy import facts as f
from alongside.core.policy import requests as r
from alongside.core.policy.bounds import list_bounds, must_be_possible, must_hold_together
from alongside.core.policy.in_force import merged
from alongside.core.policy.settings import list_settings
from alongside.core.policy.state import Policy, Settings, Span, in_order
from alongside.core.refused import Refused, must_be_in
from alongside.core.rules import Rules

REASONS = frozenset({"planned", "review", "season", "crews_changed", "agreement", "correction"})
DECLINED = frozenset({"not_convinced", "too_early", "not_safe", "staff_not_ready", "other_way"})
BACK = frozenset({"not_safe", "not_as_expected", "crews_missing", "mistake", "ordered"})
LATEST_MS = 400 * 86_400_000  # nobody remembers today what was meant for the year after next


def propose_policy(asking: Asking, request: r.ProposePolicy) -> tuple[Fact, ...]:
    """Settings within their bounds, which together make rules that can be kept, and change something."""
    must_be_in(request.reason, "reason", REASONS)
    if request.policy in asking.board.policies:
        raise Refused("policy_exists")
    if request.wanted_at > asking.now + LATEST_MS:
        raise Refused("policy_too_far", most=LATEST_MS)
    if len({one.name for one in request.settings}) < len(request.settings):
        raise Refused("policy_said_twice")
    must_be_able(asking, request.settings, max(request.wanted_at, asking.now))
    told = (request.settings, request.wanted_at, request.reason, asking.by.staff, asking.by.agency)
    return (f.PolicyProposed(policy_stream(request.policy), asking.now, request.policy, *told),)


def approve_policy(asking: Asking, request: r.ApprovePolicy) -> tuple[Fact, ...]:
    """Never by who proposed it, under whatever name; and only what was read: another policy may have come between."""
    one = _open(asking, request.policy)
    must_be_another(asking, one, request)
    from_at = max(one.wanted_at, asking.now)
    after = would_be(asking, one.settings, from_at)
    must_be_able(asking, one.settings, from_at)
    if after.hash != request.gives:
        raise Refused("policy_moved_on")
    return (f.PolicyApproved(policy_stream(one.id), asking.now, one.id, from_at, after.hash, asking.by.staff),)


def must_be_another(asking: Asking, one: Policy, request: r.ApprovePolicy) -> None:
    """Two accounts are two people only where neither gave the other theirs, and none was made for the occasion."""
    if asking.by.staff == one.author:
        raise Refused("policy_own")
    if request.tied:
        raise Refused("policy_accounts_tied")
    if request.since > one.proposed_at:
        raise Refused("policy_account_newer")


def decline_policy(asking: Asking, request: r.DeclinePolicy) -> tuple[Fact, ...]:
    """With a reason."""
    must_be_in(request.reason, "reason", DECLINED)
    one = _open(asking, request.policy)
    if asking.by.staff == one.author:
        raise Refused("policy_own")
    return (f.PolicyDeclined(policy_stream(one.id), asking.now, one.id, request.reason, asking.by.staff),)


def withdraw_policy(asking: Asking, request: r.WithdrawPolicy) -> tuple[Fact, ...]:
    """By who proposed it."""
    one = _open(asking, request.policy)
    if asking.by.staff != one.author:
        raise Refused("policy_not_own")
    return (f.PolicyWithdrawn(policy_stream(one.id), asking.now, one.id, asking.by.staff),)


def roll_back_policy(asking: Asking, request: r.RollBackPolicy) -> tuple[Fact, ...]:
    """At once, by one person, with a reason: what stood before needs nobody's second look."""
    must_be_in(request.reason, "reason", BACK)
    one = _find(asking, request.policy)
    if one.state != "approved":
        raise Refused("policy_not_in_force")
    spans = asking.board.policy_spans
    try:
        must_hold_from(asking, asking.now, spans, tuple(span for span in spans if span.policy != one.id))
    except Refused as why:
        raise Refused("policy_rests_on_it") from why
    return (f.PolicyRolledBack(policy_stream(one.id), asking.now, one.id, request.reason, asking.by.staff),)


def must_be_able(asking: Asking, settings: Settings, from_at: int) -> None:
    """Each within its bounds as the files are now, something changed, and all of it kept from its moment on, whatever comes later."""
    bounds = list_bounds(asking.rules)
    for setting in settings:
        must_be_possible(asking.rules, setting, bounds)
    before = merged(asking.rules, spans_at(asking, from_at))
    if says(would_be(asking, settings, from_at)) == says(before):
        raise Refused("policy_changes_nothing")
    must_have_limits(before, settings)
    spans = asking.board.policy_spans
    must_hold_from(asking, from_at, spans, in_order(spans, Span("", from_at, None, settings)))


def must_hold_from(asking: Asking, from_at: int, before: tuple[Span, ...], after: tuple[Span, ...]) -> None:
    """At that moment and at each later one at which anything else begins."""
    for at in sorted({from_at, *(span.from_at for span in after if span.from_at > from_at)}):
        held, holds = (tuple(span for span in spans if span.holds(at)) for spans in (before, after))
        must_hold_together(merged(asking.rules, holds), merged(asking.rules, held))


def spans_at(asking: Asking, at: int) -> tuple[Span, ...]:
    """What is in force at a moment, as far as anybody has agreed to."""
    return tuple(span for span in asking.board.policy_spans if span.holds(at))


def would_be(asking: Asking, settings: Settings, from_at: int) -> Rules:
    """The rules at ``from_at`` if these settings were agreed to now."""
    return merged(asking.rules, (*spans_at(asking, from_at), Span("", from_at, None, settings)))


def must_have_limits(before: Rules, settings: Settings) -> None:
    """A crew that is newly ordered and drives needs a limit for its drive."""
    named = {*list_settings(before), *(one.name for one in settings)}
    for one in settings:
        for kind in one.codes if one.name.endswith(".order") else ():
            if not before.program.crews[kind].remote and one.name.replace("order", f"within.{kind}") not in named:
                raise Refused("policy_limit_missing", level=int(one.name.split(".")[1]), crew_kind=kind)


def says(rules: Rules) -> Settings:
    """Everything these rules say: two that say the same differ in nothing but their name."""
    return tuple(list_settings(rules).values())


def _find(asking: Asking, id: str) -> Policy:
    found = asking.board.policies.find(id)
    if found is None:
        raise Refused("policy_unknown")
    return found


def _open(asking: Asking, id: str) -> Policy:
    found = _find(asking, id)
    if not found.is_open:
        raise Refused("policy_judged", state=found.state)
    return found


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.ProposePolicy: propose_policy,
    r.ApprovePolicy: approve_policy,
    r.DeclinePolicy: decline_policy,
    r.WithdrawPolicy: withdraw_policy,
    r.RollBackPolicy: roll_back_policy,
}
