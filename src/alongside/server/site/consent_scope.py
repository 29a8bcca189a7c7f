"""What one consent lets whom see, in one plain sentence."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from alongside.core.consent.kinds import ALL, ANY_HOLDER, COURT, FAMILY, PART2, TREATING
from alongside.core.consent.state import Consent
from alongside.library.sharing.load import Sharing
from alongside.server.site import consent_words as words
from alongside.server.site.rows import View
from alongside.server.site.said_times import say_day
from alongside.server.site.sentences import translate
from alongside.server.site.sharing_words import PURPOSE


def say_scope(view: View, sharing: Sharing, consent: Consent, for_a_file: bool = False) -> str:
    """To whom, what, by whom, for what, until when. In a file, whose bytes must stay as they were, a day is 2027-01-14."""
    language = view.language
    recipients = [_recipient(view, one) for one in sorted(consent.recipients)]
    holders = [_holder(view, one) for one in sorted(consent.holders)]
    purposes = [translate(text, language) for code, text in PURPOSE.items() if code in consent.purposes]
    nothing = "–"
    said = translate(words.SCOPE, language).format(
        recipients=", ".join(recipients) or nothing,
        what=_what(view, sharing, consent) or nothing,
        holders=", ".join(holders) or nothing,
        purposes=", ".join(purposes) or nothing,
        end=_end(view, consent, for_a_file),
    )
    return said[0].upper() + said[1:]


def agency_name(view: View, id: str) -> str:
    """An organization's label; the id where the program has none of that name."""
    found = next((one for one in view.names.profile.agencies if one.id == id), None)
    return found.labels.get(view.language, found.labels["en"]) if found else view.names.listed(id)


def _recipient(view: View, one: str) -> str:
    told = {TREATING: words.TREATING, FAMILY: words.FAMILY_WORD, COURT: words.COURT_WORD}.get(one)
    return translate(told, view.language) if told else agency_name(view, one)


def _holder(view: View, one: str) -> str:
    return translate(words.ANYBODY, view.language) if one == ANY_HOLDER else agency_name(view, one)


def _what(view: View, sharing: Sharing, consent: Consent) -> str:
    if ALL in consent.what:
        return translate(words.WHAT_ALL[consent.kind], view.language)
    labels = [its[view.language] for field, its in sharing.fields.labels.items() if field in consent.what]
    named = ", ".join(labels)
    return f"{named} ({translate(words.KIND['part2'], view.language)})" if named and consent.kind in PART2 else named


def _end(view: View, consent: Consent, for_a_file: bool) -> str:
    if consent.expires_at is not None:
        return translate(words.UNTIL, view.language).format(day=_day(view, consent.expires_at, for_a_file))
    return translate(words.EVENT.get(consent.event, words.NO_END_SAID), view.language)


def _day(view: View, at: int, for_a_file: bool) -> str:
    """A day in the area's zone."""
    day = datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(view.names.profile.area.zone)).date()
    return day.isoformat() if for_a_file else say_day(day, view.language, lambda name: translate(name, view.language))
