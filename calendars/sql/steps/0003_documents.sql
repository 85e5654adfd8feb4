-- A paper that is issued again looks for the events of its former issue.
CREATE INDEX events_by_document ON events (origin_document) WHERE origin_document IS NOT NULL;
