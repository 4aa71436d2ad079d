"""Publishes findings: the overview report of an area's reviews."""
