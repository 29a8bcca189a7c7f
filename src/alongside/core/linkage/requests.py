"""Orders about comparisons, and about what they suggest."""

from alongside.core.linkage.state import Found
from alongside.core.request import Request, request


@request
class BeginComparison(Request):
    """Compare all records, in the asker's name."""

    comparison: str


@request
class CancelComparison(Request):
    """Stop it; what it suggested so far stays."""

    comparison: str


@request
class SuggestRecords(Request):
    """What a comparison found, some pairs at a time. The server's own."""

    comparison: str
    found: tuple[Found, ...]


@request
class EndComparison(Request):
    """It came to its end. The server's own."""

    comparison: str
    outcome: str
    compared: int = 0


@request
class NameRecords(Request):
    """Two records that no comparison suggested are one person's, as somebody says who has to do with both."""

    person: str
    other: str
    because: str


@request
class JudgeSuggestion(Request):
    """``judgment``: apart, later, or open."""

    suggestion: str
    judgment: str


@request
class LinkRecords(Request):
    """Both records are about one person."""

    suggestion: str


@request
class UnlinkRecords(Request):
    """They are not, or it is not certain."""

    suggestion: str
    reason: str
