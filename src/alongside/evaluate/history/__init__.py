"""A dispatch centre's call history, made clean and comparable: `importing.import_cad` is the way in."""
