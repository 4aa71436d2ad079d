"""What its recommendations call a body tells its type, where nothing else does."""

import pytest

from learnt.agencies import match_agency
from learnt.agencies.register import built_in
from tests.agencies.factory import review_of

REGISTER = built_in()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The IDVA service to review its safety plans.", "domestic-abuse-service"),
        ("It is recommended that the recovery service names a lead.", "substance-misuse-service"),
        ("It is noted. The housing provider should write to tenants.", "housing"),
        ("That Larch House should work with the IDVA service.", None),  # with another
        ("To review how the police were told.", None),  # not the one that acts
        ("The review found much. The victim was known.", None),
        ("The practice described here would not be possible now.", None),  # asks nothing
        ("It is recommended that the position is reviewed.", None),
        ("", None),
    ],
)
def test_the_subject_tells_the_type(text: str, kind: str | None) -> None:
    match = match_agency(
        "Larch House", review_of("Loxley", "Larch House", text=text), register=REGISTER
    )
    assert (match.type, match.agency) == (kind, None), match.why


def test_two_callings_tell_nothing() -> None:
    review = review_of(
        "Loxley", "Larch House", text="The IDVA service to act. The housing provider to act."
    )
    assert match_agency("Larch House", review, register=REGISTER).type is None


def test_another_name_is_not_told() -> None:
    review = review_of("Loxley", "Larch House", text="The IDVA service to act.")
    other = match_agency("Elm House", review, register=REGISTER)
    assert other.type is None
