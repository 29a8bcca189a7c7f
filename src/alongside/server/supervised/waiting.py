"""What waits for a signature: of the people a clinician supervises; of oneself, for somebody in training."""

from typing import Any

from django.utils.translation import gettext as _

from alongside.core.party import Actor
from alongside.server.records.open import Words
from alongside.server.site.deployment import Deployment
from alongside.server.site.looking import Look
from alongside.server.site.names import Names
from alongside.server.site.rows import Row
from alongside.server.site.telling import told_or_why


def list_waiting(seen: Look) -> list[tuple[Row, Any]]:
    """Each item that still holds, oldest first, with the reference of its words."""
    board = seen.view.board
    found = [(one, board.items.find(one.id)) for one in board.signatures if not one.signed_by]
    return [
        ({"item": item.id, "person": item.person, "field": item.field, "author": one.author, "at": one.owed_at}, item.words[0])
        for one, item in found
        if item is not None and item.words and not item.state and concerns(seen.deployment, seen.actor, one.author)
    ]


def concerns(deployment: Deployment, actor: Actor, author: str) -> bool:
    """Whether this person supervises the author, or is the author."""
    return actor.staff in (author, deployment.names.overseers.get(author, ""))


def _own_words(names: Names, author: str) -> str:
    """Whoever is in training reads no clinical notes, their own neither once they are with the supervisor."""
    return _("Your words are with {supervisor} now. You read them together; your role reads no clinical notes.").format(
        supervisor=names.person(names.overseers.get(author, ""))
    )


def tell(deployment: Deployment, actor: Actor, row: Row, words: Words, reference: Any, language: str) -> Row:
    """The row as it is shown. Whoever cannot read it cannot sign it."""
    names, author = deployment.names, str(row["author"])
    return {
        **row,
        "label": deployment.vault.sharing.fields.labels[str(row["field"])][language],
        "words": _own_words(names, author) if author == actor.staff and reference.vault_id not in words else told_or_why(words, reference),
        "by": names.person(author),
        "supervisor": names.person(names.overseers.get(author, "")),
        "can_sign": author != actor.staff and reference.vault_id not in words.withheld and reference.vault_id in words,
    }
