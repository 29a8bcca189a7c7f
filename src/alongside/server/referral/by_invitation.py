"""What a service without an account sees by link and PIN: what it was asked; once it agreed, whom to expect."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.utils.formats import date_format

from alongside.server.referral.partner_page import asked_row, told_rows
from alongside.server.site.coded import choices
from alongside.server.site.invited.holding import Held
from alongside.server.site.looking import look, read_words
from alongside.server.site.rows import Row

DAYS, HOURS = 21, (9, 11, 14, 16)  # times a form without scripts can name


def invited(request: HttpRequest, held: Held) -> Row:
    """The line of the organization's own page, for this one person, with the forms that answer."""
    with look(request) as seen:
        row = asked_row(seen, seen.view.board.asks.reach(held.about))
        times = _times(seen.asking.now, seen.deployment.profile.area.zone)
    references = row.pop("references")
    row["told"] = told_rows(read_words(request, references, "referral"), references)
    return {"one": row, "times": times, **{name: choices(f"referral_{name}") for name in ("declined", "failed")}}


def _times(now: int, zone: str) -> list[dict[str, object]]:
    """{at, word} of each time in the next three weeks."""
    today = datetime.fromtimestamp(now / 1000, UTC).astimezone(ZoneInfo(zone)).replace(minute=0, second=0, microsecond=0)
    moments = [(today + timedelta(days=day)).replace(hour=hour) for day in range(DAYS) for hour in HOURS]
    later = [one for one in moments if one.timestamp() * 1000 > now]
    return [{"at": int(one.timestamp() * 1000), "word": f"{date_format(one, 'D j M')} {one:%H:%M}"} for one in later]
