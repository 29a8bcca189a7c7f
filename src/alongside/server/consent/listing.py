"""A person's consents as rows: the state by the clock, one plain sentence each, what is missing, and what became of it when."""

import re

from django.utils.translation import gettext as _

from alongside.core.consent.ending import LASTS
from alongside.core.consent.kinds import NO_END
from alongside.core.consent.state import Consent
from alongside.core.party import Reference
from alongside.server.records.open import Words
from alongside.server.site import consent_words as words
from alongside.server.site.consent_scope import say_scope
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row
from alongside.server.site.telling import told_or_why

STROKES = re.compile(r"M[ML0-9 .]+")


def list_rows(seen: Look, person: str) -> list[Row]:
    """The newest change first."""
    board = seen.view.board
    found = [one for id in board.people.reach(person).consents if (one := board.consents.find(id))]
    return [consent_row(seen, one) for one in sorted(found, key=lambda one: one.turn, reverse=True)]


def consent_row(seen: Look, one: Consent) -> Row:
    """One consent; its words are filled in by :func:`with_words`."""
    state = one.state_at(seen.asking.now)
    return {
        "id": one.id,
        "person": one.person,
        "state": state,
        "state_word": _(words.STATE[state]),
        "kind": _(words.KIND[one.kind]),
        "scope": say_scope(seen.view, seen.deployment.vault.sharing, one),
        "missing": [_(words.MISSING[code]) for code in one.missing],
        "form": _(words.FORM[one.form]),
        "signer": _(words.SIGNER[one.signer]),
        "minors_own": one.is_minors_own,
        "lasts": one.state in LASTS,
        "may_end": one.state in LASTS and one.event not in ("", NO_END),
        "at": one.at,
        "changed_at": one.changed_at if one.changed_at != one.at else None,
        "author": seen.view.names.person(one.author),
        "is_elsewhere": bool(one.episode) and one.episode not in seen.view.board.people.reach(one.person).episodes,
        "references": [Reference(*word) for word in one.words],
    }


def with_words(seen: Look, rows: list[Row], texts: Words) -> list[Row]:
    """What was signed, as far as the reader may read it; a drawn signature as its strokes."""
    fields = seen.deployment.vault.sharing.fields
    for row in rows:
        references: list[Reference] = row.pop("references")
        row["words"] = [_told(texts, one, fields.labels[one.field][seen.view.language], one.field in fields.files) for one in references]
    return rows


def _told(texts: Words, one: Reference, label: str, holds_file: bool) -> Row:
    text = told_or_why(texts, one)
    shown = holds_file and one.vault_id in texts
    strokes = text if STROKES.fullmatch(text) else ""
    return {"label": label, "text": text, "strokes": strokes, "is_file": shown, "is_picture": shown and not text.startswith("PDF")}
