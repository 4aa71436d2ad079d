"""Steps from one shape of the tables to the next; a release never changes an old one."""
