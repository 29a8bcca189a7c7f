"""One signature at the door: by whoever receives the person, on the screen or on paper. It is no condition of anything."""
