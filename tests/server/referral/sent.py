"""Somebody known by name whom the follow-up desk looks after, and the way to send them on."""

from typing import Any

from tests.server.running import Person, Server
from tests.server.scenes import Scene

NAME, PHONE, NOTE = "Canary Ostrander-Wu", "801-555-0188", "Needs a ground floor room, canary-77"
HARBOR, SHELTER = "harbor-house", "Night shelter for adults"


class Sent:
    """M12 met somebody; L. Moreau took the follow-up on and wrote down who it is."""

    def __init__(self, server: Server) -> None:
        self.server, self.manager = server, Person(server, "l-moreau")
        crew = Person(server, "p-lowe")
        self.scene = Scene(server, crew, "m12", upto="with_person")
        self.episode = self.scene.episode
        self.person = f"ref-{self.episode}"[:40]
        words = {"name": NAME, "phone": PHONE}
        self.scene.must("RecordPerson", person=self.person, episode=self.episode, basis="said_so", band="adult", texts=words)
        self.scene.finish()
        self.scene.must("TakeFollowUp", by=self.manager, episode=self.episode, position="follow-up")

    def consent(self, *partners: str) -> None:
        """The person agrees that these are told who they are."""
        scope = {"what": ["all"], "holders": ["any"], "recipients": list(partners), "purposes": ["referral"], "event": "case_closed"}
        signed = {"form": "typed", "stated": ["revocation"], "texts": {"consent_name": NAME, "consent_signature": NAME}}
        self.scene.must("RecordConsent", by=self.manager, person=self.person, about="referral", episode=self.episode, **scope, **signed)

    def send(self, *partners: str, services: tuple[str, ...] = ()) -> str:
        """The referral's id."""
        asked: dict[str, Any] = {"partners": list(partners), "services": list(services or partners)}
        told = self.scene.must(
            "MakeReferral", by=self.manager, episode=self.episode, need="shelter", **asked, texts={"referral_note": NOTE}
        )
        return str(told["ids"]["referral"])
