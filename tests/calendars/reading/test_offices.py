"""Documents as offices issue them, each labelled before it was first read; what was missed then is read now.

The floors say how much of all of them must stay right, not how much of a document never seen is.
"""

from labelled import Tally, names, weighed


def _all() -> Tally:
    tally = Tally()
    for name in names():
        weighed(name, tally)
    return tally


def test_labelled_documents_of_offices_stay_read() -> None:
    tally = _all()
    assert tally.wanted > 250
    assert tally.f1 >= 0.98, "\n".join(tally.remarks)
    assert tally.forbidden == 0, "\n".join(tally.remarks)


def test_what_is_called_sure_is_right() -> None:
    tally = _all()
    assert tally.sure > 100
    assert tally.sure_right >= 0.98 * tally.sure, "\n".join(tally.remarks)


def test_a_label_that_is_not_met_is_missed() -> None:
    tally = Tally(wanted=4, found=3, read=4, explained=2)
    assert round(tally.f1, 2) == 0.6
