"""The parts of an ask: its verb, the object of the verb, and what only stands beside them.

A shallow reading, word by word, that needs no model: the duty or the recommending words, the verb
after them (also the verb of a passive, and the one after `ensure that`), then its object up to the
first preposition. `review the policy on training` has the verb `review`, the object `policy` and
the complement `on training`.
"""

from enum import IntEnum

from learnt.theme.grammar import (
    is_actor,
    is_finite,
    is_participle,
    is_topical,
    is_verb,
    spans,
    words,
)
from learnt.theme.tokens import Token


class Part(IntEnum):
    """What a word is in an ask; the greater, the nearer to what is asked for."""

    BACKGROUND = 0
    ADDRESSEE = 1
    PURPOSE = 2
    CONDITION = 3
    COMPLEMENT = 4
    MODIFIER = 5
    OBJECT = 6
    VERB = 7


LONGEST_SUBJECT = 40
"""Most words before the verb for what stands there to be its subject."""

LONGEST_RELATIVE = 5
"""How many words after `who` or `which` are taken to tell only of the word before it."""


def parts_of(tokens: list[Token]) -> tuple[list[Part], int]:
    """Give what each token of a sentence that asks is, and where its first verb ends.

    Verbs that only remind or support somebody to do something are not counted as the first.
    """
    reading = _Reading(tokens)
    return reading.parts, reading.verbs[0] + 1 if reading.verbs else len(tokens)


class _Reading:
    """Reads one sentence of an ask."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.parts = [Part.COMPLEMENT] * len(tokens)
        self._end = len(tokens)
        self._verb = ""
        self._hands_on = False
        self.verbs: list[int] = []
        self._is_hollow = False
        self._passes = dict(spans("passes", tokens))
        self._purposes = dict(spans("purposes", tokens))
        self._modals = dict(spans("modals", tokens))
        start = self._after_opening()
        if self._is_imperative(start):
            self._predicate(start)
        else:
            self._clause(start)

    def word(self, place: int) -> str:
        """Give the folded word at `place`, or "" outside the sentence."""
        return self.tokens[place].word if 0 <= place < self._end else ""

    def _after_opening(self) -> int:
        """Give where the ask begins: after `However,` and `It is recommended that`."""
        start = max((end for _, end in spans("performs", self.tokens)), default=0)
        while self.word(start) in words("contrast") | {",", ":", "that", "•", "to"}:
            start += 1
        self._mark(0, start, Part.ADDRESSEE)
        return start

    def _is_imperative(self, start: int) -> bool:
        verb = self._skip_adverbs(start)
        if verb in self._passes:
            return True
        if not is_verb(self.word(verb)) or self.word(verb + 1) in {"of", "is", "are"}:
            return False
        if self.word(start - 1) == "to" or self.word(verb + 1) in words("determiners"):
            return True
        return not any(verb < begin <= verb + 4 for begin in self._modals)

    def _clause(self, start: int) -> None:
        """Read a subject and what is said of it; where nothing is said, an object alone."""
        start = self._after_condition(start)
        found = self._find_predicate(start)
        if found is None:
            self._object(start, self._end)
            return
        duty, verb = found
        verb = self._skip_adverbs(verb)
        self._mark(start, verb, Part.ADDRESSEE)
        if self._is_about_subject(verb) or not self._is_actor(start, duty):
            self._object(start, duty)
        self._predicate(verb)

    def _is_actor(self, start: int, end: int) -> bool:
        """Whether a subject names who is to act, and not what it is about."""
        head = end - 1
        for at in range(start, end):
            word = self.word(at)
            if at > start and (word in words("prepositions") or word in {"of", ",", "("}):
                head = at - 1
                break
        return (
            head < start or is_actor(self.word(head)) or (head > 0 and self.tokens[head].is_capital)
        )

    def _after_condition(self, start: int) -> int:
        """Step over `Where a victim discloses abuse,` at the start."""
        if self.word(start) in words("conditions"):
            for place in range(start, min(start + LONGEST_SUBJECT, self._end)):
                if self.word(place) == ",":
                    self._mark(start, place, Part.CONDITION)
                    while self.word(place + 1) == "that":
                        place += 1
                    return place + 1
        return start

    def _find_predicate(self, start: int) -> tuple[int, int] | None:
        """Give where the duty stands and where the verb is looked for; None if there is none."""
        inner = closing = 0
        for at in range(start, min(start + LONGEST_SUBJECT, self._end)):
            word = self.word(at)
            if word in ".;:":
                return None
            closing = max(closing, self._closing(at))
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

    def _closing(self, place: int) -> int:
        """Give the place after the bracket that closes the one at `place`, or 0."""
        if self.word(place) != "(":
            return 0
        ends = (at + 1 for at in range(place, self._end) if self.word(at) == ")")
        return next(ends, 0)

    def _predicate_at(self, at: int, start: int) -> tuple[int, int] | None:
        """Give duty and verb if what is said of the subject begins at `at`."""
        word, before = self.word(at), self.word(at - 1)
        if at in self._passes and before not in words("determiners"):
            return at, at
        if at == start:
            return None
        if at in self._modals:
            return at, self._modals[at]
        if word == "to" and before not in words("nominal"):
            verb = self._skip_adverbs(at + 1)
            acts = is_verb(self.word(verb)) or verb in self._passes or self.word(verb) == "be"
            return (at, verb) if acts else None
        return (at, at) if word in words("be") or self._is_finite(at) else None

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

    def _is_about_subject(self, verb: int) -> bool:
        """Whether the subject is what is asked about: a passive, `is in place`, `should include`."""
        word = self.word(verb)
        if word in words("be"):
            nearest = self._skip_adverbs(verb + 1)
            follows = self.word(nearest + 1)
            if self.word(nearest) in words("asked"):
                return follows not in {"to", "that", "of"}
            return self.word(nearest) != "to"
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
        elif place < self._end:
            self._take_verbs(place)

    def _passed_on(self, place: int) -> None:
        """Read what `ensure` passes on to: a clause, a verb or an object."""
        while self.word(place) in {"that", "how", "whether"}:
            place += 1
        verb = self._skip_adverbs(place)
        if self.word(verb) == "to":
            self._predicate(verb + 1)
        elif verb in self._passes or self._opens(verb):
            self._predicate(verb)
        elif self.word(verb).endswith("ing") and self.word(verb + 1) in words("determiners"):
            self._take_verbs(verb)
        else:
            self._inner_clause(place)

    def _inner_clause(self, start: int) -> None:
        """Read the clause after `ensure that`: its subject counts too, if less."""
        start = self._after_condition(start)
        found = self._find_predicate(start)
        if found is None or any(start < at < found[0] for at in self._purposes):
            self._object(start, self._end)
            return
        duty, verb = found
        verb = self._skip_adverbs(verb)
        if self._is_about_subject(verb) or self.word(verb) in {"have", "has"}:
            self._object(start, duty)
        else:
            self._mark(start, duty, Part.COMPLEMENT)
        self._mark(duty, verb, Part.ADDRESSEE)
        self._predicate(verb)

    def _being(self, place: int) -> None:
        """Read `be reviewed`, `are reminded to record`, `be a policy`, `be aware of`."""
        verb = self._skip_adverbs(place + 1)
        self._mark(place, verb, Part.ADDRESSEE)
        word = self.word(verb)
        if word == "to":
            self._predicate(verb + 1)
        elif word in words("asked"):
            self._take_verb(verb)
            if self.word(verb + 1) == "to":
                self._predicate(verb + 2)
            else:
                self._passed_on(verb + 1)
        elif is_participle(word):
            self._take_verbs(verb, passive=True)
        else:
            self._object(verb, self._end)

    def _take_verbs(self, place: int, passive: bool = False) -> None:
        """Mark a verb, with those joined to it (`review and update`), and read the object."""
        self._take_verb(place)
        place += 1
        while self.word(place) in {"and", "or", ","}:
            after = self.word(place + 1)
            if not (is_participle(after) if passive else self._joins(place + 1)):
                break
            self._take_verb(place + 1)
            place += 2
        if passive:
            self._hands_on = self._hands_on or self._is_hollow
            if self._verb in words("given") and not self._ends_object(place):
                self._object(place, self._end)
            else:
                self._rest(place, self._end)
        else:
            self._object(place, self._end)

    def _joins(self, place: int) -> bool:
        return is_verb(self.word(place)) and self.word(place) not in words("nouns_too")

    def _object(self, start: int, end: int) -> None:
        """Mark an object up to its first preposition, its last words as what it is."""
        place = start
        while place < end and not self._ends_object(place):
            place = self._closing(place) or place + 1
        self._mark(start, place, Part.MODIFIER)
        for at in range(start, place):
            if at + 1 == place or self.word(at + 1) in {"and", "or"}:
                self.parts[at] = Part.OBJECT
                self._hands_on = self._hands_on or self.word(at) in words("duties")
                self._is_hollow = self.word(at) in words("hollow")
        after = self._skip_adverbs(place + 1)
        if self.word(place) == "of" and place < end and self.word(place - 1) in words("light"):
            self._object(place + 1, end)
        elif self._goes_on_with_to(place) and place < end == self._end:
            self._mark(place, after, Part.ADDRESSEE)
            self._predicate(after)
        elif (
            self.word(place) in {"in", "into", "within"}
            and self._verb in words("puts_into")
            and start < place < end
        ):
            self._verb = ""
            self._object(place + 1, end)
        else:
            self._rest(place, end)

    def _goes_on_with_to(self, place: int) -> bool:
        """Whether `to` leads on to the ask: `support practices to appoint`, `a system to ensure`."""
        after = self._skip_adverbs(place + 1)
        if self.word(place) != "to" or not (is_verb(self.word(after)) or after in self._passes):
            return False
        return self._hands_on or self.word(place - 1) in words("hollow")

    def _ends_object(self, place: int) -> bool:
        word = self.word(place)
        return (
            word in words("prepositions")
            or word in {"of", "to"}
            or not (word[:1].isalnum() or self._closing(place))
            or place in self._purposes
            or bool(self._begins_again(place))
        )

    def _rest(self, start: int, end: int) -> None:
        """Read what follows the object: complements, purposes, and further asks."""
        part, until = Part.COMPLEMENT, end
        for place in range(start, end):
            again = self._begins_again(place) if end == self._end else 0
            if not again and end == self._end and self._goes_on_with_to(place):
                again = self._skip_adverbs(place + 1)
            if again:
                self._mark(place, again, Part.ADDRESSEE)
                self._predicate(again)
                return
            if self.word(place) in ".;:":
                part = Part.COMPLEMENT
            if place in self._purposes:
                if end == self._end and self.word(place - 1) in words("hollow"):
                    self._predicate(place + 1 if self.word(place) == "to" else place)
                    return
                part = Part.PURPOSE
            elif part is Part.COMPLEMENT and (
                self.word(place) in words("when")
                or (
                    end < self._end
                    and self.word(place) in words("inner")
                    and self.word(place - 1) != "by"
                )
            ):
                part = Part.CONDITION
                until = place + LONGEST_RELATIVE if self.word(place) in words("inner") else end
            elif part is Part.CONDITION and place > until:
                part = Part.COMPLEMENT
            self.parts[place] = part

    def _begins_again(self, place: int) -> int:
        """Give where another verb of the same ask begins (`, and ensure ...`), or 0."""
        if self.word(place) not in {"and", ";", ",", "•", ":", "then"}:
            return 0
        at = place + 1
        while self.word(at) in {"and", "that", "also", "to", "then", "should", "must", "be", "•"}:
            at += 1
        return at if at in self._passes or self._opens(at) else 0

    def _opens(self, place: int) -> bool:
        """Whether a verb stands here that begins a further ask."""
        word, follows = self.word(place), self.word(place + 1)
        if not is_verb(word) or not follows[:1].isalnum():
            return False
        return word not in words("nouns_too") or follows in words("determiners") | {"that"}

    def _take_verb(self, place: int) -> None:
        if place < self._end:
            self.parts[place] = Part.VERB
            self._verb = self.word(place)
            if self._verb not in words("mediates") | words("asked"):
                self.verbs.append(place)
            self._hands_on = self._verb in words("mediates")

    def _mark(self, start: int, end: int, part: Part) -> None:
        self.parts[start:end] = [part] * max(0, min(end, self._end) - start)

    def _skip_adverbs(self, place: int) -> int:
        while (
            self.word(place) in words("adverbs")
            or self.word(place).endswith("ly")
            or (self.word(place) == "," and self.word(place - 1) in self._duty_words())
        ):
            place += 1
        return place

    def _duty_words(self) -> frozenset[str]:
        return frozenset({"should", "must", "shall"})
