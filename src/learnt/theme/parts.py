"""The parts of an ask: its verb, the object of the verb, and what only stands beside them.

A shallow reading, word by word, that needs no model: the duty or the recommending words, the verb
after them (also the verb of a passive, and the one after `ensure that`), then its object up to the
first preposition. `review the policy on training` has the verb `review`, the object `policy` and
the complement `on training`.
"""

from enum import IntEnum

from learnt.theme.grammar import is_participle, is_topical, is_verb, spans, words
from learnt.theme.tokens import Token


class Part(IntEnum):
    """What a word is in an ask; the greater, the nearer to what is asked for."""

    BACKGROUND = 0
    ADDRESSEE = 1
    PURPOSE = 2
    COMPLEMENT = 3
    MODIFIER = 4
    OBJECT = 5
    VERB = 6


LONGEST_SUBJECT = 28
"""Most words before the duty for what stands there to be its subject."""


class Sentence:
    """Reads one sentence of an ask; `parts` is what each of its tokens is."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.parts = [Part.COMPLEMENT] * len(tokens)
        self.verbs: list[int] = []
        self._passes = dict(spans("passes", tokens))
        self._purposes = dict(spans("purposes", tokens))
        self._read()

    def word(self, place: int) -> str:
        """Give the folded word at `place`, or "" after the end."""
        return self.tokens[place].word if 0 <= place < len(self.tokens) else ""

    def _read(self) -> None:
        start = self._after_opening()
        if self._is_imperative(start):
            self._predicate(start)
            return
        duty = next(
            (span for span in spans("modals", self.tokens) if start <= span[0] <= start + 40), None
        )
        to_do = self._name_to_do(start)
        if to_do and (duty is None or to_do < duty[0]):
            self._clause(start, to_do, to_do + 1)
        elif duty is not None:
            self._clause(start, *duty)
        elif start and (verb := self._bare_verb(start)):
            self._clause(start, verb, verb)
        else:
            self._object(start)

    def _after_opening(self) -> int:
        """Give where the ask begins: after `However,` and `It is recommended that`."""
        start = max((end for _, end in spans("performs", self.tokens)), default=0)
        while self.word(start) in words("contrast") | {",", ":", "that", "•", "to"}:
            start += 1
        if start:
            self._mark(0, start, Part.ADDRESSEE)
        return start

    def _is_imperative(self, start: int) -> bool:
        verb = self._skip_adverbs(start)
        if not is_verb(self.word(verb)):
            return verb in self._passes
        opened = self.word(start - 1) == "to" or self.word(verb + 1) in words("determiners")
        subject_first = any(
            begin - start <= 4 for begin, _ in spans("modals", self.tokens) if begin > verb
        )
        return opened or not subject_first

    def _name_to_do(self, start: int) -> int:
        """Give the place of `to` in `The Trust to review ...`, or 0."""
        for place in range(start + 1, min(start + LONGEST_SUBJECT, len(self.tokens) - 1)):
            if self.word(place) in ".;:":
                return 0
            if self.word(place) == "to" and is_verb(self.word(self._skip_adverbs(place + 1))):
                return place
        return 0

    def _bare_verb(self, start: int) -> int:
        """Give the place of the verb in `that the Trust review its policy`, or 0."""
        for place in range(start + 1, min(start + LONGEST_SUBJECT, len(self.tokens))):
            before = self.word(place - 1)
            follows = self.word(place + 1)
            if self.word(place) == "be" or place in self._passes:
                return place
            if (
                is_verb(self.word(place))
                and before not in words("determiners") | words("prepositions") | {"of", "and"}
                and (follows in words("determiners") or follows not in words("prepositions"))
                and follows not in {"should", "must", "and", ",", "of", ""}
            ):
                return place
        return 0

    def _clause(self, start: int, duty: int, after: int) -> None:
        """Read a subject and its predicate, which begins at `after`."""
        verb = self._skip_adverbs(after)
        self._mark(start, duty, Part.ADDRESSEE)
        self._mark(duty, after, Part.ADDRESSEE)
        if self.word(start) in words("conditions"):
            comma = next((i for i in range(start, duty) if self.word(i) == ","), start)
            self._mark(start, comma, Part.COMPLEMENT)
            start = comma
        if self._is_about_subject(verb):
            self._object(start, duty)
        self._predicate(verb)

    def _is_about_subject(self, verb: int) -> bool:
        """Whether the subject is what is asked about: a passive, `is in place`, `should include`."""
        word = self.word(verb)
        if word in words("be"):
            nearest = self._skip_adverbs(verb + 1)
            return self.word(nearest) not in words("asked") and self.word(nearest) != "to"
        return is_topical(word) and verb not in self._passes

    def _predicate(self, place: int) -> None:
        """Read a verb and what comes after it."""
        place = self._skip_adverbs(place)
        passed = self._passes.get(place)
        if passed and self.word(passed) not in {"", "."}:
            self._mark(place, passed, Part.ADDRESSEE)
            self._passed_on(passed)
        elif self.word(place) in words("be"):
            self._being(place)
        elif place < len(self.tokens):
            self._take_verbs(place)

    def _passed_on(self, place: int) -> None:
        """Read what `ensure` passes on to: a clause, a verb or an object."""
        if self.word(place) in {"that", "how", "whether"}:
            place += 1
        if self.word(place) == "to":
            self._predicate(place + 1)
            return
        if is_verb(self.word(place)) and self.word(place + 1) in words("determiners"):
            self._predicate(place)
            return
        end = min(place + LONGEST_SUBJECT, len(self.tokens))
        for at in range(place + 1, end):
            word, before = self.word(at), self.word(at - 1)
            if word in ".;" or at in self._purposes:
                break
            if word in words("be") or word in {"has", "have"}:
                self._object(place, at)
                self._predicate(at)
                return
            if self._is_finite_verb(at, before):
                self._mark(place, at, Part.MODIFIER)
                self._predicate(at)
                return
        if self.word(place) in words("adverbs") or self.word(place).endswith("ing"):
            self._take_verbs(place)
        else:
            self._object(place)

    def _is_finite_verb(self, at: int, before: str) -> bool:
        """Whether the word says what somebody does: `staff complete the form`."""
        word, after = self.word(at), self.word(at + 1)
        if before in words("determiners") | words("prepositions") | {"of", "and", "or", "to", ","}:
            return False
        bare = word[:-1] if word.endswith("s") and not is_verb(word) else word
        return is_verb(bare) and (
            after in words("determiners") or (before.endswith("s") and is_verb(word))
        )

    def _being(self, place: int) -> None:
        """Read `be reviewed`, `are reminded to record`, `be a policy`, `be aware of`."""
        verb = self._skip_adverbs(place + 1)
        self._mark(place, verb, Part.ADDRESSEE)
        word = self.word(verb)
        if word == "to":
            self._predicate(verb + 1)
        elif word in words("asked"):
            self._verb(verb)
            if self.word(verb + 1) == "to":
                self._predicate(verb + 2)
            else:
                self._object(verb + 1)
        elif is_participle(word):
            self._take_verbs(verb, passive=True)
        else:
            self._object(verb)

    def _take_verbs(self, place: int, passive: bool = False) -> None:
        """Mark a verb, with those joined to it (`review and update`), and read the object."""
        self._verb(place)
        place += 1
        while self.word(place) in {"and", "or", ","} and (
            is_participle(self.word(place + 1)) if passive else is_verb(self.word(place + 1))
        ):
            self._verb(place + 1)
            place += 2
        if passive:
            self._rest(place, len(self.tokens))
        else:
            self._object(place)

    def _object(self, start: int, end: int | None = None) -> None:
        """Mark an object up to its first preposition, its last words as what it is."""
        end = len(self.tokens) if end is None else end
        place = start
        for place in range(start, end + 1):
            word = self.word(place)
            ends = place == end or word in words("prepositions") or not word[:1].isalnum()
            if ends or word == "of" or place in self._purposes or word == "to":
                break
        self._mark(start, place, Part.MODIFIER)
        self._mark_heads(start, place)
        if self.word(place) == "of" and place < end:
            light = self.word(place - 1) in words("light")
            self._object(place + 1, end) if light else self._rest(place, end)
        elif self.word(place) in {",", "("} and place < end:
            self._rest(place, end)
        else:
            self._rest(place, end)

    def _mark_heads(self, start: int, end: int) -> None:
        """Mark the last word before each `and` and before the end."""
        for place in range(start, end):
            if place + 1 == end or self.word(place + 1) in {"and", "or"}:
                self.parts[place] = Part.OBJECT

    def _rest(self, start: int, end: int) -> None:
        """Read what follows the object: complements, purposes, and further asks."""
        part = Part.COMPLEMENT
        place = start
        while place < end:
            if self.word(place) in ".;:":
                part = Part.COMPLEMENT
            again = self._begins_again(place)
            if again and end == len(self.tokens):
                self._predicate(again)
                return
            if place in self._purposes:
                part = Part.PURPOSE
            self.parts[place] = part
            place += 1

    def _begins_again(self, place: int) -> int:
        """Give where another verb of the same ask begins (`, and ensure ...`), or 0."""
        if self.word(place) not in {"and", ";", ",", "•", ":", "then"}:
            return 0
        at = place + 1
        while self.word(at) in {"and", "that", "also", "to", "then", "should", "must", "be", "•"}:
            at += 1
        follows = self.word(at + 1)
        opens = at in self._passes or (
            is_verb(self.word(at)) and follows in words("determiners") | {"that"}
        )
        return at if opens else 0

    def _verb(self, place: int) -> None:
        if place < len(self.tokens):
            self.parts[place] = Part.VERB
            self.verbs.append(place)

    def _mark(self, start: int, end: int, part: Part) -> None:
        self.parts[start:end] = [part] * max(0, min(end, len(self.tokens)) - start)

    def _skip_adverbs(self, place: int) -> int:
        while self.word(place) in words("adverbs") or self.word(place).endswith("ly"):
            place += 1
        return place
