"""Whom must somebody reach today: the case manager's pages."""
