-- The words of messages, made by the backend: in lower case, without accents, with one for the room and one for the
-- applicant. `search_id` rises with time, so that the newest is found first without sorting.
ALTER TABLE messages ADD COLUMN search_id BIGINT;
CREATE UNIQUE INDEX messages_by_search_id ON messages (search_id) WHERE search_id IS NOT NULL;
CREATE SEQUENCE message_search_ids;

-- Said before there was an index: added to it when the backend starts.
CREATE INDEX messages_not_searchable ON messages (sent_at, seq)
  WHERE search_id IS NULL AND kind = 'TEXT' AND deleted_at IS NULL;

CREATE TABLE message_search (
  rowid   BIGINT   NOT NULL PRIMARY KEY,
  words   TEXT     NOT NULL,
  lexemes TSVECTOR NOT NULL GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED
);
CREATE INDEX message_search_by_word ON message_search USING gin (lexemes);

CREATE FUNCTION forget_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM message_search WHERE rowid = old.search_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER messages_gone AFTER DELETE ON messages
  FOR EACH ROW WHEN (old.search_id IS NOT NULL) EXECUTE FUNCTION forget_message();
