"""Programs read the catalogue here: JSON, read-only, described by OpenAPI."""
