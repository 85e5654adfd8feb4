-- What a script's token may do, and until when. Those made before may do what they could, without an end.
ALTER TABLE api_tokens ADD COLUMN scope TEXT NOT NULL DEFAULT 'write';
ALTER TABLE api_tokens ADD COLUMN expires TEXT;
