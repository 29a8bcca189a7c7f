"""Staff who gave their phone or address, and whose records they read: what may be kin is noticed once, its words go nowhere."""

import pytest

from alongside.ledger.ledger import Ledger
from alongside.server.audit.answering import declare
from alongside.server.audit.kin import look_for_kin
from alongside.server.audit.tables import open_alerts
from alongside.server.records.audit import Audit, Read
from alongside.server.records.kin import Own
from alongside.server.records.side import open_side
from alongside.server.records.vault import Vault
from tests.core.story import actor
from tests.server.records.test_03_finding_people import record

BY = actor("desk-lead")
STAFF = {BY.staff: Own("Inés García", "801 555 0147", "9 Elm Street"), "other": Own("Ann Schmidt", "801 555 0199")}


@pytest.fixture
def read(ledger: Ledger, vault: Vault, where: str) -> int:
    """Three people: same name and address; same phone; a namesake. And the first of them was read by another too."""
    record(ledger, vault, "same-house", name="María García López", address="9 Elm St, Apt 2")
    record(ledger, vault, "same-line", name="Philip Schmidt", phone="(801) 555-0147")
    record(ledger, vault, "namesake", name="Luis García", address="11 Elm Street")
    record(ledger, vault, "not-read", name="Juana García", phone="(801) 555-0147")
    audit, now = Audit(open_side(where)), ledger.clock()
    owners = ("same-house", "need-same-house-p1", "need-same-line-p1", "namesake")
    audit.write([Read(now, BY, "treatment", "person", one, "name", "", "shown/treatment") for one in owners])
    audit.write([Read(now, BY, "treatment", "person", "not-read", "name", "", "withheld/no_tie")])
    audit.write([Read(now, BY._replace(staff="other"), "treatment", "person", "same-house", "name", "", "shown/treatment")])
    audit.close()
    return now


def test_01_noticed_once_by_what_is_the_same_and_never_asked_again(ledger: Ledger, vault: Vault, where: str, read: int) -> None:
    engine = open_alerts(where)
    found = look_for_kin(engine, vault, ledger.board, STAFF, read)
    assert [(one.rule, one.staff, one.owner_id, one.count) for one in found] == [
        ("kin_name_address", BY.staff, "same-house", 2),
        ("kin_phone", BY.staff, "same-line", 1),
    ]
    assert look_for_kin(engine, vault, ledger.board, STAFF, read) == []
    rows = repr(engine.fetch("SELECT * FROM audit_alert")).casefold()
    assert not [word for word in ("garc", "elm", "0147", "schmidt") if word in rows]
    engine.close()


def test_02_whom_the_privacy_officer_answered_for_is_left_alone(ledger: Ledger, vault: Vault, where: str, read: int) -> None:
    engine = open_alerts(where)
    assert declare(engine, "petrov", BY.staff, "same-house", "none", read)
    assert [one.owner_id for one in look_for_kin(engine, vault, ledger.board, STAFF, read)] == ["same-line"]
    assert look_for_kin(engine, vault, ledger.board, {}, read) == []
    engine.close()
