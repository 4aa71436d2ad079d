"""Tables whose cells are parted by tabs."""

from learnt.read.tabs import find_tabbed, read_tabbed

HEADER = "Recommendation\tLead agency\tTarget date"


def test_empty_cells_keep_their_places() -> None:
    lines = [HEADER, "Write.\t\tMay 2020", "\tLongham Police\t", "Tell.\tCouncil"]
    assert find_tabbed(lines, 0) == 4
    assert [row.texts for row in read_tabbed(lines)[1:]] == [
        ("Write.", "", "May 2020"),
        ("", "Longham Police", ""),
        ("Tell.", "Council", ""),
    ]


def test_runs_of_tabs_reach_one_column() -> None:
    """Typed until the next column was reached, more often after short words."""
    lines = ["Name\t\t\tRole\tAgency", "Alder\t\tNurse\tTrust", "Bartholomew\tClerk\tCouncil"]
    assert [row.texts for row in read_tabbed(lines)] == [
        ("Name", "Role", "Agency"),
        ("Alder", "Nurse", "Trust"),
        ("Bartholomew", "Clerk", "Council"),
    ]


def test_a_line_alone_names_the_group_below() -> None:
    lines = [HEADER, "Longham Council", "Write.\tHousing\tMay 2020", "Tell.\tHousing\tJune 2020"]
    assert find_tabbed(lines, 0) == 4
    assert read_tabbed(lines)[1].spans_all


def test_text_after_the_rows_is_no_group() -> None:
    lines = [HEADER, "Write.\tHousing\tMay 2020", "The panel thanks all who took part in this."]
    assert find_tabbed(lines, 0) == 2
    lines = [HEADER, "Write.\tHousing\tMay 2020", "End of the plan", "", "Text\twith\ttabs"]
    assert find_tabbed(lines, 0) == 2


def test_numbered_paragraphs_are_no_table() -> None:
    assert find_tabbed(["8.1\tThe panel met.", "8.2\tThe panel heard."], 0) == 0


def test_long_head_is_a_header_by_its_words() -> None:
    head = "Recommendation\tScope of recommendation i.e. local, regional or national\tLead agency"
    lines = [head, "Write.\tLocal\tCouncil", "Tell.\tLocal\tPolice"]
    assert read_tabbed(lines)[0].header
