"""What somebody asked the access report for; asking is itself written down."""

from zoneinfo import ZoneInfo

from django.http import HttpRequest

from alongside.server.audit.report import Wanted
from alongside.server.audit.whose import owners_of_number
from alongside.server.people.written import by_request, write_down
from alongside.server.site.days import read_day
from alongside.server.site.deployment import get_deployment


def read_wanted(asked: dict[str, str]) -> tuple[Wanted, bool]:
    """What was asked for; True where it names an incident nobody has."""
    deployment = get_deployment()
    zone, number = ZoneInfo(deployment.profile.area.zone), asked.get("number", "").strip()
    with deployment.ledger.board() as board:
        owners = owners_of_number(board, number) if number else ()
    days = (read_day(asked.get("from", ""), zone, 0), read_day(asked.get("to", ""), zone, 1))
    wanted = Wanted(asked.get("staff", ""), asked.get("owner", ""), *days, owners, asked.get("outcome", ""))
    return wanted, bool(number) and not owners


def note_report(request: HttpRequest, wanted: Wanted) -> None:
    """AU-2: access to the audit is written down like any other."""
    write_down("audit_read", by_request(request), wanted.staff, f"owners {len(wanted.owners) or bool(wanted.owner)}")
