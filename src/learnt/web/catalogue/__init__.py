"""What the public may see, and its pages. Written by `curation.publishing` alone."""
