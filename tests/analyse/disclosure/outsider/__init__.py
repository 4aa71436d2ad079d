"""An outsider who has only the files of a public report, reads all of them, and counts back."""
