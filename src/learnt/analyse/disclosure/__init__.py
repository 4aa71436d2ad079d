"""Disclosure control: what the public may be told of the numbers of a report.

It concerns characteristics of people. `protect` gives the public analysis, `preview` the same with an
account of what was merged or withheld and why; `audit` looks for what could still be worked out.
`docs/disclosure.md` tells the rules in plain words.
"""

from learnt.analyse.disclosure.audit import Breach, audit
from learnt.analyse.disclosure.protect import Protected, preview, protect

__all__ = ["Breach", "Protected", "audit", "preview", "protect"]
