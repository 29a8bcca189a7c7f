"""The agency's own rules of sign-in: ``sign-in.yaml`` in the data folder, or what stands here (CJIS Security Policy 5.9.5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

FILE = "sign-in.yaml"
WRONG = "{path}: {name} {what}."


@dataclass(frozen=True, slots=True)
class Oidc:
    """The agency's own identity provider. ``claim`` holds the staff id of whoever signs in there."""

    url: str
    client_id: str
    secret: str
    name: str = "OpenID Connect"
    claim: str = "preferred_username"

    @property
    def origin(self) -> str:
        """What a form may be sent on to."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"


@dataclass(frozen=True, slots=True)
class SignInRules:
    """Figures and switches. A figure of 0 switches its rule off."""

    cjis: bool = False  # PBKDF2 for passwords; a second factor for everybody (IA-2, IA-5)
    tries: int = 5  # AC-7
    within_minutes: float = 15  # AC-7
    idle_minutes: float = 30  # AC-11, IA-5 j
    again_after_hours: float = 12  # IA-5 j
    inactive_days: float = 90  # AC-2(3)
    show_banner: bool = True  # AC-8
    banner: Mapping[str, str] = field(default_factory=dict)  # words by language; empty: ours
    oidc: Oidc | None = None


DEMO: Mapping[str, Any] = {"idle_minutes": 0, "again_after_hours": 12, "inactive_days": 0, "show_banner": False}


def read_rules(data: Path, live: bool) -> SignInRules:
    """The rules of a data folder. Raises ``ValueError`` naming file and field, ``PermissionError`` where others could read a secret."""
    path = data / FILE
    told = read_file(path) if path.exists() else {}
    told = {**({} if live else DEMO), **told}
    if told.get("oidc") is not None:
        if path.stat().st_mode & 0o077:
            raise PermissionError(f"{path} holds a secret and can be read by other users of this machine: run chmod 600 on it.")
        told["oidc"] = make(Oidc, told["oidc"], path, "oidc.")
    found: SignInRules = make(SignInRules, told, path)
    if found.tries < 1:
        raise ValueError(WRONG.format(path=path, name="tries", what="must be at least 1"))
    return found


def read_file(path: Path) -> dict[str, Any]:
    """The file as a table of names."""
    try:
        told = yaml.safe_load(path.read_text()) or {}
    except yaml.YAMLError as wrong:
        raise ValueError(f"{path} cannot be read: {wrong}") from None
    if not isinstance(told, dict):
        raise ValueError(f"{path} must hold names with values, like “idle_minutes: 30”.")
    return told


KINDS = {
    "bool": (bool,),
    "int": (int,),
    "float": (int, float),
    "str": (str,),
    "Mapping[str, str]": (dict,),
    "Oidc | None": (Oidc, type(None)),
}


def make(shape: Any, told: Any, path: Path, within: str = "") -> Any:
    """A dataclass from a table, each value checked."""
    if not isinstance(told, dict):
        raise ValueError(WRONG.format(path=path, name=within.rstrip("."), what="must hold names with values"))
    known = {one.name: str(one.type if isinstance(one.type, str) else getattr(one.type, "__name__", one.type)) for one in fields(shape)}
    for name, value in told.items():
        if name not in known:
            raise ValueError(WRONG.format(path=path, name=f"{within}{name}", what=f"is not known; there are {', '.join(known)}"))
        allowed = next((kinds for word, kinds in KINDS.items() if known[name].endswith(word)), (object,))
        is_number = (int in allowed or float in allowed) and isinstance(value, bool)
        if not isinstance(value, allowed) or is_number or (isinstance(value, int | float) and value < 0):
            raise ValueError(WRONG.format(path=path, name=f"{within}{name}", what=f"must be {known[name]}, not {value!r}"))
    try:
        return shape(**told)
    except TypeError as missing:
        raise ValueError(f"{path}: {within}{missing}") from None
