"""One module a group of measures; each takes the true and the found review and gives a `Result`."""
