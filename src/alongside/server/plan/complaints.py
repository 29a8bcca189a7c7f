"""What is wrong with a world or a roster, in the reader's language."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from alongside.twin.planning.wrong import SENTENCES, Complaint


def say_complaint(one: Complaint) -> str:
    """What, where, what to do."""
    return say_coded(one.code, one.params)


def say_coded(code: str, params: Mapping[str, object]) -> str:
    """The same from its code, as a run keeps it."""
    return str(_(SENTENCES[code])).format(**params)
