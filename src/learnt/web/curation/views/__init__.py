"""The editors' desk: what came in, what was doubtful, decisions, publishing, takedown."""
