-- Since when the media server misses somebody.
ALTER TABLE call_participants ADD COLUMN lost_at BIGINT;
CREATE INDEX calls_by_media_room ON calls (media_room, created_at);
CREATE INDEX meetings_by_media_room ON meetings (media_room);

-- What media servers told of calls, each once: they repeat themselves.
CREATE TABLE media_events (
  id         TEXT   NOT NULL PRIMARY KEY, -- a hash of who told it, and of their key
  call_id    TEXT   NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
  type       TEXT   NOT NULL,
  user_id    TEXT, -- if it is about somebody in the call
  session_id TEXT, -- the media server's
  at         BIGINT NOT NULL, -- by its clock
  taken_at   BIGINT NOT NULL
);
CREATE INDEX media_events_by_call ON media_events (call_id, at);
CREATE INDEX media_events_by_session ON media_events (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX media_events_by_age ON media_events (taken_at);

-- Who was in the room of a call, and whether they still are. A person may be there more than once.
CREATE TABLE media_occupants (
  call_id  TEXT    NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
  occupant TEXT    NOT NULL, -- by which the media server knows them
  user_id  TEXT, -- if it is somebody in the call
  here     INTEGER NOT NULL,
  at       BIGINT  NOT NULL, -- of the newest word about them
  PRIMARY KEY (call_id, occupant)
)${clustered};

-- When the room of a call was closed last: whoever came before is gone.
CREATE TABLE media_closings (
  call_id TEXT   NOT NULL PRIMARY KEY REFERENCES calls (id) ON DELETE CASCADE,
  at      BIGINT NOT NULL
)${clustered};
