"""What the form of one kind of consent offers: to whom, what, by whom, for what, until when; and what is told to whoever signs."""

from django.utils.translation import gettext as _

from alongside.core.consent.kinds import COURT, FAMILY, KINDS, NAMED_IN_WORDS, NO_END, PART2, TREATING
from alongside.core.consent.signing import signers_now
from alongside.core.person.state import Person
from alongside.server.site import consent_words as words
from alongside.server.site.consent_scope import agency_name
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row
from alongside.server.site.sharing_words import PURPOSE

NEVER_RECEIVE = frozenset({"police", "call_centre"})  # law enforcement never sees what these consents are about
CONSENT_WORDS = "consent_"
GOES_WITH_ENTRIES = frozenset({"disagreement"})  # what the person says against an entry


def list_kinds() -> list[Row]:
    """Every kind, with what it means."""
    return [{"code": code, "word": _(word), "says": _(words.KIND_SAYS[code])} for code, word in words.KIND.items()]


def tell_form(seen: Look, person: Person, about: str) -> Row:
    """Everything one form shows."""
    kind = KINDS[about]
    agencies = [one for one in seen.view.names.profile.agencies if one.kind not in NEVER_RECEIVE]
    recipients = [{"code": one.id, "word": agency_name(seen.view, one.id)} for one in agencies]
    classes = [(TREATING, _(words.TREATING)), (FAMILY, _(words.FAMILY_WORD)), (COURT, _(words.COURT_WORD))]
    named = bool(NAMED_IN_WORDS & kind.recipients)
    return {
        "about": about,
        "most_mb": seen.deployment.options.attachment_mb,
        "kind": _(words.KIND[about]),
        "says": _(words.KIND_SAYS[about]),
        "all_word": _(words.WHAT_ALL[about]),
        "what": _fields(seen, about),
        "recipients": ([] if named else recipients) + [{"code": code, "word": word} for code, word in classes if code in kind.recipients],
        "named": named,
        "holders": [{"code": one.id, "word": agency_name(seen.view, one.id)} for one in agencies],
        "purposes": [{"code": code, "word": _(word)} for code, word in PURPOSE.items() if code in kind.purposes],
        "events": [{"code": code, "word": _(word)} for code, word in words.EVENT.items() if code != NO_END or kind.may_last],
        "statements": [{"code": code, "word": _(word)} for code, word in words.STATEMENT.items() if code in kind.states],
        "signers": [
            {"code": code, "word": _(word)} for code, word in words.SIGNER.items() if code in signers_now(seen.asking, person, about)
        ],
    }


def _fields(seen: Look, about: str) -> list[Row]:
    """What a consent of this kind can open at all: of Part 2 any clinical field, else what the rules show with consent; not what only who
    oversees reads: nobody in a crisis is asked whether a review's finding may be shown."""
    sharing, kind = seen.deployment.vault.sharing, KINDS[about]
    opened = {field for one in sharing.grants if "given" in one.consents and one.data_class in kind.covers for field in one.fields}
    offices = {field for one in sharing.grants if any("oversees" in ties for ties in one.ties) for field in one.fields} - GOES_WITH_ENTRIES
    offered = [
        name
        for name, its in sharing.fields.classes.items()
        if its in kind.fields_of and (name in opened or about in PART2) and not name.startswith(CONSENT_WORDS) and name not in offices
    ]
    return [{"code": name, "word": sharing.fields.labels[name][seen.view.language]} for name in offered]
