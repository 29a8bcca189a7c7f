"""Photos and scans from people: read for what they are, freed of what they would tell beside the paper, refused where they could act."""
