"""Who of the registry fits what is said of somebody missing or found. Words are opened to be compared, and none leaves this module."""

from collections.abc import Collection, Mapping

from alongside.server.records.describing import DESCRIBED_BY, LEAST, WEIGHTS, fit_described, read_description
from alongside.server.records.finding import MOST_SHOWN, Candidate, Finder


def find_described(finder: Finder, text: str, enrolled: Mapping[str, Collection[str]], year: int) -> list[Candidate]:
    """At most 20, the best first. ``enrolled``: what each person of the registry is drawn to; ``year``: this one, for ages."""
    asked, known = read_description(text), finder.open_of(sorted(enrolled), DESCRIBED_BY)
    fitting = ((person, tuple(fit_described(asked, told, enrolled[person], year))) for person, told in known.items())
    weighed = (Candidate(person, reasons, sum(WEIGHTS[one] for one in reasons)) for person, reasons in fitting)
    return sorted((one for one in weighed if one.weight >= LEAST), key=lambda one: (-one.weight, one.person))[:MOST_SHOWN]
