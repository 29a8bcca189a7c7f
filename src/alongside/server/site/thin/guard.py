"""Who asks, may they, and did our own page send it: Django's session, CSRF and access rules for the thin path."""

from urllib.parse import urlsplit

from django.conf import settings
from django.middleware.csrf import CSRF_SECRET_LENGTH, InvalidTokenFormat, _check_token_format, _does_token_match

from alongside.server.people.sitting import Sitting
from alongside.server.site.deployment import Deployment
from alongside.server.site.routes import ROUTES, allows, note_refusal
from alongside.server.site.sentences import translate
from alongside.server.site.thin.http import Http
from alongside.server.site.thin.sentences import CHECK_FAILED, NOT_ALLOWED, OTHER_PERSON, SIGN_IN


async def find_asker(deployment: Deployment, http: Http) -> Sitting | None:
    """A person by session cookie, or a machine by bearer token."""
    words = http.headers.get("authorization", "")
    if words.startswith("Bearer "):
        return await deployment.sittings.find_machine(words[7:].strip())
    return await deployment.sittings.find(http.cookies.get(settings.SESSION_COOKIE_NAME, ""))


def is_ours(http: Http) -> bool:
    """Django's CSRF rule: the header holds the cookie's secret, and a stated origin is this server's own."""
    if http.headers.get("authorization", "").startswith("Bearer "):
        return True  # no browser adds a bearer token by itself
    origin = http.headers.get("origin")
    if origin and urlsplit(origin).netloc != http.headers.get("host", "") and origin not in settings.CSRF_TRUSTED_ORIGINS:
        return False
    secret, token = http.cookies.get(settings.CSRF_COOKIE_NAME, ""), http.headers.get("x-csrftoken", "")
    try:
        _check_token_format(secret)
        _check_token_format(token)
    except InvalidTokenFormat:
        return False
    return len(secret) == CSRF_SECRET_LENGTH and bool(_does_token_match(token, secret))


async def admit(deployment: Deployment, http: Http, name: str) -> Sitting | None:
    """Who asks, where they may; otherwise the refusal is sent and None is returned."""
    asker = await find_asker(deployment, http)
    if asker is None:
        await refuse(http, 401, "sign_in", SIGN_IN)
        return None
    if not allows(asker.actor, ROUTES[name]):
        note_refusal(asker.actor, ROUTES[name])
        await refuse(http, 403, "not_allowed", NOT_ALLOWED)
        return None
    if http.method not in ("GET", "HEAD") and not is_ours(http):
        note_refusal(asker.actor, f"{ROUTES[name]} from another page")
        await refuse(http, 403, "check_failed", CHECK_FAILED)
        return None
    return asker


async def made_for_another(http: Http, asker: Sitting) -> bool:
    """Two tabs of one browser: nobody acts in the name of whoever signed in after them. The refusal is sent where so."""
    made_for = http.headers.get("x-alongside-staff", "")
    if not made_for or made_for == asker.actor.staff:
        return False
    await refuse(http, 409, "other_person", OTHER_PERSON)
    return True


async def refuse(http: Http, status: int, code: str, sentence: str) -> None:
    """A refusal as every asker reads it."""
    await http.json(status, {"granted": False, "code": code, "parameters": {}, "sentence": translate(sentence, http.language)})
