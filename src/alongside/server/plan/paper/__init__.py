"""What a plan came to, as a report on paper that a county's board would get: accessible PDF, set by typst."""
