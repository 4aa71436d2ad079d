"""What a national report loses to disclosure control: few rows."""

from collections import Counter

import pytest

from learnt.analyse import analyse
from learnt.analyse.disclosure import audit, protect
from tests.analyse import dhrd

pytestmark = pytest.mark.skipif(not dhrd.SHARED.is_dir(), reason="needs shared/data/dhrd")


def test_a_national_report_keeps_nearly_all_of_its_joint_tables() -> None:
    """Groups under 5 are merged; what is withheld is rows of tags that hardly any death has."""
    internal = analyse(dhrd.read())
    public = protect(internal)
    count: Counter[str] = Counter()
    for before, after in zip(internal.tallies, public.tallies, strict=True):
        if before.personal and before.section in ("homicides", "suicides"):
            count[f"{before.section} told"] += not after.withheld
        if before.personal and before.section in ("joint", "register-tags"):
            count["tables"] += 1
            count["withheld tables"] += bool(after.withheld)
            count["withheld rows"] += sum(bool(row.withheld) for row in after.findings)
            count["large rows"] += sum((row.numerator or 0) >= 5 for row in before.findings)
            count["told rows"] += sum(not row.withheld for row in after.findings)
    assert count["tables"] > 25
    assert count["withheld tables"] == 0
    assert count["withheld rows"] <= 3
    assert count["told rows"] >= 0.95 * count["large rows"]
    assert (count["homicides told"], count["suicides told"]) == (16, 9)
    assert audit(public) == ()
