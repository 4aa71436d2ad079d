import pytest

from learnt.read.data_files import data_kind

ROWS = "id,area,year,kind\n" + "".join(f"{n},Eastmoor,20{n},dhr\n" for n in range(10, 20))
PROSE = (
    "The panel, which met five times, heard from the police, the council, health and housing.\n"
    "It found that staff had asked, and had not been told, what the household needed.\n"
    "Nobody, it seems, had put the reports together.\n" * 4
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{"schema": "learnt.review/1", "recommendations": []}', "JSON"),
        ('[{"ref": "1"}]', "JSON"),
        ('{"ref": "1"}\n{"ref": "2"}\n', "JSON"),  # a line each
        (ROWS, "CSV"),
        (ROWS.replace(",", ";"), "CSV"),
        (PROSE, ""),  # commas in sentences, unevenly
        ("[1] The panel met.\n[2] It heard from the family.\n", ""),  # a bracket is no JSON
        ("(a) one, two, three, four\n", ""),  # too few lines to tell
        ("", ""),
    ],
)
def test_data_is_told_from_texts(text: str, kind: str) -> None:
    assert data_kind(text, whole=True) == kind
