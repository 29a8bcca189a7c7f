"""From facts to one row a contact: the only data the measures see, released through ``core.sharing``."""
