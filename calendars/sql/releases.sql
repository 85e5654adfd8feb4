-- Releases and past states of events.

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

-- The headers of the documents that have been imported and not taken back.
-- name: papers
SELECT DISTINCT programme_json FROM releases
WHERE calendar = :calendar AND document IS NOT NULL AND undoes IS NULL AND state <> 'undone'
    AND programme_json IS NOT NULL
