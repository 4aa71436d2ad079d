"""Accuracy against reviews whose answer is known, and speed: `python -m benchmarks --help`."""
