"""Keeping the library whole: copies of it, and whether everything in it fits together."""
