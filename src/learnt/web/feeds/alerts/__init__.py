"""E-mail about what is new in a search."""
