import pytest

from learnt.read.contents import entry_forms, find_contents

NUMBERED = ["Contents", "Findings", "Learning point 1", "Learning point 2", "Glossary"]
BODY = ["Introduction", "Text of it.", "Findings", "More text.", "Glossary", "Words."]


@pytest.mark.parametrize(
    ("why", "texts", "apart"),
    [
        ("plain lines", ["Contents", "Introduction", "Findings", "Glossary", *BODY], {0, 1, 2, 3}),
        ("numbers and pages",
         ["CONTENTS", "1 Introduction 3", "2. Findings .... 7", "3 Glossary 9", *BODY], {0, 1, 2, 3}),
        ("one line that was reworded",
         ["Contents", "Introduction", "Old name", "Findings", "Glossary", *BODY], {0, 1, 2, 3, 4}),
        ("headings that only count", [*NUMBERED, *NUMBERED[1:]], {0, 1, 2, 3, 4}),
        ("text that comes twice in the body", ["Contents", *BODY[::2], *BODY, *BODY[1::2]], {0, 1, 2, 3}),
        ("in Welsh", ["Cynnwys", "Introduction", "Findings", "Glossary", *BODY], {0, 1, 2, 3}),
        ("no title", ["Introduction", "Findings", "Glossary", *BODY], set()),
        ("a chapter of that name", ["Contents", "The letters say little.", "They are short.", *BODY], set()),
        ("too few lines", ["Contents", "Introduction", "Introduction", "Text."], set()),
        ("nothing", [], set()),
    ],
)  # fmt: skip
def test_contents_pages(why: str, texts: list[str], apart: set[int]) -> None:
    assert find_contents(texts) == apart, why


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("1.2 Terms of reference 14", {"terms of reference 14", "terms of reference"}),
        ("Terms of reference ..... 14", {"terms of reference ..... 14", "terms of reference"}),
        ("2019", {"2019"}),
        ("Learning point 1", {"learning point 1", "learning point"}),
    ],
)
def test_entry_forms(text: str, forms: set[str]) -> None:
    assert entry_forms(text) == forms
