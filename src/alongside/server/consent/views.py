"""Pages of consent. They only look; everything is asked through ``/ask/``."""

import re

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from alongside.core.consent.kinds import KINDS
from alongside.core.person.state import Person
from alongside.core.sharing.ties import standing_of
from alongside.server.consent.listing import list_rows
from alongside.server.consent.offering import list_kinds, tell_form
from alongside.server.records.because_of import list_because_of
from alongside.server.records.open import Words
from alongside.server.site import consent_words as words
from alongside.server.site.consent_scope import turn_of
from alongside.server.site.looking import Look, look, read_words, show
from alongside.server.site.routes import page
from alongside.server.site.rows import Row
from alongside.server.site.telling import told_or_why

STROKES = re.compile(r"[ML0-9 .]+")


@page("consent")
def list_consents(request: HttpRequest, person: str) -> HttpResponse:
    """What the person agreed to, declined, took back; what each lets whom see; who read because of it."""
    with look(request) as seen:
        find_person(seen, person)
        rows = list_rows(seen, person)
        where, names, labels = seen.deployment.options.ledger, seen.view.names, seen.deployment.vault.sharing.fields.labels
        language, watched = seen.view.language, turn_of(seen.view.board, person)
    texts = read_words(request, [one for row in rows for one in row["references"]], "treatment")
    for row in rows:
        row["words"] = [_word_row(texts, one, labels[one.field][language]) for one in row.pop("references")]
        row["readings"] = [
            {"at": one.at, "who": names.person(one.staff), "field": labels[one.field][language]}
            for one in list_because_of(where, row["id"])
        ]
    wrong = [{"code": code, "word": _(word)} for code, word in words.WRONG.items()]
    return show(
        request,
        "consent",
        "list",
        {"person": person, "turn": watched, "rows": rows, "wrong": wrong, "may_ask": request.actor.role != "privacy_officer"},
    )


def _word_row(texts: Words, reference: object, label: str) -> Row:
    text = told_or_why(texts, reference)  # type: ignore[arg-type]
    return {"label": label, "text": text, "strokes": text if STROKES.fullmatch(text) and text.startswith("M") else ""}


@page("consent")
def ask(request: HttpRequest, person: str) -> HttpResponse:
    """First which kind; then that kind's form, in steps."""
    about = request.GET.get("about", "")
    with look(request) as seen:
        found = find_person(seen, person)
        told: Row = {"person": person, "kinds": list_kinds(), "episode": _episode_now(seen, found)}
        if about in KINDS:
            told["form"] = tell_form(seen, found, about)
    return show(request, "consent", "ask", told)


def _episode_now(seen: Look, person: Person) -> str:
    """The latest episode through which the asker has to do with the person; none where only treatment or a promise ties."""
    told = ((id, standing_of(seen.view.board, seen.actor, "person", id, seen.asking.now)) for id in reversed(person.episodes))
    return next((id for id, standing in told if standing.ties), "")


@page("consent")
def paper(request: HttpRequest, person: str) -> HttpResponse:
    """The same on paper, to be filled in by hand: it holds every element and nobody's name."""
    about = request.GET.get("about", "")
    if about not in KINDS:
        raise Http404(about)
    with look(request) as seen:
        told = {"person": person, "form": tell_form(seen, find_person(seen, person), about)}
    return render(request, "consent/paper.html", told)


@page("consent")
def turn(request: HttpRequest, person: str) -> JsonResponse:
    """Whether anything about this person's consents changed: open pages ask each second, and read again where it did.

    The live feed does not tell it: of a substance use program not even that there is a record may be known (42 CFR 2.13).
    """
    with look(request) as seen:
        find_person(seen, person)
        return JsonResponse({"turn": turn_of(seen.view.board, person)})


def find_person(seen: Look, id: str) -> Person:
    """The record, where something ties the reader to the person; otherwise 404, as for what does not exist."""
    found = seen.view.board.people.find(id)
    tied = found is not None and (
        seen.actor.role == "privacy_officer" or bool(standing_of(seen.view.board, seen.actor, "person", id, seen.asking.now).ties)
    )
    if found is None or not tied:
        raise Http404(id)
    return found
