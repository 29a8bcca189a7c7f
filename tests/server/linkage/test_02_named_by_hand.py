"""Two records nothing suggested: somebody who has to do with both finds them by a call's number, and the officer looks at both."""

import re
from html import unescape
from typing import Any

import pytest

from alongside.core.linkage.state import suggestion_id
from tests.server.linkage.test_01_same_person import Met, must, part
from tests.server.running import Person, Server

OLD, NEW, OTHER = "Ysolde Birchwater", "Rue Nightingale-Voss", "Ambrose Tallow"


class Nights:
    """One crew met the same person twice, under names that have nothing in common; another crew met somebody else."""

    def __init__(self, server: Server) -> None:
        self.server, self.lead = server, Person(server, "p-lowe")
        self.first = Met(server, self.lead, "m12", {"name": OLD})
        self.first.scene.finish()
        self.other = Met(server, Person(server, "b-ferreira"), "c204", {"name": OTHER})
        self.again = Met(server, self.lead, "m12", {"name": NEW})
        self.officer, self.pair = Person(server, "s-petrov"), suggestion_id(self.first.person, self.again.person)

    def found(self, number: object, by: Person | None = None) -> str:
        return part(by or self.lead, f"/person/{self.again.person}?also={number}").partition('id="naming"')[2].partition("</section>")[0]


@pytest.fixture(scope="module")
def nights(server: Server) -> Nights:
    return Nights(server)


def test_01_the_other_record_is_found_by_the_number_of_its_call_among_those_that_are_theirs(nights: Nights) -> None:
    first = nights.first.scene.number()
    assert nights.first.person in nights.found(f"{first}-1")
    assert nights.first.person in nights.found(first)
    nobody = nights.found(nights.other.scene.number())
    assert "Nobody you have to do with" in nobody
    assert nobody == nights.found(999999).replace("999999", str(nights.other.scene.number()))
    assert nights.again.person not in nights.found(nights.again.scene.number()).replace(
        f'data-body=\'{{"person":"{nights.again.person}"', ""
    )
    assert 'id="naming"' not in part(nights.officer, f"/person/{nights.again.person}?also={first}")


def test_02_said_by_who_has_to_do_with_both_and_by_nobody_else(nights: Nights) -> None:
    told: dict[str, Any] = {"person": nights.again.person, "other": nights.first.person, "because": "met_before"}
    refused = [nights.officer, Person(nights.server, "r-okafor"), Person(nights.server, "b-ferreira")]
    assert {who.ask("NameRecords", **told)[1]["code"] for who in refused} == {"not_allowed", "not_yours"}
    assert nights.lead.ask("NameRecords", **{**told, "other": nights.other.person})[1]["code"] == "not_yours"
    assert nights.officer.get(f"/same-person/{nights.pair}").status_code == 404
    assert nights.lead.ask("NameRecords", **told)[0] == 200
    assert nights.lead.ask("NameRecords", **told)[1]["code"] == "records_named"
    assert "was said already" in nights.found(nights.first.scene.number())
    assert nights.lead.get("/same-person/").status_code == 403


def test_03_the_officer_reads_both_side_by_side_with_who_says_so_and_links_them_and_back(nights: Nights) -> None:
    waiting = part(nights.officer, "/same-person/")
    assert f'href="/same-person/{nights.pair}"' in waiting
    assert "I have met the person under both" in waiting
    page = part(nights.officer, f"/same-person/{nights.pair}")
    assert [word for word in (OLD, NEW, "said by somebody who knows both", "P. Lowe") if word not in page] == []
    assert not re.search(r"\d bits?<", page)
    before = {path: part(nights.lead, path) for path in (f"/person/{nights.first.person}", f"/person/{nights.again.person}")}
    must(nights.officer, "LinkRecords", suggestion=nights.pair)
    assert f'href="/person/{nights.first.person}"' in part(nights.lead, f"/person/{nights.again.person}")
    must(nights.officer, "UnlinkRecords", suggestion=nights.pair, reason="same_name")
    assert {path: part(nights.lead, path) for path in before} == before
    must(nights.officer, "JudgeSuggestion", suggestion=nights.pair, judgment="apart")
    assert OLD not in part(nights.officer, f"/same-person/{nights.pair}")


def test_04_in_spanish(nights: Nights) -> None:
    page = nights.lead.client.get(f"/person/{nights.again.person}?also=1", headers={"X-Part": "1", "Accept-Language": "es"}).text
    assert "La persona tiene otro registro aquí" in unescape(page)
    nights.other.scene.finish()
    nights.again.scene.finish()
