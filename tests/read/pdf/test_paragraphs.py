"""Lines to paragraphs: none fused, none split, no number lost."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from tests.read.pdf.paper import PROSE, drawn, flowed, lines, only, para, printed, read, write

WORDS = [
    "the",
    "panel",
    "review",
    "officer",
    "agency",
    "risk",
    "assessment",
    "information",
    "shared",
    "with",
    "between",
    "referral",
    "made",
    "within",
    "months",
    "12",
    "3",
    "2016",
    "training",
    "should",
    "ensure",
    "that",
    "all",
    "staff",
    "policy",
    "practice",
    "family",
    "under-used",
    "follow-up",
    "multi-agency",
    "for",
    "example",
    "however",
    "there",
    "was",
    "no",
    "evidence",
    "8.2",
    "section",
]


def sentence(chance: random.Random) -> str:
    words = [chance.choice(WORDS) for _ in range(chance.randint(5, 24))]
    return f"The {' '.join(words)} considered."


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    label=st.sampled_from(["", "dotted", "margin", "bullet", "bold"]),
    columns=st.sampled_from([1, 2]),
    aligned=st.sampled_from([0, 4]),
    leading=st.sampled_from([13, 14, 16]),
)
def test_paragraphs_come_back_as_set(
    seed: int, label: str, columns: int, aligned: int, leading: int
) -> None:
    """Whatever the layout, every paragraph of one sentence comes back whole, and nothing else."""
    chance = random.Random(seed)
    flow, expected = [], []
    for number in range(1, 9):
        text = sentence(chance)
        mark = {"dotted": f"{number}.", "margin": f"4.{number}", "bullet": "•"}.get(label, "")
        lead = f"Recommendation {number}:" if label == "bold" else ""
        set_text = f"<b>{lead}</b> {text}" if lead else text
        flow.append(para(set_text, mark, leading=leading, alignment=aligned))
        expected.append(f"{mark}{lead} {text}".strip())
    assert printed(read(flowed(flow, columns))) == expected


class TestNumbers:
    def test_number_that_begins_a_line_stays_in_its_sentence(self) -> None:
        body = [PROSE[0], "12 months after the first report was made to the police at the station"]
        document = read(drawn(lambda canvas: lines(canvas, 72, 100, [*body, "by a friend."])))
        (text,) = printed(document)
        assert "before they left 12 months after" in text

    def test_section_number_that_begins_a_line(self) -> None:
        body = [
            PROSE[0].replace("before they left", "as stated in paragraph"),
            "8.2 of this review.",
        ]
        document = read(drawn(lambda canvas: lines(canvas, 72, 100, body)))
        (text,) = printed(document)
        assert text.endswith("paragraph 8.2 of this review.")

    @pytest.mark.parametrize(
        ("label", "kind"),
        [
            ("8.2", "paragraph"),
            ("7.2.2.", "paragraph"),
            ("7.2.10.", "paragraph"),
            ("10.4a", "paragraph"),
            ("(a)", "item"),
            ("a)", "item"),
            ("iv.", "item"),
            ("12.", "item"),
            ("•", "item"),
            ("-", "item"),
        ],
    )
    def test_label_is_parted_from_its_text(self, label: str, kind: str) -> None:
        def page(canvas: Canvas) -> None:
            lines(canvas, 72, 100, PROSE)
            write(canvas, 72, 200, label)
            write(
                canvas, 110, 200, "The panel heard from the family and from a friend of theirs who"
            )
            write(canvas, 110, 214, "had written to the chair.")

        block = only(read(drawn(page)), "The panel heard")
        assert (block.number, block.kind) == (label, kind)
        assert block.text.endswith("written to the chair.")

    def test_recommendation_and_number_stay_in_the_text(self) -> None:
        flow = [para("<b>Recommendation 3:</b> That the board reviews its policy.")]
        (block,) = read(flowed([para(" ".join(PROSE)), *flow])).blocks[1:]
        assert (block.number, block.text[:17]) == ("", "Recommendation 3:")

    def test_wingdings_bullet_is_a_bullet(self) -> None:
        document = read(
            flowed([para(" ".join(PROSE)), para("An item of a list", "o"), para("More", "o")])
        )
        assert [block.number for block in document.blocks] == ["", "o", "o"]


def test_bold_label_opens_a_paragraph_without_space_above() -> None:
    flow = [
        para(f"<b>Recommendation {n}:</b> {PROSE[0]} {PROSE[1]} and no more.", spaceAfter=0)
        for n in range(1, 4)
    ]
    assert len(read(flowed(flow)).blocks) == 3


def test_first_line_indents_part_paragraphs() -> None:
    text = " ".join(PROSE)
    flow = [para(text, spaceAfter=0, firstLineIndent=20, alignment=4) for _ in range(4)]
    assert printed(read(flowed(flow))) == [text] * 4


def test_paragraph_goes_on_over_page_header_and_note() -> None:
    def first(canvas: Canvas) -> None:
        write(canvas, 72, 40, "Review of a death", 9)
        lines(canvas, 72, 640, PROSE[:5])
        write(canvas, 72, 756, "1", 6)
        write(canvas, 78, 760, "A note at the foot of the page.", 9)
        write(canvas, 290, 810, "1", 9)

    def second(canvas: Canvas) -> None:
        write(canvas, 72, 40, "Review of a death", 9)
        lines(canvas, 72, 100, PROSE[5:])
        write(canvas, 290, 810, "2", 9)

    document = read(drawn(first, second))
    (block,) = document.blocks
    assert block.text == " ".join(PROSE)
    assert [place.page for place in block.places] == [1, 2]


def test_finished_paragraph_is_not_joined_to_the_next_page() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 640, PROSE)

    assert len(read(drawn(page, page)).blocks) == 2


def test_nested_items_know_their_depth() -> None:
    def page(canvas: Canvas) -> None:
        for at, (x, mark) in enumerate([(72, "1."), (100, "a)"), (100, "b)"), (72, "2.")]):
            write(canvas, x, 100 + 20 * at, mark)
            write(canvas, x + 20, 100 + 20 * at, "Words of this item.")

    assert [block.level for block in read(drawn(page)).blocks] == [0, 1, 1, 0]


def test_list_within_a_sentence_stays_in_it() -> None:
    body = [
        "The bulletin of that month was sent to all the officers of the county and it listed these three:",
        "1. a change of shift times; 2. a new form for people who are missing from their home; and",
        "3. the date of the next briefing.",
    ]
    assert len(printed(read(drawn(lambda canvas: lines(canvas, 72, 100, body, 10))))) == 1


def test_bold_label_after_a_full_line_without_a_stop() -> None:
    first = f"<b>Recommendation 7:</b> {PROSE[0]} (Westmarsh Constabulary and the Board of Health)"
    flow = [
        para(text, spaceAfter=0, alignment=4)
        for text in (first, f"<b>Recommendation 8:</b> {PROSE[1]}")
    ]
    assert len(read(flowed([para(" ".join(PROSE)), *flow])).blocks) == 3
