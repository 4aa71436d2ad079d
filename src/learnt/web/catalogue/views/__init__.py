"""The public pages, a module a kind of page. They read the catalogue and nothing else."""
