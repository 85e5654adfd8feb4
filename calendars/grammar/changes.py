"""Old and new times in notices of change: hoãn, dời, chuyển, lùi, huỷ, "nay điều chỉnh".

The readings of a text are written as one sign each and the words between them as they are, so a rule here is a
pattern over "hoãn cuộc họp ① sang ②". What is moved is looked for before what is called off: "không họp ①, chuyển
sang ②" is both.
"""

from calendars.grammar.calling_off import CALLED_OFF
from calendars.grammar.moves import MOVES

CHANGE_RULES = (*MOVES, *CALLED_OFF)
