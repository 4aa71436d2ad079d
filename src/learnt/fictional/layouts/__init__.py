"""The layouts: one file for each way in which reviews set their recommendations out.

A layout is a module with `LAYOUT`; `all_layouts` finds them by walking this folder.
"""

import pkgutil
from functools import cache
from importlib import import_module

from learnt.fictional.draft import Layout


@cache
def all_layouts() -> dict[str, Layout]:
    """Give each layout by its name, in the order of their files."""
    found: dict[str, Layout] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda one: one.name):
        for layout in import_module(f"{__name__}.{module.name}").LAYOUTS:
            found[layout.name] = layout
    return found
