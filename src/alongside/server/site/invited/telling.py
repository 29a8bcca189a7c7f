"""What pages of invitations say: who is asked, what was done, why not."""

from django.http import HttpRequest
from django.utils.translation import get_language

from alongside.core.refused import Refused
from alongside.server.site.deployment import get_deployment
from alongside.server.site.invited.holding import Answered, Held
from alongside.server.site.looking import look
from alongside.server.site.rows import Row
from alongside.server.site.sentences import say_fact, say_refused


def say_no(request: HttpRequest, refused: Refused) -> str:
    """Why not."""
    with look(request) as seen:
        return say_refused(refused, get_deployment().names, seen.view.board, get_language() or "en")


def tell_held(request: HttpRequest, held: Held, came: Answered) -> Row:
    """{party, until, done, why, notices}."""
    names, language = get_deployment().names, get_language() or "en"
    with look(request) as seen:
        done = say_fact(came.receipt.facts[-1], names, seen.view.board, language) if came.receipt and not came.refused else ""
    why, party = say_no(request, came.refused) if came.refused else "", names.receiver(held.party, language)
    return {"party": party, "until": held.until, "done": done, "why": why, "notices": getattr(request, "notices", None)}


def tell_made(request: HttpRequest, invitation: str) -> Row:
    """{party, until} of one that was just made."""
    with look(request) as seen:
        made = next(one for one in seen.view.board.invitations if one.id == invitation)
        return {"party": get_deployment().names.receiver(made.party, get_language() or "en"), "until": made.until}
