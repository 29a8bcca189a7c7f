"""The answer to what could not even be decided."""

from alongside.core.refused import Refused
from alongside.server.site.asking.answer import Answer, no
from alongside.server.site.asking.malformed import Malformed
from alongside.server.site.deployment import Deployment
from alongside.server.site.sentences import say, translate

STATUS = {"words_too_long": 413, "file_too_large": 413, "file_not_scanned": 503}


def explain(deployment: Deployment, wrong: Exception, language: str) -> Answer:
    """The answer to what could not even be decided."""
    if isinstance(wrong, Malformed):
        return no(wrong.status, wrong.code, wrong.parameters, translate(wrong.template, language).format_map(wrong.parameters))
    if isinstance(wrong, Refused):
        status = STATUS.get(wrong.code, 409)
        return no(
            status, wrong.code, wrong.parameters, say(wrong.code, wrong.parameters, deployment.names, deployment.feed.board, language)
        )
    return no(503, "unavailable", {}, str(wrong))
