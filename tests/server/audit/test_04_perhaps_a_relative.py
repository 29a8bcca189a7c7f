"""Who may have read a relative's record: noticed by family name with address or phone, or by the phone; never by a name alone."""

import pytest

from alongside.server.audit.noticing import Alert
from alongside.server.audit.tables import open_alerts
from alongside.server.audit.watching import keep_new
from alongside.server.records.kin import Own, families_of, is_same_address, kin_by
from tests.server.running import Person, Server
from tests.server.scenes import Scene

OWN = Own("P. Lowe", "(801) 555-0147", "412 East 3rd Avenue, Apt 5")


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"name": ["María Lowe García"], "address": ["412 E 3rd Ave"]}, "kin_name_address"),
        ({"name": ["Lowe, Ana"], "phone": ["555 0147"]}, "kin_name_phone"),
        ({"other_names": ["Ana Lowe"], "phone": ["801-555-0147"]}, "kin_name_phone"),
        ({"name": ["Ana Ruiz"], "phone": ["801-555-0147"]}, "kin_phone"),
        ({"name": ["Ana Lowe"]}, ""),
        ({"name": ["Ana Lowe"], "address": ["414 E 3rd Ave"]}, ""),
        ({"name": ["Ana Ruiz"], "address": ["412 E 3rd Ave"]}, ""),
        ({"name": ["Lowe Ruiz"], "address": ["412 E 3rd Ave"]}, ""),
        ({"name": ["Ana Lowe"], "phone": ["801-555-0199"]}, ""),
        ({}, ""),
    ],
)
def test_01_what_counts_as_evidence(told: dict[str, list[str]], code: str) -> None:
    assert kin_by(OWN, told) == code
    assert kin_by(Own("P. Lowe"), told) == ""


def test_02_families_and_addresses() -> None:
    assert families_of("Hernán Jiménez de la Cruz") == {"jimenez", "cruz", "delacruz"}
    assert families_of("Nano") == frozenset()
    assert is_same_address("350 South 400 East", "350 S 400 E, Salt Lake City")
    assert not is_same_address("350 South 400 East", "350 S 500 E")
    assert not is_same_address("350 S", "350 South 400 East")
    assert not is_same_address("", "")


def test_03_what_one_gives_is_ones_own_and_kept_encrypted(server: Server) -> None:
    lowe, other = Person(server, "p-lowe"), Person(server, "i-tuiasosopo")
    assert lowe.form("/account/contact", phone="801 555 0147", address="412 E 3rd Avenue").status_code == 302
    assert 'value="412 E 3rd Avenue"' in lowe.get("/account/").text
    assert "412 E 3rd" not in other.get("/account/").text
    for name in ("records.sqlite3", "records.sqlite3-wal", "people.sqlite3", "people.sqlite3-wal"):
        path = server.data / name
        assert not path.exists() or b"412 E 3rd" not in path.read_bytes(), name
    assert lowe.form("/account/contact", phone="", address="").status_code == 302
    assert "412 E 3rd" not in lowe.get("/account/").text


def test_04_the_privacy_officer_alone_reads_and_answers_it(server: Server) -> None:
    lowe, officer, administrator = Person(server, "p-lowe"), Person(server, "s-petrov"), Person(server, "e-adeyemi")
    scene = Scene(server, lowe, "m12", upto="with_person")
    made = scene.must("RecordPerson", episode=scene.episode, basis="said_so", texts={"name": "Invented Lowe"})
    person = str(made["ids"]["person"])
    alert = Alert(f"kin_phone:p-lowe:{person}:1", 1, "kin_phone", "p-lowe", "clinician", person, 1, 2)
    engine = open_alerts(server.data / "ledger.sqlite3")
    assert keep_new(engine, [alert], 0) == [alert]
    engine.close()
    assert "Perhaps a relative: same phone" in officer.get("/audit/").text
    assert "Quizá un familiar" in Person(server, "s-petrov", "es").get("/audit/").text
    assert "Perhaps a relative" not in administrator.get("/audit/").text
    assert administrator.form("/audit/answer", alert=alert.id, answer="explained").status_code == 404
    assert officer.form("/audit/watch", person=person, staff="p-lowe", relation="relative").status_code == 302
    assert "is a relative" in officer.get("/audit/").text
    assert officer.form("/audit/watch", person=person, staff="p-lowe", relation="none").status_code == 302
    assert "is a relative" not in officer.get("/audit/").text
    assert officer.form("/audit/answer", alert=alert.id, answer="explained").status_code == 302
    scene.finish()
