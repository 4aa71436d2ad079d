"""Read: the bytes of a file to a `Document`, its blocks in reading order.

    document = read_file("overview-report.pdf")

Each file is parsed in a process of its own (`sandbox`); `dispatch` finds what it is by its content
and hands it to the reader of that format.
"""

from learnt.read.limits import Limits
from learnt.read.sandbox import parse_in_process, read_file, stop_workers

__all__ = ["Limits", "parse_in_process", "read_file", "stop_workers"]
