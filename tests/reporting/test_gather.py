from learnt.records.case import Entry, Incident, Register
from learnt.reporting.gather import gather

TEXT = "The Police should train all officers in coercive control by March 2024."


def register(**values: str) -> Register:
    return Register(
        incidents=(
            Incident(id="I-1", values={"csp": "Elmbury", "death_date": "2019-04"}),
            Incident(id="I-2", values={"csp": "Elmbury", "review_status": "in-progress"}),
        ),
        documents=(Entry(id="D-1", values={"incident_id": "I-1"}),),
        recommendations=(Entry(id="R-1", values={"document_id": "D-1", "text": TEXT, **values}),),
    )


def test_a_recommendation_belongs_to_the_incident_of_its_document() -> None:
    material = gather(register(), source="a folder", date="2026-01-01")
    assert material.reviews is not None
    assert [one.id for one in material.reviews] == ["I-1"], "a review in progress has no page yet"
    assert material.reviews[0].year_of_death == 2019
    assert material.asks is not None
    assert material.asks[0].review == "I-1"


def test_what_the_dataset_lacks_is_filled_in() -> None:
    material = gather(register(addressees="Police"), source="a folder", date="2026-01-01")
    assert material.asks is not None
    ask = material.asks[0]
    assert "training" in ask.themes
    assert ask.agency_types == ("police",)
    assert ask.smart is not None
    assert ask.smart["time"]


def test_what_the_dataset_says_stays() -> None:
    given = {"themes": "policy | children", "main_theme": "policy", "agency_types": "housing"}
    material = gather(register(**given), source="a folder", date="2026-01-01")
    assert material.asks is not None
    ask = material.asks[0]
    assert ask.main_theme == "policy"
    assert "training" not in ask.themes
    assert ask.agency_types == ("housing",)


def test_a_release_without_recommendations_has_nothing_to_count_of_them() -> None:
    material = gather(Register(), source="a folder", date="2026-01-01")
    assert material.reviews is None
    assert material.asks is None
