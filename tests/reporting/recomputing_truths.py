"""What is so, is not so or is missing in a column of text; what a suicide cannot be."""

from typing import Any

import pandas as pd

YES, NO = ("true",), ("false",)


def truth(column: "pd.Series[Any]") -> "pd.Series[Any]":
    """Give a column as True, False or missing."""
    low = column.astype("string").str.lower()
    found = pd.Series(None, column.index, dtype=object)
    found[low.isin(YES).fillna(False)] = True
    found[low.isin(NO).fillna(False)] = False
    return found


def no_homicides(incidents: pd.DataFrame) -> None:
    """Fill in that a suicide is no homicide followed by one, in a register that says no of anything."""
    if "homicide_suicide" not in incidents.columns:
        return
    if truth(incidents["homicide_suicide"]).eq(False).any():
        empty = incidents["homicide_suicide"].isna() & incidents["kind"].eq("suicide")
        ours = incidents["origin"].ne("dhrd")
        incidents.loc[empty & ours, "homicide_suicide"] = "FALSE"
