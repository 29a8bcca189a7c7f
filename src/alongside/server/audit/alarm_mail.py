"""That the audit fails, or works again, by mail: codes as sentences in both languages, times and durations; nobody's words."""

import logging
import smtplib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import override

from alongside.server.audit.anchoring import post
from alongside.server.records.troubles import Over, Trouble
from alongside.server.site.coded import word
from alongside.server.site.deployment import Deployment

log = logging.getLogger(__name__)
AGAIN_MS = 60_000
LANGUAGES = ("en", "es")
MOST = 50
News = Sequence[Trouble | Over]


class Outbox:
    """What must be told, until the mail server took it; without one nothing is kept."""

    def __init__(self, mail: Mapping[str, Any] | None, deployment: Deployment) -> None:
        self._mail, self._deployment = mail, deployment
        self._waiting: list[News] = []
        self._again_at = 0

    def put(self, news: News) -> None:
        """To be told by the next :meth:`send`."""
        if news and self._mail is not None:
            self._waiting = [*self._waiting, news][-MOST:]

    def send(self, now: int) -> None:
        """Everything that waits, in order; where the mail server does not take it, again in a minute."""
        if self._mail is None or now < self._again_at:
            return
        while self._waiting:
            try:
                post(self._mail, _subject(self._waiting[0]), _text(self._deployment, self._waiting[0]))
            except (OSError, smtplib.SMTPException) as wrong:
                log.error("nobody could be told of the audit by mail: %s", wrong)
                self._again_at = now + AGAIN_MS
                return
            self._waiting.pop(0)


def _subject(news: News) -> str:
    return "The audit works again" if isinstance(news[0], Over) else "The audit fails"


def _text(deployment: Deployment, news: News) -> str:
    zone = ZoneInfo(deployment.profile.area.zone)
    parts = []
    for language in LANGUAGES:
        with override(language):
            parts += [
                deployment.names.label_of_program(language),
                *(_line(one, zone) for one in news),
                _("What to do: the page Audit."),
                "",
            ]
    return "\n".join(parts)


def _line(one: Trouble | Over, zone: ZoneInfo) -> str:
    if isinstance(one, Over):
        said = {"since": _time(one.since, zone), "until": _time(one.until, zone), "minutes": max(1, one.lasted_ms // 60_000)}
        return f"{word('audit_trouble', one.code)} " + _("It failed from %(since)s to %(until)s (%(minutes)d min) and works again.") % said
    return f"{word('audit_trouble', one.code)} " + _("Since %(since)s.") % {"since": _time(one.since, zone)}


def _time(at: int, zone: ZoneInfo) -> str:
    return datetime.fromtimestamp(at / 1000, zone).strftime("%Y-%m-%d %H:%M %Z")
