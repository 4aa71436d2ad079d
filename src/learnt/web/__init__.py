"""The library on the web: a Django project. Public pages see public records only.

Four apps: `catalogue` holds what the public may see and its pages; `curation` holds what was
extracted, what people decided and the way from there to the public; `accounts` holds who may do
what; `api` serves the catalogue to programs. Whatever the public sees was put there by
`curation.publishing`, through the gate of `learnt.deidentify`.
"""
