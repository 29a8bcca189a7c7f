"""The dispatch console: one page to work a shift on."""
