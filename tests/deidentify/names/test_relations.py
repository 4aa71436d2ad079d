"""Who is whom, where the document tells it by what happened."""

import pytest

from learnt.deidentify.names import learn


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The murder of Nadia shocked her friends. Nadia had died alone.", "Nadia", "victim"),
        ("Idris pleaded guilty. Idris was sentenced in May.", "Idris", "perpetrator"),
        ("Idris was arrested and charged.", "Idris", None),  # nobody is called so for a charge
        ("Nadia's mother, Halima, spoke. The murder of Nadia.", "Halima", "victim's mother"),
        ("The murder of Nadia and the murder of Halima.", "Nadia", None),  # two may be meant
    ],
)
def test_roles_from_what_happened(text: str, name: str, role: str | None) -> None:
    assert learn(text).role_of(name) == role


@pytest.mark.parametrize(
    "line",
    [
        "Muriel Thwaite | Team Manager | Northmere Council",
        "Chair: Muriel Thwaite",
        "Report author – Dr Muriel Thwaite",
        "The partnership appointed Muriel Thwaite to be the independent chair.",
    ],
)
def test_posts_are_public(line: str) -> None:
    assert not list(learn(line).people())


@pytest.mark.parametrize("line", ["Recommendation 11: A senior officer", "Stage 2 | the victim"])
def test_labels_of_things_are_no_codes(line: str) -> None:
    assert not list(learn(line).people())
