-- Mails about a meeting tell of one state of it: an outdated one is not sent.
ALTER TABLE mails ADD COLUMN meeting_id TEXT;
ALTER TABLE mails ADD COLUMN sequence BIGINT;
ALTER TABLE mails ADD COLUMN occasion TEXT; -- PLANNED, CHANGED, CANCELLED, TOMORROW, SOON
ALTER TABLE mails ADD COLUMN booking_id TEXT;
ALTER TABLE mails ADD COLUMN title TEXT; -- of what can be booked
CREATE INDEX mails_by_meeting ON mails (meeting_id) WHERE meeting_id IS NOT NULL;

-- The link with which somebody's own calendar program reads their interviews.
CREATE TABLE calendar_feeds (
  user_id      TEXT   NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  secret_hash  TEXT   NOT NULL UNIQUE,
  created_at   BIGINT NOT NULL,
  last_read_at BIGINT
);

-- Calendars elsewhere, of which only the busy times are read.
CREATE TABLE external_calendars (
  user_id      TEXT   NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  kind         TEXT   NOT NULL, -- ICS, CALDAV
  url          TEXT   NOT NULL,
  login        TEXT,
  password     TEXT, -- sealed
  created_at   BIGINT NOT NULL,
  read_at      BIGINT, -- the last time that it could be read
  problem      TEXT,
  next_read_at BIGINT NOT NULL
);
CREATE INDEX external_calendars_due ON external_calendars (next_read_at);

CREATE TABLE external_busy (
  user_id  TEXT   NOT NULL REFERENCES external_calendars (user_id) ON DELETE CASCADE,
  start_at BIGINT NOT NULL,
  end_at   BIGINT NOT NULL
);
CREATE INDEX external_busy_by_user ON external_busy (user_id, start_at);
