"""An hour and a weekday as clerks write them, for the patterns that look for what stands beside one.

Wider than what the grammar reads as a time: a pattern that finds one need not know which hour or day it is.
"""

CLOCK = r"\d{1,2}\s?(?:[hg]\s?\d{0,2}|giờ(?:\s\d\d)?|:\d\d)"
"""An hour: "8h", "8 h 30", "8g30", "8 giờ 30", "8:30"."""

WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|t[2-7]|cn)"
"""A weekday, in small letters: "thứ hai", "thứ 2", "t2", "chủ nhật", "cn"."""
