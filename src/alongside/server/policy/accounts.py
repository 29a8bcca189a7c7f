"""What is known of the accounts of who proposed a policy and who would agree to it."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from alongside.core.party import Actor
from alongside.core.policy.state import Policy
from alongside.server.people.apart import are_tied, made_both, stands_since
from alongside.server.site.names import Names

AGREED = ("approved", "rolled_back")
BOTH = _lazy(
    "The accounts of who proposed and of who agreed were both made or opened by %(who)s. If you doubt that they are two people, ask them."
)
WOULD_BE = _lazy(
    "Your account and that of who proposed this were both made or opened by %(who)s. Where you agree, every reader of this page is told so."
)


def of_accounts(author: str, by: Actor) -> dict[str, Any]:
    """As a request carries it to the core, which judges."""
    return {"since": stands_since(by.staff), "tied": are_tied(author, by.staff)}


def say_made_both(one: Policy, agrees: str, names: Names) -> str:
    """Who could have been both who proposed and who agreed, or would (``agrees``): said to every reader, for nobody else can judge it."""
    agreed = one.state in AGREED
    second = one.judged_by if agreed else agrees
    found = made_both(one.author, second) if second else []
    return str((BOTH if agreed else WOULD_BE) % {"who": ", ".join(names.person(staff) for staff in found)}) if found else ""


def why_apart(one: Policy, by: Actor) -> str:
    """Why this reader cannot be the second person, before they try; empty where they can."""
    if are_tied(one.author, by.staff):
        return str(_("One of you two made the other's account or opened it, so somebody else must agree to this."))
    if stands_since(by.staff) > one.proposed_at:
        return str(_("Your account was made or changed after this was proposed, so somebody else must agree to it."))
    return ""
