"""The officers' slice of 45 CFR 164.512(j): that what they see of somebody's health is this, and when it ends."""

from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.share import Shown
from alongside.server.site.looking import Look
from alongside.server.site.purposes import purpose_of
from alongside.server.site.rows import Row


def tell_slice(seen: Look, person: str) -> Row | None:
    """{until}, None while the call is live; no row for everybody else."""
    rules, now = seen.deployment.vault.sharing.rules, seen.asking.now
    answer = Circumstances(rules, seen.view.board, seen.actor, purpose_of(seen.actor), now).may_read("person", person, "threat", "")
    return {"until": answer.until} if isinstance(answer, Shown) and answer.basis == "164.512(j)" else None
