"""For what a role opens a person's record: said with every reading, and kept in the audit."""

from collections.abc import Mapping

from alongside.core.party import Actor

# Psychotherapy notes and hand-over packets are read for treatment only; outreach must be named, or a prohibition would not stop it.
PURPOSE: Mapping[str, str] = {
    "clinician": "treatment",
    "nurse": "treatment",
    "case_manager": "follow_up",
    "supervisor": "operations",
    "privacy_officer": "operations",
    "referral_partner": "referral",
}


def purpose_of(actor: Actor) -> str:
    """Everybody else is on the response."""
    return PURPOSE.get(actor.role, "response")
