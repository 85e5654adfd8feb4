"""What a letter tells by its form: labelled lines, phases, the agenda of its meeting."""
