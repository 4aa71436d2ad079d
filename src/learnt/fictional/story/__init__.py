"""What happened in a fictional case: drawn from the seed, told in the report's sections, kept as the truth."""

from learnt.fictional.story.draw import Story, draw_story, story_of
from learnt.fictional.story.settle import Told, settle

__all__ = ["Story", "Told", "draw_story", "settle", "story_of"]
