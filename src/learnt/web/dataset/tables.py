"""The tables of the exchange dataset: their columns, keys and meaning.

Names follow the Domestic Homicide Review Dataset (Cook and Cook 2026) where it has a variable.
"""

from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["string", "integer", "number", "boolean"]
PARTIAL_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
SEVERAL = "Several stand with ` | ` between them."


@dataclass(frozen=True, slots=True)
class Field:
    """A column; `link` names the table whose key it holds."""

    name: str
    says: str
    type: Kind = "string"
    required: bool = False
    values: tuple[str, ...] = ()
    pattern: str = ""
    link: str = ""

    def schema(self, key: str) -> dict[str, Any]:
        """Give the field as Table Schema describes it; `key` is the table's own."""
        rules: dict[str, Any] = {}
        if self.required or self.name == key:
            rules["required"] = True
        if self.name == key:
            rules["unique"] = True
        if self.values:
            rules["enum"] = list(self.values)
        if self.pattern:
            rules["pattern"] = self.pattern
        told: dict[str, Any] = {"name": self.name, "type": self.type, "description": self.says}
        if self.type == "boolean":
            told |= {"trueValues": ["TRUE"], "falseValues": ["FALSE"]}
        return told | ({"constraints": rules} if rules else {})


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its first column is its key."""

    name: str
    says: str
    fields: tuple[Field, ...]

    @property
    def key(self) -> str:
        """The name of the key."""
        return self.fields[0].name

    def schema(self) -> dict[str, Any]:
        """Give the Table Schema."""
        links = [field for field in self.fields if field.link]
        told: dict[str, Any] = {
            "fields": [field.schema(self.key) for field in self.fields],
            "primaryKey": [self.key],
            "missingValues": [""],
        }
        if links:
            told["foreignKeys"] = [
                {"fields": [one.name], "reference": {"resource": one.link, "fields": [one.name]}}
                for one in links
            ]
        return told


INCIDENTS = Table(
    "incidents",
    "Deaths under review, as far as they are public.",
    (
        Field("incident_id", "The id of the incident, and the address of its review."),
        Field("csp", "The community safety partnership, as printed."),
        Field("partnership", "The id of the partnership."),
        Field("region", "The region of the partnership."),
        Field("death_date", "The year of death; in public no more is told.", pattern=r"\d{4}"),
        Field("review_status", "How far the review is.", values=("published",)),
        Field("published_on", "When it was published, in part.", pattern=PARTIAL_DATE),
        Field("review_kind", "The kind of review.", values=("dhr", "dardr", "susr", "other")),
        Field("fictional", "Whether the review is invented.", "boolean", required=True),
    ),
)
DOCUMENTS = Table(
    "documents",
    "Published documents of the reviews.",
    (
        Field("document_id", "The id of the document."),
        Field("incident_id", "Its incident.", required=True, link="incidents"),
        Field("title", "A title without names, made by the library.", required=True),
        Field("report_url", "Where the review was published."),
        Field("document_part", "Which part of the review it is, as a file's name."),
        Field("sha256", "SHA-256 of the file.", pattern="[0-9a-f]{64}"),
        Field("media_type", "The kind of file."),
        Field("pages", "How many pages it has.", "integer"),
        Field("language", "The language, as a code (ISO 639-1)."),
    ),
)
RECOMMENDATIONS = Table(
    "recommendations",
    "What the reviews recommend.",
    (
        Field("recommendation_id", "The id of the recommendation; it stays."),
        Field("document_id", "The document that was read.", link="documents"),
        Field("incident_id", "Its incident.", required=True, link="incidents"),
        Field("order", "The place in the review, from 1.", "integer", required=True),
        Field("reference", "The number or letter, as printed."),
        Field("title", "The title, if one is printed."),
        Field("text", "The text, without names of people of the case.", required=True),
        Field("context", "What the review says before, where the text needs it."),
        Field("addressees", f"Who is asked, as printed. {SEVERAL}"),
        Field("agencies", f"The ids of these bodies, empty where not known. {SEVERAL}"),
        Field("agencies_now", f"The ids of who has their duties today. {SEVERAL}"),
        Field("agency_types", f"The types of these bodies. {SEVERAL}"),
        Field("level", "Whom it binds.", values=("single-agency", "multi-agency", "national")),
        Field("scope", "The scope, as printed.", values=("local", "regional", "national")),
        Field("themes", f"The ids of its themes in the codebook. {SEVERAL}"),
        Field("main_theme", "The id of the theme that stands for it."),
        Field("page", "The page on which it stands.", "integer"),
        Field("checked", "Who checked it last.", required=True, values=("machine", "person")),
        Field("checked_on", "When a person checked it.", pattern=PARTIAL_DATE),
        Field("repeat_group", "The id of a group that asks the same in several reviews."),
        Field("confidence", "How sure the program was, from 0 to 1.", "number"),
        Field("read_with", "The version of the software that read it."),
        Field("coded_with", "The version of the codebook that gave the themes."),
    ),
)
TABLES = (INCIDENTS, DOCUMENTS, RECOMMENDATIONS)
