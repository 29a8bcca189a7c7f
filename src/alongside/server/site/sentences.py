"""Codes become sentences here, in the reader's language. Every code of the core has one (tests/server/site/test_sentences.py)."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import trans_real

from alongside.core.board import Board
from alongside.core.fact import Fact
from alongside.core.party import Reason
from alongside.core.refused import Refused
from alongside.server.site import sentences_alarms, sentences_reasons, sentences_refused
from alongside.server.site.names import Names
from alongside.server.site.sentences_told import line_of
from alongside.server.site.wording import Wording

TEMPLATES = {**sentences_refused.REFUSED, **sentences_reasons.REASONS, **sentences_alarms.ALARMS}


def translate(text: str, language: str) -> str:
    """One message of the catalogue; English where it has none."""
    if not text or language == "en":
        return text
    translated: str = trans_real.translation(language).gettext(text)
    return translated


def say(code: str, parameters: Mapping[str, Any], names: Names, board: Board, language: str = "en") -> str:
    """The sentence of a refusal, reason or alarm; what it names is written as people say it."""
    template = TEMPLATES.get(code)
    if template is None:
        return f"{code} ({', '.join(f'{name}: {value}' for name, value in parameters.items())})"
    return translate(template, language).format_map(Wording(parameters, names, board, language, translate))


def say_refused(refused: Refused, names: Names, board: Board, language: str = "en") -> str:
    """Why a request was not granted."""
    return say(refused.code, refused.parameters, names, board, language)


def say_reason(reason: Reason, names: Names, board: Board, language: str = "en") -> str:
    """One reason of a recommendation."""
    return say(reason.code, dict(reason.parameters), names, board, language)


def say_fact(fact: Fact, names: Names, board: Board, language: str = "en") -> str:
    """One line of a timeline, or the answer to a request that was granted."""
    parameters = {name: getattr(fact, name) for name in fact.__dataclass_fields__}
    template = translate(line_of(fact), language)
    return template.format_map(Wording(parameters, names, board, language, translate))
