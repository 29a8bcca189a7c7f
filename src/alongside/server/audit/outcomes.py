"""What the audit says of one reading, in words: shown and on what basis, or withheld and why."""

from django.utils.translation import gettext as _

from alongside.server.site.sentences_withheld import WITHHELD
from alongside.server.site.sharing_words import BASIS

PLAIN = {"erased": "erased", "missing": "missing", "altered": "altered, not shown"}


def say_outcome(outcome: str) -> str:
    """``shown/treatment`` → “shown: treatment”, ``shown/consent/<id>`` the same without the id; older rows say the outcome alone."""
    kind, why = [*outcome.split("/"), ""][:2]
    if kind == "shown":
        return f"{_('shown')}: {_(BASIS.get(why, why))}" if why else _("shown")
    if kind == "withheld":
        return _(WITHHELD[why]) if why in WITHHELD else _("withheld")
    return _(PLAIN.get(kind, kind))
