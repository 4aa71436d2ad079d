"""What was extracted, what people decided about it, and the way to the public."""
