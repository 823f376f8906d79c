-- The words of messages, made by the backend: in lower case, without accents, with one for the room and one for the
-- applicant. `search_id` rises with time, so that the newest is found first without sorting.
ALTER TABLE messages ADD COLUMN search_id INTEGER;
CREATE UNIQUE INDEX messages_by_search_id ON messages (search_id) WHERE search_id IS NOT NULL;

-- Said before there was an index: added to it when the backend starts.
CREATE INDEX messages_not_searchable ON messages (sent_at, seq)
  WHERE search_id IS NULL AND kind = 'TEXT' AND deleted_at IS NULL;

-- Keeps no copy of the text, and not where in it a word stands.
CREATE VIRTUAL TABLE message_search USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize='ascii'
);

CREATE TRIGGER messages_gone AFTER DELETE ON messages WHEN old.search_id IS NOT NULL
BEGIN
  DELETE FROM message_search WHERE rowid = old.search_id;
END;
