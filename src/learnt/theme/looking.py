"""Questions about the words of one sentence, for reading it: where its predicate stands, and so on."""

from learnt.theme import grammar
from learnt.theme.grammar import is_finite, is_topical, is_verb, spans, words
from learnt.theme.tokens import Token

LONGEST_SUBJECT = 40
"""Most words before the verb for what stands there to be its subject."""
DUTIES = ("should", "must", "shall")


class Looking:
    """Looks at one sentence and changes nothing."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.end = len(tokens)
        self._closings = _closings(tokens)
        self.passes = dict(spans("passes", tokens))
        self.purposes = dict(spans("purposes", tokens))
        self.modals = dict(spans("modals", tokens))

    def word(self, place: int) -> str:
        """Give the folded word at `place`, or "" outside the sentence."""
        return self.tokens[place].word if 0 <= place < self.end else ""

    def is_imperative(self, start: int) -> bool:
        """Whether the ask begins with its verb."""
        verb = self.skip_adverbs(start)
        if verb in self.passes:
            return True
        if not is_verb(self.word(verb)) or self.word(verb + 1) in {"of", "is", "are"}:
            return False
        if self.word(start - 1) == "to" or self.word(verb + 1) in words("determiners") | words(
            "inner"
        ):
            return True
        return not any(verb < begin <= verb + 4 for begin in self.modals)

    def is_actor(self, start: int, end: int) -> bool:
        """Whether a subject names who is to act, and not what it is about."""
        head = end - 1
        for at in range(start, end):
            word = self.word(at)
            if at > start and (word in words("prepositions") or word in {"of", ",", "("}):
                head = at - 1
                break
        return (
            head < start
            or grammar.is_actor(self.word(head))
            or (head > 0 and self.tokens[head].is_capital)
        )

    def find_predicate(self, start: int) -> tuple[int, int] | None:
        """Give where the duty stands and where the verb is looked for; None if there is none."""
        inner = closing = 0
        for at in range(start, min(start + LONGEST_SUBJECT, self.end)):
            word = self.word(at)
            if word in ".;:":
                return None
            closing = max(closing, self.closing(at))
            if at < closing:
                continue
            if word in words("inner"):
                inner = 1
                continue
            found = self._predicate_at(at, start)
            if inner and (found or word in words("helping")):
                inner = 0
            elif found:
                return found
        return None

    def closing(self, place: int) -> int:
        """Give the place after the bracket that closes the one at `place`, or 0."""
        return self._closings.get(place, 0)

    def _predicate_at(self, at: int, start: int) -> tuple[int, int] | None:
        """Give duty and verb if what is said of the subject begins at `at`."""
        word, before = self.word(at), self.word(at - 1)
        if at in self.passes and before not in words("determiners"):
            return at, at
        if at == start:
            return None
        if at in self.modals:
            return at, self.modals[at]
        if word == "to" and before not in words("nominal"):
            verb = self.skip_adverbs(at + 1)
            acts = is_verb(self.word(verb)) or verb in self.passes or self.word(verb) == "be"
            return (at, verb) if acts else None
        says = word in words("be") and word not in {"being", "been"}
        return (at, at) if says or self._is_finite(at) else None

    def _is_finite(self, at: int) -> bool:
        """Whether the word says what somebody does: `staff complete the form`."""
        word, before, after = self.word(at), self.word(at - 1), self.word(at + 1)
        if before in words("determiners") | words("prepositions") | {
            "of",
            "and",
            "or",
            "to",
            ",",
            "not",
        }:
            return False
        if is_verb(word) and word not in words("nouns_too"):
            return True
        if is_finite(word) and word[:-1] not in words("nouns_too"):
            return True
        return (is_verb(word) or is_finite(word)) and after in words("determiners") | {"that"}

    def is_about_subject(self, verb: int) -> bool:
        """Whether the subject is what is asked about: a passive, `is in place`, `should include`."""
        word = self.word(verb)
        if word in words("be"):
            nearest = self.skip_adverbs(verb + 1)
            follows = self.word(nearest + 1)
            if self.word(nearest) in words("asked"):
                return follows not in {"to", "that", "of"}
            return self.word(nearest) != "to"
        return is_topical(word) and verb not in self.passes

    def joins(self, place: int) -> bool:
        """Whether the word at `place` is surely a verb, joined to the one before it."""
        return is_verb(self.word(place)) and self.word(place) not in words("nouns_too")

    def ends_object(self, place: int) -> bool:
        """Whether no object goes beyond `place`."""
        word = self.word(place)
        return (
            word in words("prepositions")
            or word in {"of", "to"}
            or not (word[:1].isalnum() or self.closing(place))
            or place in self.purposes
            or bool(self.begins_again(place))
        )

    def begins_again(self, place: int) -> int:
        """Give where another verb of the same ask begins (`, and ensure ...`), or 0."""
        if self.word(place) not in {"and", ";", ",", "•", ":", "then"}:
            return 0
        at = place + 1
        while self.word(at) in {"and", "that", "also", "to", "then", "should", "must", "be", "•"}:
            at += 1
        if self.word(place) == "," and self.word(place + 1) == "to":
            return 0
        return at if at in self.passes or self.opens(at) else 0

    def opens(self, place: int) -> bool:
        """Whether a verb stands here that begins a further ask."""
        word, follows = self.word(place), self.word(place + 1)
        if not is_verb(word) or not follows[:1].isalnum():
            return False
        return word not in words("nouns_too") or follows in words("determiners") | {"that"}

    def skip_adverbs(self, place: int) -> int:
        """Give the place of the next word that is no adverb."""
        while (
            self.word(place) in words("adverbs")
            or self.word(place).endswith("ly")
            or (self.word(place) == "," and self.word(place - 1) in DUTIES)
        ):
            place += 1
        return place


def _closings(tokens: list[Token]) -> dict[int, int]:
    """Give for each bracket that is closed the place after the one that closes it."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for place, token in enumerate(tokens):
        if token.word == "(":
            opened.append(place)
        elif token.word == ")" and opened:
            found[opened.pop()] = place + 1
    return found
