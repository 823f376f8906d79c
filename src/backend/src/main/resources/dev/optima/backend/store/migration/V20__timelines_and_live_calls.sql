-- What happened in a call: what its transitions brought about, and what people's pages tell.
CREATE TABLE call_events (
  call_id   TEXT    NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
  id        TEXT    NOT NULL,
  at        BIGINT  NOT NULL,
  version   BIGINT  NOT NULL, -- of the call then
  place     INTEGER NOT NULL, -- among what one transition brought about
  kind      TEXT    NOT NULL,
  user_id   TEXT, -- null if a timer or the backend did it
  name      TEXT,
  detail    TEXT,
  from_page INTEGER NOT NULL,
  PRIMARY KEY (call_id, id)
)${clustered};

-- The team watches what is live, beside however many calls that were.
CREATE INDEX calls_live ON calls (created_at, id) WHERE ended_at IS NULL;
