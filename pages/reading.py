"""What to read after the lessons."""

from seqviz.lessons.reading.listing import lesson_setting, reading_list
from seqviz.ui import frame

lesson = lesson_setting()
frame.introduction("Further reading", "Where do I read on?", lesson)
reading_list(lesson)
