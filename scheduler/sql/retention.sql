-- What is kept no longer: for each sort a count and a removal. :before is an instant, :today a day.

-- name: count_documents
SELECT count(*) FROM documents WHERE received < :before AND length(content) > 0
  AND NOT EXISTS (SELECT 1 FROM events WHERE events.origin_document = documents.sha256
                  AND (events.last_day IS NULL OR events.last_day >= :today))
  AND NOT EXISTS (SELECT 1 FROM proposals WHERE proposals.document = documents.sha256 AND proposals.state = 'waiting')

-- name: forget_documents
UPDATE documents SET content = :nothing WHERE received < :before AND length(content) > 0
  AND NOT EXISTS (SELECT 1 FROM events WHERE events.origin_document = documents.sha256
                  AND (events.last_day IS NULL OR events.last_day >= :today))
  AND NOT EXISTS (SELECT 1 FROM proposals WHERE proposals.document = documents.sha256 AND proposals.state = 'waiting')

-- name: count_messages
SELECT count(*) FROM outbox
WHERE state IN ('sent', 'failed', 'dropped', 'cancelled') AND ends < :before AND due < :before

-- name: count_audit
SELECT count(*) FROM audit WHERE at < :before

-- name: forget_audit
DELETE FROM audit WHERE at < :before

-- name: count_drafts
SELECT count(*) FROM drafts WHERE state <> 'open' AND changed < :before

-- name: forget_drafts
DELETE FROM drafts WHERE state <> 'open' AND changed < :before

-- name: count_feeds
SELECT count(*) FROM feed_clients WHERE last_seen < :before

-- name: forget_feeds
DELETE FROM feed_clients WHERE last_seen < :before

-- name: count_sessions
SELECT (SELECT count(*) FROM sessions WHERE expires <= :before)
     + (SELECT count(*) FROM one_time_links WHERE expires <= :before)
     + (SELECT count(*) FROM registrations WHERE expires <= :before)

-- name: forget_sessions
DELETE FROM sessions WHERE expires <= :before

-- name: count_links
SELECT count(*) FROM one_time_links WHERE expires <= :before

-- name: forget_links
DELETE FROM one_time_links WHERE expires <= :before

-- name: count_registrations
SELECT count(*) FROM registrations WHERE expires <= :before

-- name: forget_registrations
DELETE FROM registrations WHERE expires <= :before

-- name: count_inbound
SELECT count(*) FROM inbound_seen WHERE expires <= :before

-- name: forget_inbound
DELETE FROM inbound_seen WHERE expires <= :before

-- name: count_tries
SELECT count(*) FROM registration_failures WHERE expires <= :before

-- name: forget_tries
DELETE FROM registration_failures WHERE expires <= :before
