"""Figures in sentences, grouped as the reader's language groups them."""

from django.utils.formats import number_format


def say(value: float, decimals: int = 0) -> str:
    """1,899 or 1.899; 0.75 or 0,75."""
    return str(number_format(value, decimals, use_l10n=True, force_grouping=True))
