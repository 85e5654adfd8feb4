"""Standing rules: from when to when they hold, and on which days they are left out or moved."""
