"""Sending a file as our page does."""

from typing import Any

import httpx

from tests.server.running import Person

PAPER: dict[str, Any] = {
    "about": "part2", "what": ["medications"], "holders": ["any"], "recipients": ["bridges-behavioral"], "purposes": ["treatment"],
    "event": "treatment_ends", "stated": ["revocation"], "form": "paper", "signed": True, "dated": True,
}  # fmt: skip


def send(person: Person, to: str, content: bytes, field: str = "consent_scan", **headers: str) -> httpx.Response:
    """The bytes as they are, with the page's own header. ``to`` is whose: a person's id, or kind and id."""
    told = {"X-CSRFToken": person.client.cookies.get("csrftoken", ""), "Content-Type": "image/png", **headers}
    return person.client.post(f"/attach/{field}/{to}", content=content, headers=told)


def record(
    person: Person, to: str, consent: str, content: bytes, words: dict[str, str] | None = None, **change: Any
) -> tuple[int, dict[str, Any]]:
    """A paper with its photo or scan."""
    sent = send(person, to, content)
    assert sent.status_code == 200, sent.text
    texts = {"consent_name": "Ines Almeda", **(words or {}), "consent_scan": sent.json()["file"]}
    return person.ask("RecordConsent", person=to, consent=consent, texts=texts, **(PAPER | change))
