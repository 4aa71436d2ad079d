"""The whole catalogue as one dataset: tables with a description that programs can read."""
