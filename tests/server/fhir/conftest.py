"""One partner's system on the server of the stories, to whom referrals may go."""

import pytest

from tests.server.fhir.partner import Client
from tests.server.referral.sent import HARBOR, Sent
from tests.server.running import Server


@pytest.fixture(scope="module")
def sent(server: Server) -> Sent:
    found = Sent(server)
    found.consent(HARBOR)
    return found


@pytest.fixture(scope="module")
def client(server: Server) -> Client:
    return Client(server)
