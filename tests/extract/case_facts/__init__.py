"""Tests of the facts of a case."""
