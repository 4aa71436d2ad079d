"""What is new: feeds for everybody, and e-mail alerts for people with an account."""
