-- When a reminder was planned, where that was after its hour had come: it can be late only from then on. NULL elsewhere.
ALTER TABLE outbox ADD COLUMN planned_late TEXT;
