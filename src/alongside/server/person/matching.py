"""May this reader know at all whether somebody is known here? Asked of the person in crisis before them, and noted, whatever it finds."""

from alongside.core.party import Actor
from alongside.core.sharing.share import Withheld
from alongside.server.records.answering import answer_all
from alongside.server.site.deployment import Deployment
from alongside.server.site.purposes import purpose_of
from alongside.server.site.sentences_withheld import say_withheld

MATCH = (("match", frozenset[str]()),)


def why_not(deployment: Deployment, actor: Actor, episode: str) -> str:
    """The sentence that says why not; "" where they may."""
    vault = deployment.vault
    answers = answer_all(deployment.ledger, vault.sharing.rules, vault.notes, actor, ("person", episode), MATCH, purpose_of(actor))
    return say_withheld(answers[0]) if isinstance(answers[0], Withheld) else ""
