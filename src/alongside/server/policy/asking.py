"""A request about the policy, put to the core; why not, in a sentence."""

from django.http import HttpRequest
from django.utils.translation import get_language

from alongside.core.request import Request
from alongside.server.site.deployment import get_deployment
from alongside.server.site.looking import look
from alongside.server.site.sentences import say


def ask(request: HttpRequest, asked: Request) -> str:
    """Empty where it was granted."""
    deployment = get_deployment()
    receipt = deployment.ledger.record(asked)
    if receipt.granted:
        return ""
    with look(request) as seen:
        return say(receipt.code, receipt.parameters, deployment.names, seen.view.board, get_language() or "en")
