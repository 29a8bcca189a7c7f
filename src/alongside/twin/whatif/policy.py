"""The policy a plan is made under, as data: what it says otherwise than the program's files."""

from dataclasses import replace

from alongside.core.policy.settings import list_settings, with_settings
from alongside.core.policy.state import Settings
from alongside.core.rules import Rules


def settings_of(rules: Rules) -> Settings:
    """What these rules say otherwise than their files, in the order of its names; two policies that say the same give the same."""
    if rules.base is None:
        return ()
    files = list_settings(rules.base)
    return tuple(sorted(one for name, one in list_settings(rules).items() if files.get(name) != one))


def rules_with(files: Rules, settings: Settings) -> Rules:
    """The rules of the files where these settings stand, as rules of their own: of rules over files the core would take the files."""
    return replace(with_settings(files, {one.name: one for one in settings}), base=None) if settings else files
