"""Themes of a codebook, and whether a recommendation can be acted on as written."""
