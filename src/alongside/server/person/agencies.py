"""What an organization is called in the reader's language."""

from alongside.server.site.rows import View


def agency_name(view: View, id: str) -> str:
    """Its label; the id where nobody bears it."""
    found = next((one for one in view.names.profile.agencies if one.id == id), None)
    return found.labels.get(view.language, found.labels["en"]) if found else id
