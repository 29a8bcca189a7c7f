"""Settings, routes, the live feed, the thin path, base pages."""
