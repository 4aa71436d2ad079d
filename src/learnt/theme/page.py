"""Writes the page of the codebook: `python -m learnt.theme.page > docs/codebook.md`."""

from learnt.theme.codebook import Codebook, Theme, own_codebook

HEAD = """# The codebook

Version {version}. Written from `src/learnt/rules/codebook.toml` by `python -m learnt.theme.page`; do
not change it by hand. {source}

Code what a recommendation asks for, not every word it mentions. It may carry several themes, usually
one to three. The main theme is the object of the verb: "review the policy on training" is policy.
The axis `change` tells the kind of change that is asked for, `subject` what it is about; the two are
reported apart.

| theme | axis | Home Office key findings | Home Office library | Cambridgeshire |
| --- | --- | --- | --- | --- |
"""
OWN = """
## A codebook of your own

A file in TOML with a `[[theme]]` for each theme and a table `[cues.ID]` with the words that speak for
it. `learnt themes code --codebook FILE` and the other commands of `learnt themes` take it.

```toml
version = "1"

[[theme]]
id = "housing"
axis = "subject"
name = "Housing"
asks_for = "Anything asked for the sake of somebody's home."
home_office = "support"

[sets]
homes = "home* house* flat*"

[cues.housing]
verb = ["rehouse*"]
strong = ["safe {homes}", "refuge place*", "priority for (social) housing"]
fair = ["tenan*", "landlord*"]
never = ["care home*"]
```

`verb` counts only as the verb of the ask; `strong`, `fair` and `weak` count wherever they stand in it,
as strongly as they are called; `beside` counts and hardly makes a main theme; a cue that overlaps a
`never` does not count. In a phrase `a|b` is either word, `tenan*` every word that begins so, `(social)`
may be missing, `...` stands for up to five words, `{homes}` for a set. A table `[weights]` may change
how much a strength or a part of the ask counts. A fault is told in one line.
"""


def page(book: Codebook) -> str:
    """Give the codebook as Markdown."""
    rows = "".join(
        f"| [{theme.id}](#{theme.id}) | {theme.axis} | {theme.home_office} | {theme.library} |"
        f" {theme.cambridgeshire} |\n"
        for theme in book.theme
    )
    head = HEAD.format(version=book.version, source=book.source)
    return head + rows + "".join(section(theme) for theme in book.theme) + OWN


def section(theme: Theme) -> str:
    """Give the part on one theme."""
    not_for = f"\n\nNot for: {theme.not_for}" if theme.not_for else ""
    return f"\n## {theme.id}\n\n**{theme.name}.** {theme.asks_for}{not_for}\n"


if __name__ == "__main__":
    print(page(own_codebook()), end="")
