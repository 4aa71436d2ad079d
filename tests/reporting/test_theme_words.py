"""Themes as people write them in a register of their own."""

import pytest

from learnt.reporting.theme_words import theme_ids


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("training", ("training",)),
        ("Training", ("training",)),
        ("Training and workforce development", ("training",)),
        ("Risk assessments", ("risk",)),
        ("Information sharing", ("information-sharing",)),
        ("Policy, procedure and guidance", ("policy",)),  # a name that holds commas is one theme
        ("Policy, training", ("policy", "training")),
        ("policy; Training\nPolicy", ("policy", "training")),
        ("risk | referral", ("risk", "referral")),
        ("Learning disability", ("Learning disability",)),  # not the theme learning
        ("Referral pathways", ("Referral pathways",)),
        ("Training for doctors, policy", ("Training for doctors, policy",)),
        ("Identification of risk", ("Identification of risk",)),  # a tag of the Home Office library
        ("", ()),
        (None, ()),
    ],
)
def test_words_that_mean_one_theme_are_read(cell: object, wanted: tuple[str, ...]) -> None:
    assert theme_ids(cell) == wanted
