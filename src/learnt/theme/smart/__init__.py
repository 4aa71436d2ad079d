"""Can a recommendation be acted on as written: who, doing what, known by what, and when.

Each criterion is met or not, with the words that meet it or what is missing. The words are data
(`rules/smart.toml`).
"""

from learnt.theme.smart.assess import assess, assess_review

__all__ = ["assess", "assess_review"]
