"""Who may see what, as data: classes and fields, grants and denials, jurisdictions."""
