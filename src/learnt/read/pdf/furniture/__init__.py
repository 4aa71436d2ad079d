"""What stands on a page beside its text; set apart, never dropped."""
