"""What a consent must say (42 CFR 2.31(a); privacy-rules.md 3.2), and which of it one does not."""

from collections.abc import Iterator

from alongside.core.consent.kinds import KINDS, NAMED_IN_WORDS, NO_END, OTHER_EVENT, TREATING
from alongside.core.consent.requests import RecordConsent

ELEMENTS = (
    "name", "holder", "what", "recipient", "participants", "purpose", "redisclosure", "revocation", "not_conditioned", "end", "signature",
    "date", "place_of_paper",
)  # fmt: skip


def missing_of(request: RecordConsent) -> tuple[str, ...]:
    """Elements that are not there, in the order in which a form has them; () where it is whole."""
    lacks = set(_lacks(request))
    return tuple(one for one in ELEMENTS if one in lacks)


def _lacks(request: RecordConsent) -> Iterator[str]:
    kind, words = KINDS[request.about], {word.field for word in request.words}
    for element, there in (("holder", request.holders), ("what", request.what), ("purpose", request.purposes)):
        if not there:
            yield element
    if "consent_name" not in words:
        yield "name"
    if not request.recipients or (NAMED_IN_WORDS & set(request.recipients) and "consent_recipients" not in words):
        yield "recipient"
    if request.intermediary and not set(request.recipients) - {request.intermediary}:
        yield "participants"
    yield from kind.states - set(request.stated)
    if not _has_end(request, words):
        yield "end"
    yield from _of_signature(request, words)


def _has_end(request: RecordConsent, words: set[str]) -> bool:
    """A day or an event, in words where the list has none; without end only where the law allows it: one consent for all care."""
    if request.event == NO_END:
        return KINDS[request.about].may_last and (request.about != "part2_care" or TREATING in request.recipients)
    named = bool(request.event) and (request.event != OTHER_EVENT or "consent_note" in words)
    return request.expires_at is not None or named


def _of_signature(request: RecordConsent, words: set[str]) -> Iterator[str]:
    """On screen the strokes or the typed name, and the day is now; on paper both stand there, and it lies somewhere, or its photo here."""
    if request.form == "paper":
        lacks = (("signature", request.signed), ("date", request.dated), ("place_of_paper", words & {"consent_paper", "consent_scan"}))
        yield from (element for element, there in lacks if not there)
    elif "consent_signature" not in words:
        yield "signature"
