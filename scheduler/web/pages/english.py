"""The pages' texts in English, by the Vietnamese that stands in the templates."""

ENGLISH: dict[str, str] = {}
