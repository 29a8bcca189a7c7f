"""A crew that is offered a person says why it does not take them: a code, on the page in two taps, in the words of whoever reads it."""

import re
from html import unescape

from tests.server.running import Person, Server
from tests.server.scenes import Scene, free

OFFERED = re.compile(r'data-ask="DeclineTransfer" data-body=\'[^\']*"reason":"(\w+)"[^\']*\'>([^<]+)<')


def test_01_declining_says_why_and_moves_nobody(server: Server) -> None:
    scene = Scene(server, Person(server, "p-lowe"), "m12", "with_person")
    van = Person(server, "s-begay")
    free(scene.dispatcher, "v2")
    sent = scene.must("AssignUnit", by=scene.dispatcher, incident=scene.incident, unit="v2")["ids"]["assignment"]
    scene.must("OfferTransfer", episode=scene.episode, to={"kind": "crew", "id": "v2"})
    reasons = dict(OFFERED.findall(unescape(van.client.get("/field/", headers={"X-Part": "1"}).text)))
    assert list(reasons) == ["busy", "unsafe", "medical_first", "other_crew", "off_duty"]
    assert reasons["other_crew"] == "Needs another kind of crew"
    scene.must("DeclineTransfer", by=van, episode=scene.episode, reason="other_crew")
    row = scene.dispatcher.board()["incidents"][scene.incident]
    assert [(one["id"], one["offer"]) for one in row["responsible"]] == [("m12", None)]
    panel = unescape(scene.dispatcher.get(f"/dispatch/incident/{scene.incident}?part=1").text)
    assert "declined the transfer: needs another kind of crew" in panel
    scene.must("CancelAssignment", by=scene.dispatcher, assignment=sent, reason="no_longer_needed")
    scene.finish()
