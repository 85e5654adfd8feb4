-- Releases, past states of events, and what waits for a person.

-- name: next_number
UPDATE counters SET value = value + 1 WHERE name = :name RETURNING value

-- name: keep_release
INSERT INTO releases (number, calendar, document, programme_json, state, made, approved_by, changes_json, undoes)
VALUES (:number, :calendar, :document, :programme_json, :state, :made, :approved_by, :changes_json, :undoes)

-- name: set_release_state
UPDATE releases SET state = :state WHERE number = :number

-- name: add_to_release
UPDATE releases SET changes_json = :changes_json, state = :state WHERE number = :number

-- name: release
SELECT r.number, r.calendar, r.document, d.name, r.state, r.made, r.approved_by, r.changes_json, r.undoes,
    r.programme_json
FROM releases r LEFT JOIN documents d ON d.sha256 = r.document
WHERE r.number = :number

-- name: releases
SELECT r.number, r.calendar, r.document, d.name, r.state, r.made, r.approved_by, r.changes_json, r.undoes,
    r.programme_json
FROM releases r LEFT JOIN documents d ON d.sha256 = r.document
WHERE (CAST(:calendar AS TEXT) IS NULL OR r.calendar = :calendar)
    AND (CAST(:since AS TEXT) IS NULL OR r.made >= :since)
ORDER BY r.number

-- name: releases_of_document
SELECT r.number, r.calendar, r.document, d.name, r.state, r.made, r.approved_by, r.changes_json, r.undoes,
    r.programme_json
FROM releases r LEFT JOIN documents d ON d.sha256 = r.document
WHERE r.document = :document AND r.calendar = :calendar
ORDER BY r.number

-- name: keep_version
INSERT INTO event_versions (release, calendar, uid, sequence, before_json, after_json)
VALUES (:release, :calendar, :uid, :sequence, :before_json, :after_json)

-- name: versions_of_release
SELECT release, calendar, uid, before_json, after_json FROM event_versions WHERE release = :release ORDER BY uid

-- name: versions_of_event
SELECT release, calendar, uid, before_json, after_json FROM event_versions WHERE uid = :uid ORDER BY release

-- name: latest_release_of_event
SELECT max(release) FROM event_versions WHERE calendar = :calendar AND uid = :uid

-- name: highest_sequence
SELECT max(sequence) FROM event_versions WHERE calendar = :calendar AND uid = :uid

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
