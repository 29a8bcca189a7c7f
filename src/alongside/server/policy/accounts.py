"""What is known of the accounts of who proposed a policy and who would agree to it."""

from typing import Any

from django.utils.translation import gettext as _

from alongside.core.party import Actor
from alongside.core.policy.state import Policy
from alongside.server.people.apart import are_tied, stands_since


def of_accounts(author: str, by: Actor) -> dict[str, Any]:
    """As a request carries it to the core, which judges."""
    return {"since": stands_since(by.staff), "tied": are_tied(author, by.staff)}


def why_apart(one: Policy, by: Actor) -> str:
    """Why this reader cannot be the second person, before they try; empty where they can."""
    if are_tied(one.author, by.staff):
        return str(_("One of you two made the other's account or opened it, so somebody else must agree to this."))
    if stands_since(by.staff) > one.proposed_at:
        return str(_("Your account was made or changed after this was proposed, so somebody else must agree to it."))
    return ""
