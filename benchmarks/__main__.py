"""`python -m benchmarks`: the whole bench, or a quick part of it while working on a rule."""

import argparse
import logging
import sys
from pathlib import Path

from benchmarks import bench
from benchmarks.corpus import ROOT


def parse_options(arguments: list[str]) -> bench.Options:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="accuracy only, no files written")
    parser.add_argument("--layouts", nargs="*", default=[], help="only these layouts")
    parser.add_argument("--formats", nargs="*", default=[], help="only these formats")
    parser.add_argument("--reviews", type=int, default=1, help="reviews to write of each layout")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", choices=["brief", "full"], default="full")
    parser.add_argument("--fresh", action="store_true", help="write the reviews again")
    parser.add_argument("--folder", type=Path, help="measure the reviews in this folder instead")
    parser.add_argument("--misses", type=int, default=3, help="misses shown a measure")
    parser.add_argument("--only", nargs="*", default=[], help="show misses of these measures")
    parser.add_argument("--parts", nargs="*", default=list(bench.PARTS), choices=bench.PARTS)
    parser.add_argument("--output", type=Path, default=ROOT / "benchmarks" / "results.md")
    return bench.Options(**vars(parser.parse_args(arguments)))


if __name__ == "__main__":
    logging.basicConfig(level=logging.ERROR)
    sys.exit(bench.run(parse_options(sys.argv[1:])))
