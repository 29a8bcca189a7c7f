"""An entry of a record to choose, without its words."""

from alongside.core.person.state import Item
from alongside.server.site.looking import Look
from alongside.server.site.templatetags.times import dated


def item_choice(seen: Look, item: Item) -> dict[str, str]:
    """What kind and when, never what it says."""
    label = seen.deployment.vault.sharing.fields.labels[item.field][seen.view.language]
    return {"code": item.id, "word": f"{label}, {dated(item.at)}"}
