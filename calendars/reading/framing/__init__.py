"""What stands round the body of a document, and what it says of the whole: kind, title, days, period."""
