"""Overview reports in the library: what an analyst asked for, their own words, and the report itself."""
