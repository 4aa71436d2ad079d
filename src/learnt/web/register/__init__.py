"""The case register in the library: kept, corrected and linked by the people of a partnership only."""
