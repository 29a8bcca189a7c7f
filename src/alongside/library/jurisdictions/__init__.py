"""The law of legal holds, one pack a jurisdiction: data that somebody must answer for before anybody works by it."""

from alongside.library.jurisdictions.load import Pack, load_pack

__all__ = ["Pack", "load_pack"]
