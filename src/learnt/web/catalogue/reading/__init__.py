"""What the reading pages tell, counted from the catalogue's tables."""
