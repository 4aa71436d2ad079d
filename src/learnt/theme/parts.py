"""The parts of an ask: its verb, the object of the verb, and what only stands beside them.

A shallow reading, word by word, that needs no model: the duty or the recommending words, the verb
after them (also the verb of a passive, and the one after `ensure that`), then its object up to the
first preposition. `review the policy on training` has the verb `review`, the object `policy` and
the complement `on training`.
"""

from enum import IntEnum

from learnt.theme.grammar import is_participle, is_verb, spans, words
from learnt.theme.looking import LONGEST_SUBJECT, Looking
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


MOST_STEPS = 60
"""How many verbs and objects of one sentence are told apart; what comes after is a complement."""
LONGEST_PASS = 3
"""How many words `work with ... to` may have before it tells with whom, not only that."""
LONGEST_RELATIVE = 5
"""How many words after `who` or `which` are taken to tell only of the word before it."""


def parts_of(tokens: list[Token]) -> tuple[list[Part], int]:
    """Give what each token of a sentence that asks is, and where its first verb ends.

    Verbs that only remind or support somebody to do something are not counted as the first.
    """
    reading = _Reading(tokens)
    return reading.parts, reading.verbs[0] + 1 if reading.verbs else len(tokens)


class _Reading(Looking):
    """Reads one sentence of an ask."""

    def __init__(self, tokens: list[Token]) -> None:
        super().__init__(tokens)
        self.parts = [Part.COMPLEMENT] * len(tokens)
        self._verb = ""
        self._hands_on = False
        self.verbs: list[int] = []
        self._is_hollow = False
        self._steps = 0
        start = self._after_opening()
        if self.is_imperative(start):
            self._predicate(start)
        else:
            self._clause(start)
        self._lessen_brackets()

    def _lessen_brackets(self) -> None:
        """Count what stands in brackets no more than a condition."""
        for start in range(self.end):
            for at in range(start, self.closing(start)):
                self.parts[at] = min(self.parts[at], Part.CONDITION)

    def _after_opening(self) -> int:
        """Give where the ask begins: after `However,` and `It is recommended that`."""
        start = max((end for _, end in spans("performs", self.tokens)), default=0)
        while self.word(start) in words("contrast") | {",", ":", "that", "•", "to"}:
            start += 1
        self._mark(0, start, Part.ADDRESSEE)
        return start

    def _clause(self, start: int) -> None:
        """Read a subject and what is said of it; where nothing is said, an object alone."""
        start = self._after_condition(start)
        found = self.find_predicate(start)
        if found is None:
            self._object(start, self.end)
            return
        duty, verb = found
        verb = self.skip_adverbs(verb)
        self._mark(start, verb, Part.ADDRESSEE)
        if self.is_about_subject(verb) or not self.is_actor(start, duty):
            self._object(start, duty)
        self._predicate(verb)

    def _after_condition(self, start: int) -> int:
        """Step over `Where a victim discloses abuse,` at the start."""
        if self.word(start) in words("conditions"):
            for place in range(start, min(start + LONGEST_SUBJECT, self.end)):
                if self.word(place) == ",":
                    self._mark(start, place, Part.CONDITION)
                    while self.word(place + 1) == "that":
                        place += 1
                    return place + 1
        return start

    def _predicate(self, place: int) -> None:
        """Read a verb and what comes after it."""
        self._steps += 1
        if self._steps > MOST_STEPS:
            return
        place = self.skip_adverbs(place)
        passed = self.passes.get(place)
        if passed and self.word(passed) not in {"", "."}:
            names_others = passed - place > LONGEST_PASS
            self._mark(place, passed, Part.COMPLEMENT if names_others else Part.ADDRESSEE)
            self._passed_on(passed)
        elif self.word(place) in words("be"):
            self._being(place)
        elif place < self.end:
            self._take_verbs(place)

    def _passed_on(self, place: int) -> None:
        """Read what `ensure` passes on to: a clause, a verb or an object."""
        while self.word(place) in {"that", "how", "whether"}:
            place += 1
        verb = self.skip_adverbs(place)
        if self.word(verb) == "to":
            self._predicate(verb + 1)
        elif verb in self.passes or self.opens(verb):
            self._predicate(verb)
        elif self.word(verb).endswith("ing") and self.word(verb + 1) in words("determiners"):
            self._take_verbs(verb)
        else:
            self._inner_clause(place + (self.word(place) == "of"))

    def _inner_clause(self, start: int) -> None:
        """Read the clause after `ensure that`: its subject counts too, if less."""
        start = self._after_condition(start)
        found = self.find_predicate(start)
        if found is None or any(start < at < found[0] for at in self.purposes):
            self._object(start, self.end)
            return
        duty, verb = found
        verb = self.skip_adverbs(verb)
        if self.is_about_subject(verb) or self.word(verb) in {"have", "has"}:
            self._object(start, duty)
        else:
            self._mark(start, duty, Part.COMPLEMENT)
        self._mark(duty, verb, Part.ADDRESSEE)
        self._predicate(verb)

    def _being(self, place: int) -> None:
        """Read `be reviewed`, `are reminded to record`, `be a policy`, `be aware of`."""
        verb = self.skip_adverbs(place + 1)
        self._mark(place, verb, Part.ADDRESSEE)
        word = self.word(verb)
        if word == "to":
            self._predicate(verb + 1)
        elif word in words("asked"):
            self._take_verb(verb)
            if self.word(verb + 1) == "to":
                self._predicate(verb + 2)
            elif self.word(verb + 1) == "of" and not self._names_duty(verb + 2):
                self._rest(verb + 1, self.end)
            else:
                self._passed_on(verb + 1)
        elif is_participle(word):
            self._take_verbs(verb, passive=True)
        else:
            self._object(verb, self.end)

    def _names_duty(self, place: int) -> bool:
        """Whether the words at `place` are `the need`, `their duty` and the like."""
        return any(self.word(at) in words("duties") for at in range(place, place + 3))

    def _take_verbs(self, place: int, passive: bool = False) -> None:
        """Mark a verb, with those joined to it (`review and update`), and read the object."""
        self._take_verb(place)
        place += 1
        while self.word(place) in {"and", "or", ","}:
            after = self.word(place + 1)
            if not (is_participle(after) if passive else self.joins(place + 1)):
                break
            self._take_verb(place + 1)
            place += 2
        if passive:
            self._hands_on = self._hands_on or self._is_hollow
            place += self._verb in words("given") and self.word(place) == "with"
            if self._verb in words("given") and not self.ends_object(place):
                self._object(place, self.end)
            elif self._verb in words("puts_into") and self.word(place) in {"in", "into", "within"}:
                self._object(place + 1, self.end)
            else:
                self._rest(place, self.end)
        elif self.word(place) in words("inner"):
            self._inner_clause(place + 1)
        else:
            self._object(place, self.end)

    def _object(self, start: int, end: int) -> None:
        """Mark an object up to its first preposition, its last words as what it is."""
        self._steps += 1
        if self._steps > MOST_STEPS:
            return
        place = start
        while place < end and not self.ends_object(place):
            place = self.closing(place) or place + 1
        self._mark(start, place, Part.MODIFIER)
        for at in range(start, place):
            if at + 1 == place or self.word(at + 1) in {"and", "or"}:
                self.parts[at] = Part.OBJECT
                self._hands_on = self._hands_on or self.word(at) in words("duties")
                self._is_hollow = self.word(at) in words("hollow")
        after = self.skip_adverbs(place + 1)
        light = {"of": "light", "to": "light_to"}.get(self.word(place))
        if light and start < place < end and self.word(place - 1) in words(light):
            self._object(place + 1, end)
        elif self._goes_on_with_to(place) and place < end == self.end:
            self._mark(place, after, Part.ADDRESSEE)
            self._predicate(after)
        elif self._is_hollow and place < end and self.word(place) in {"for", "by", "through"}:
            self._handed_on(place, end)
        elif (
            self.word(place) in {"in", "into", "within"}
            and self._verb in words("puts_into")
            and start < place < end
        ):
            self._verb = ""
            self._object(place + 1, end)
        else:
            self._rest(place, end)

    def _handed_on(self, place: int, end: int) -> None:
        """Read what a hollow object is for: `a process for following up`, `by which to refer`."""
        self.parts[place - 1] = Part.MODIFIER
        self._hands_on = True
        after = place + (2 if self.word(place + 1) == "which" else 1)
        if self.word(after).endswith("ing") and end == self.end:
            self._take_verbs(after)
        else:
            self._object(after, end)

    def _rest(self, start: int, end: int) -> None:
        """Read what follows the object: complements, purposes, and further asks."""
        part, until = Part.COMPLEMENT, end
        for place in range(start, end):
            again = self.begins_again(place) if end == self.end else 0
            if not again and end == self.end and self._goes_on_with_to(place):
                again = self.skip_adverbs(place + 1)
            if again:
                self._mark(place, again, Part.ADDRESSEE)
                self._predicate(again)
                return
            if self.word(place) in ".;:":
                part = Part.COMPLEMENT
            if place in self.purposes and end == self.end:
                if self.word(place - 1) in words("hollow"):
                    self._predicate(place + 1 if self.word(place) == "to" else place)
                    return
                part = Part.PURPOSE
            elif part is Part.COMPLEMENT and (
                self.word(place) in words("when")
                or (
                    end < self.end
                    and self.word(place) in words("inner")
                    and self.word(place - 1) != "by"
                )
            ):
                part = Part.CONDITION
                until = place + LONGEST_RELATIVE if self.word(place) in words("inner") else end
            elif part is Part.CONDITION and place > until:
                part = Part.COMPLEMENT
            self.parts[place] = part

    def _take_verb(self, place: int) -> None:
        if place < self.end:
            self.parts[place] = Part.VERB
            self._verb = self.word(place)
            if self._verb not in words("mediates") | words("asked"):
                self.verbs.append(place)
            self._hands_on = self._verb in words("mediates")

    def _mark(self, start: int, end: int, part: Part) -> None:
        self.parts[start:end] = [part] * max(0, min(end, self.end) - start)

    def _goes_on_with_to(self, place: int) -> bool:
        """Whether `to` leads on to the ask: `support practices to appoint`, `a system to ensure`."""
        after = self.skip_adverbs(place + 1)
        if self.word(place) != "to" or not (is_verb(self.word(after)) or after in self.passes):
            return False
        return self._hands_on or self.word(place - 1) in words("hollow")
