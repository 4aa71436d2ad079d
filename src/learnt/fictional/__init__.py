"""Writes complete fictional reviews, in many layouts, with the true answer beside each."""
