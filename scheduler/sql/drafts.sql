-- Documents under review on the pages.

-- name: add_draft
INSERT INTO drafts (id, calendar, name, content, document_json, programme_json, answers_json, version, state, made,
    made_by, changed, changed_by)
VALUES (:id, :calendar, :name, :content, :document_json, :programme_json, :answers_json, 1, 'open', :made, :by, :made,
    :by)

-- name: draft
SELECT id, calendar, document_json, programme_json, answers_json, version, state, made, made_by, changed, changed_by,
    release
FROM drafts WHERE id = :id

-- name: draft_content
SELECT content FROM drafts WHERE id = :id

-- name: drafts_of_calendar
SELECT id, document_json FROM drafts WHERE calendar = :calendar AND state = 'open'

-- name: open_drafts
SELECT id, calendar, name, state, made, made_by FROM drafts WHERE state = 'open' ORDER BY made DESC

-- name: change_draft
UPDATE drafts SET programme_json = :programme_json, answers_json = :answers_json, version = version + 1,
    changed = :changed, changed_by = :by
WHERE id = :id AND version = :version AND state = 'open' RETURNING version

-- name: close_draft
UPDATE drafts SET state = :state, version = version + 1, changed = :changed, changed_by = :by, release = :release
WHERE id = :id AND version = :version AND state = 'open' RETURNING version
