"""A legal hold as its page shows it, and what the forms on it offer."""

from django.http import Http404

from alongside.core.codes import MODALITIES
from alongside.core.holds.rules import HoldKind
from alongside.core.holds.state import Hold
from alongside.core.refused import Refused
from alongside.core.sharing.access import may_ask
from alongside.core.state import Episode
from alongside.server.site.coded import choices, word
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row
from alongside.server.site.sentences import say_refused, translate
from alongside.server.site.words import LANGUAGE_NAMES, WORDS


def hold_row(seen: Look, one: Hold) -> Row:
    """Everything but its words; ``references`` are for the reader to ask for."""
    names, language = seen.deployment.names, seen.view.language
    kind, served = seen.asking.rules.jurisdiction.find_kind(one.kind), dict(one.served)
    at, spoken, how, complete, why = one.advised or (None, "", "", False, "")
    return {
        "id": one.id,
        "kind": names.label(f"hold_kind.{one.kind}", language),
        "criteria": ", ".join(names.label(f"criterion.{code}", language) for code in one.criteria),
        "started_at": one.started_at,
        "written_at": one.written_at,
        "latest_at": one.latest_at,
        "author": names.person(one.author),
        "facility": names.facility(one.facility) if one.facility else "",
        "is_open": one.is_open(),
        "near": one.is_near,
        "past": one.is_over or one.latest_at <= seen.asking.now,
        "advised_at": at,
        "advised": f"{translate(LANGUAGE_NAMES.get(spoken, spoken), language)}, {translate(WORDS.get(how, how), language)}" if at else "",
        "advised_whole": complete,
        "advised_why": word("not_advised", why) if why else "",
        "notices": [
            {"id": notice.id, "word": names.label(f"hold_notice.{notice.id}", language), "at": served.get(notice.id)}
            for notice in (kind.notices if kind else ())
        ],
        "ended_at": one.ended_at,
        "ended": word("hold_how", one.ended_how) if one.ended_how else "",
        "told": ", ".join(word("hold_told", code) for code in one.told),
        "references": one.words,
        "place": one.facility,
        "form_of": (one.jurisdiction, one.kind),
    }


def last_hold(seen: Look, episode: str) -> Hold:
    """The hold that runs, or the last one there was. Raises ``Http404`` where none was written."""
    found = seen.view.board.holds.find(seen.view.board.hold_of.get(episode, ""))
    if found is None:
        raise Http404(episode)
    return found


def forms_of(seen: Look, episode: Episode) -> Row:
    """{kinds, why_not, languages, modalities, hows, tolds, excuses, places, ends}."""
    asking, names, language = seen.asking, seen.deployment.names, seen.view.language
    kinds = [one for one in asking.rules.jurisdiction.kinds if one.minors == episode.minor and asking.by.role in one.roles]
    code = _why_not(seen, kinds, names.designated.get(asking.by.staff))
    return {
        "kinds": [_kind(seen, one) for one in kinds],
        "why_not": say_refused(Refused(code, role=asking.by.role), names, seen.view.board, language) if code else "",
        "designated_until": names.designated.get(asking.by.staff, 1) - 1,
        "languages": [{"code": code, "word": translate(text, language)} for code, text in LANGUAGE_NAMES.items()],
        "modalities": [{"code": code, "word": translate(WORDS[code], language)} for code in sorted(MODALITIES)],
        "hows": choices("hold_how"),
        "tolds": choices("hold_told"),
        "excuses": choices("not_advised"),
        "places": [{"code": one.id, "word": one.label} for one in asking.rules.facilities.values()],
        "ends": may_ask(asking.by, "EndHold"),
        "advises": may_ask(asking.by, "GiveAdvisement"),
    }


def _why_not(seen: Look, kinds: list[HoldKind], until: int | None) -> str:
    if not kinds:
        return "hold_other_role"
    if until is None:
        return "not_designated"
    return "designation_over" if until <= seen.asking.now else ""


def _kind(seen: Look, one: HoldKind) -> Row:
    names, language = seen.deployment.names, seen.view.language
    criteria = [{"code": code, "word": names.label(f"criterion.{code}", language)} for code in sorted(one.criteria)]
    return {"id": one.id, "word": names.label(f"hold_kind.{one.id}", language), "criteria": criteria, "hours": one.maximum_ms // 3_600_000}
