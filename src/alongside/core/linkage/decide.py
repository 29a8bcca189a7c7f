"""What may be compared, and who says that two records are about one person. A comparison suggests; only a human links."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.fact import Fact, comparison_stream, person_stream
from alongside.core.linkage import facts as f
from alongside.core.linkage import requests as r
from alongside.core.linkage.state import Comparison, Found, Suggestion, suggestion_id
from alongside.core.refused import Refused, must_be_in
from alongside.core.sharing.ties import ONLY_LOOKS, standing_of

OUTCOMES = frozenset({"done", "no_memory", "not_installed", "failed"})
JUDGMENTS = frozenset({"apart", "later", "open"})
REASONS = frozenset({"other_person", "same_name", "not_certain", "person_said_so", "linked_by_mistake"})
BECAUSE = frozenset({"said_so", "same_document", "family_said", "met_before", "provider_said"})
MOST = 2_000  # suggestions of one comparison: more than a year's work for whoever looks at them


def begin_comparison(asking: Asking, request: r.BeginComparison) -> tuple[Fact, ...]:
    """One at a time."""
    if any(one.is_open for one in asking.board.comparisons):
        raise Refused("comparison_running")
    if request.comparison in asking.board.comparisons:
        raise Refused("comparison_over")
    return (f.ComparisonBegun(comparison_stream(request.comparison), asking.at, request.comparison, asking.by.staff, asking.by.agency),)


def cancel_comparison(asking: Asking, request: r.CancelComparison) -> tuple[Fact, ...]:
    """Whoever may begin one may stop one."""
    return (_ended(asking, _running(asking, request.comparison), "cancelled", 0),)


def end_comparison(asking: Asking, request: r.EndComparison) -> tuple[Fact, ...]:
    """With how many records were compared."""
    must_be_in(request.outcome, "outcome", OUTCOMES)
    return (_ended(asking, _running(asking, request.comparison), request.outcome, request.compared),)


def suggest_records(asking: Asking, request: r.SuggestRecords) -> tuple[Fact, ...]:
    """What is new, or differs from what was found before, and nobody has judged."""
    running = _running(asking, request.comparison)
    return tuple(_suggested(asking, running, request.found[: MOST - running.suggested]))


def name_records(asking: Asking, request: r.NameRecords) -> tuple[Fact, ...]:
    """By somebody whom something ties to both; who judges is of another role, so two people have looked before anything is linked."""
    must_be_in(request.because, "because", BECAUSE)
    for one in (request.person, request.other):
        if one not in asking.board.people or not standing_of(asking.board, asking.by, "person", one, asking.now).ties - ONLY_LOOKS:
            raise Refused("not_yours", party=one, seat=asking.by.seat)
    if request.person == request.other:
        raise Refused("records_same")
    person, other = sorted((request.person, request.other))
    pair = suggestion_id(person, other)
    if pair in asking.board.suggestions:
        raise Refused("records_named")
    told = (pair, person, other, request.because, asking.by.staff, asking.by.agency)
    return (f.RecordsNamed(comparison_stream(pair), asking.at, *told),)


def judge_suggestion(asking: Asking, request: r.JudgeSuggestion) -> tuple[Fact, ...]:
    """Not while it is linked: that is undone first, with a reason."""
    must_be_in(request.judgment, "judgment", JUDGMENTS)
    found = _suggestion(asking, request.suggestion)
    if found.state == "linked":
        raise Refused("records_linked")
    if (found.state or "open") == request.judgment:
        raise Refused("suggestion_judged")
    return (f.SuggestionJudged(comparison_stream(found.comparison), asking.at, found.id, request.judgment, asking.by.staff),)


def link_records(asking: Asking, request: r.LinkRecords) -> tuple[Fact, ...]:
    """In both persons' streams. What was said to be two people is taken back first; nobody links what they named themselves."""
    found = _suggestion(asking, request.suggestion)
    if asking.by.staff == found.named_by:  # whoever changed their role since
        raise Refused("second_person")
    if found.state == "linked":
        raise Refused("records_linked")
    if found.state == "apart":
        raise Refused("suggestion_judged")
    return tuple(f.RecordLinked(*told, found.id, asking.by.staff) for told in _both(asking, found))


def unlink_records(asking: Asking, request: r.UnlinkRecords) -> tuple[Fact, ...]:
    """In both persons' streams again."""
    found = _suggestion(asking, request.suggestion)
    must_be_in(request.reason, "reason", REASONS)
    if found.state != "linked":
        raise Refused("records_not_linked")
    return tuple(f.RecordUnlinked(*told, found.id, request.reason, asking.by.staff) for told in _both(asking, found))


def _both(asking: Asking, found: Suggestion) -> Iterator[tuple[str, int, str, str]]:
    for one, other in ((found.person, found.other), (found.other, found.person)):
        yield (person_stream(one), asking.at, one, other)


def _running(asking: Asking, id: str) -> Comparison:
    found = asking.board.comparisons.find(id)
    if found is None or not found.is_open:
        raise Refused("comparison_over")
    return found


def _suggestion(asking: Asking, id: str) -> Suggestion:
    found = asking.board.suggestions.find(id)
    if found is None:
        raise Refused("suggestion_unknown")
    return found


def _ended(asking: Asking, running: Comparison, outcome: str, compared: int) -> Fact:
    return f.ComparisonEnded(comparison_stream(running.id), asking.at, running.id, outcome, compared, running.suggested)


def _suggested(asking: Asking, running: Comparison, found: tuple[Found, ...]) -> Iterator[Fact]:
    board = asking.board
    for pair in dict.fromkeys(found):
        person, other = sorted((pair.person, pair.other))
        known = board.suggestions.find(suggestion_id(person, other))
        if person == other or person not in board.people or other not in board.people:
            continue
        if known is not None and (known.state or (known.bits, known.grounds) == (pair.bits, pair.grounds)):
            continue
        named = (running.id, suggestion_id(person, other), person, other, pair.bits, pair.grounds)
        yield f.RecordsSuggested(comparison_stream(running.id), asking.at, *named)


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.BeginComparison: begin_comparison,
    r.CancelComparison: cancel_comparison,
    r.EndComparison: end_comparison,
    r.SuggestRecords: suggest_records,
    r.NameRecords: name_records,
    r.JudgeSuggestion: judge_suggestion,
    r.LinkRecords: link_records,
    r.UnlinkRecords: unlink_records,
}
