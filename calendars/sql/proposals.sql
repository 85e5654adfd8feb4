-- What waits for a person, and the numbers of releases and proposals.

-- name: next_number
UPDATE counters SET value = value + 1 WHERE name = :name RETURNING value

-- name: keep_proposal
INSERT INTO proposals (number, calendar, document, programme_json, reason, candidates_json, state, made)
VALUES (:number, :calendar, :document, :programme_json, :reason, :candidates_json, 'waiting', :made)

-- name: proposal
SELECT number, calendar, document, programme_json, reason, candidates_json, state, made, settled, settled_by, release
FROM proposals WHERE number = :number

-- name: proposals
SELECT number, calendar, document, programme_json, reason, candidates_json, state, made, settled, settled_by, release
FROM proposals
WHERE state = :state AND (CAST(:calendar AS TEXT) IS NULL OR calendar = :calendar)
ORDER BY number

-- name: settle_proposal
UPDATE proposals SET state = :state, settled = :settled, settled_by = :settled_by, release = :release
WHERE number = :number AND state = 'waiting' RETURNING number

-- name: withdraw_proposals
UPDATE proposals SET state = 'rejected', settled = :settled, settled_by = :settled_by
WHERE calendar = :calendar AND document = :document AND state = 'waiting' RETURNING number

-- name: reopen_proposals
UPDATE proposals SET state = 'waiting', settled = NULL, settled_by = NULL
WHERE release = :release AND state = 'accepted' RETURNING number

-- name: close_proposals_again
UPDATE proposals SET state = 'accepted', settled = :settled, settled_by = :settled_by, release = :release
WHERE release = :reopened AND state = 'waiting' RETURNING number
