"""Gate: pages reach what is kept through the one way that knows who asks. It is shown to catch planted offenders."""

import pytest

from tests.architecture import scope
from tests.architecture.tree import File, list_ours, show

VIEW = "src/alongside/server/intake/planted.py"
LOOKS = """
@page("incident")
def one(request, id):
    with look(request) as seen:
        found = seen.view.board.{shelf}.find(id)
"""


def test_pages_reach_nothing_beside_the_one_way() -> None:
    files = list_ours("src/alongside/server/")
    assert len(scope.pages(files)) > 50
    found = scope.ways_around(files)
    assert not found, show(found)


@pytest.mark.parametrize(
    "line",
    [
        "with get_deployment().ledger.board() as board: pass",
        "rows = seen.deployment.ledger.read.list_of_incident(id)",
        "words = deployment.vault.read(actor, references, 'operations')",
        "row = get_deployment().feed.board.incidents.find(id)",
        "found = Staff.objects.all()",
        "from alongside.server.people.models import Staff",
        "from django.db import connection",
        "engine.execute(sql)",
        "sql = 'SELECT * FROM fact'",
        LOOKS.format(shelf="incidents"),
        LOOKS.format(shelf="episodes"),
    ],
)
def test_gate_sees_a_way_around(line: str) -> None:
    assert scope.ways_around([File(VIEW, line)])
    assert scope.ways_around([File("src/alongside/server/not_written_yet/views.py", line)])
    assert scope.ways_around([File("src/alongside/server/site/templatetags/planted.py", line)])


def test_gate_lets_the_one_way_be() -> None:
    fair = '@page("incident")\ndef one(request, id):\n    with look(request) as seen:\n        rows = facts_of(seen.incident(id))\n'
    assert scope.ways_around([File(VIEW, fair)]) == []
    assert scope.ways_around([File("src/alongside/server/site/looking.py", "deployment.ledger.board()")]) == []
    assert scope.ways_around([File(VIEW, "receipt = deployment.ledger.record(asked)\nlabels = deployment.vault.sharing.fields")]) == []
