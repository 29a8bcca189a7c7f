"""A consent taken back at one node opens nothing at the other a second later."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from alongside.core.party import Actor, Reference
from alongside.core.sharing.share import Withheld
from alongside.ledger.ledger import Ledger
from alongside.ledger.opening import open_ledger
from alongside.library.programs import load_program
from alongside.roads.opening import open_area
from alongside.server.records.opening import open_vault
from alongside.server.records.vault import Vault
from tests.server.consent.test_01_pages import WHOLE
from tests.server.running import Person, Server, until
from tests.server.scenes import Scene

LOWE = Actor("p-lowe", "clinician", "bridges-behavioral", seat="m12")


class Third(NamedTuple):
    """A node in this process: what it hands out is looked at word by word."""

    ledger: Ledger
    vault: Vault

    def read(self) -> tuple[str, str, tuple[str, ...]]:
        """(the words or why not, the same for the notice, the consents whose scope goes with them)."""
        with self.ledger.board() as board:
            item = next((one for one in board.items if one.field == "medications" and one.person == "w-nodes"), None)
        if item is None:
            return "", "not here yet", ()
        reference = Reference(*item.words[0])
        words = self.vault.read(LOWE, [reference], "treatment")
        why = words.withheld.get(item.id)
        return words.get(item.id, ""), why.reason if isinstance(why, Withheld) else "", words.notices


@pytest.fixture(scope="module")
def third(server: Server) -> Iterator[Third]:
    """On the same database, with the same key."""
    profile = load_program("tailored")
    ledger = open_ledger(server.database, profile.rules, open_area(profile.area, server.data / "roads"), genesis="demo")
    vault = open_vault(ledger, server.database, Path(server.data))
    yield Third(ledger, vault)
    vault.close()
    ledger.close()


def test_01_given_at_one_node_it_opens_at_another_and_taken_back_it_closes(server: Server, second: Server, third: Third) -> None:
    here, there = Person(server, "p-lowe"), Person(second, "p-lowe")
    scene = Scene(server, here, "m12", "with_person")
    scene.must("RecordPerson", person="w-nodes", episode=scene.episode, basis="said_so", band="adult", texts={"name": "Ines Almeda"})
    scene.must("WriteItems", person="w-nodes", source="part2_program", texts={"medications": "buprenorphine"})
    assert until(lambda: third.read() == ("", "consent_missing", ())), third.read()
    scene.must("RecordConsent", person="w-nodes", consent="c-nodes", **WHOLE)
    assert until(lambda: third.read() == ("buprenorphine", "", ("c-nodes",))), third.read()
    before = here.get("/person/w-nodes/consent/turn").json()
    scene.must("WithdrawConsent", by=there, person="w-nodes", consent="c-nodes")
    assert until(lambda: third.read() == ("", "consent_withdrawn", ())), third.read()
    assert here.get("/person/w-nodes/consent/turn").json() != before
    page = here.get("/person/w-nodes/consent").text
    assert 'id="consent-c-nodes" data-state="withdrawn"' in page
    assert re.search(r"Who read because of it \([1-9]", page)  # what was shown before stays in the log
