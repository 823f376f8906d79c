-- Plain SQL that SQLite and PostgreSQL both understand. Ids are TEXT, times BIGINT milliseconds since 1970 (UTC).
-- ${clustered}: SQLite keeps the rows in the primary key itself, which saves an index and a look-up; PostgreSQL has no such thing.

CREATE TABLE settings (
  name       TEXT   NOT NULL PRIMARY KEY,
  value      TEXT   NOT NULL,
  updated_at BIGINT NOT NULL
);

CREATE TABLE accounts (
  id            TEXT   NOT NULL PRIMARY KEY,
  email_key     TEXT   NOT NULL UNIQUE, -- lower case
  email         TEXT   NOT NULL,
  name          TEXT   NOT NULL,
  role          TEXT   NOT NULL, -- ADMIN, RECRUITER
  language      TEXT   NOT NULL,
  time_zone     TEXT,
  password_hash TEXT   NOT NULL,
  disabled_at   BIGINT, -- may not sign in since then
  created_at    BIGINT NOT NULL
);

CREATE TABLE applicants (
  id          TEXT   NOT NULL PRIMARY KEY,
  name        TEXT   NOT NULL,
  email       TEXT   NOT NULL,
  phone       TEXT,
  position    TEXT,
  language    TEXT   NOT NULL,
  time_zone   TEXT   NOT NULL,
  search      TEXT   NOT NULL, -- what a search looks through, lower case
  created_at  BIGINT NOT NULL,
  created_by  TEXT,
  activity_at BIGINT NOT NULL  -- the newest entry of the room, or the creation
);
CREATE INDEX applicants_by_activity ON applicants (activity_at DESC, id);

-- Whose: an account or an applicant.
CREATE TABLE sessions (
  id           TEXT   NOT NULL PRIMARY KEY,
  token_hash   TEXT   NOT NULL UNIQUE,
  user_id      TEXT   NOT NULL,
  role         TEXT   NOT NULL,
  created_at   BIGINT NOT NULL,
  expires_at   BIGINT NOT NULL,
  last_seen_at BIGINT NOT NULL,
  revoked_at   BIGINT
);
CREATE INDEX sessions_by_user ON sessions (user_id);

CREATE TABLE invitations (
  id           TEXT   NOT NULL PRIMARY KEY,
  code_hash    TEXT   NOT NULL UNIQUE,
  applicant_id TEXT   NOT NULL REFERENCES applicants (id) ON DELETE CASCADE,
  purpose      TEXT   NOT NULL,
  created_by   TEXT   NOT NULL,
  created_at   BIGINT NOT NULL,
  expires_at   BIGINT NOT NULL,
  redeemed_at  BIGINT
);
CREATE INDEX invitations_by_applicant ON invitations (applicant_id, created_at);

-- So that the growing delay after wrong passwords survives a restart and holds on all nodes.
CREATE TABLE sign_in_attempts (
  subject  TEXT    NOT NULL PRIMARY KEY, -- hash of an account or an address
  failures INTEGER NOT NULL,
  last_at  BIGINT  NOT NULL
);

CREATE TABLE rooms (
  id           TEXT   NOT NULL PRIMARY KEY,
  applicant_id TEXT   NOT NULL UNIQUE REFERENCES applicants (id) ON DELETE CASCADE,
  last_seq     BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE messages (
  room_id     TEXT   NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  seq         BIGINT NOT NULL,
  id          TEXT   NOT NULL UNIQUE,
  sender_id   TEXT   NOT NULL,
  sender_name TEXT   NOT NULL,
  kind        TEXT   NOT NULL, -- TEXT, CALL
  body        TEXT   NOT NULL,
  request_key TEXT   NOT NULL, -- the sender's; a call's entry has the call's id
  reply_to    TEXT,
  sent_at     BIGINT NOT NULL,
  edited_at   BIGINT,
  deleted_at  BIGINT,
  call        TEXT, -- the call as it ended, JSON
  PRIMARY KEY (room_id, seq),
  UNIQUE (room_id, sender_id, request_key)
)${clustered};

CREATE TABLE reactions (
  message_id TEXT   NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  user_id    TEXT   NOT NULL,
  emoji      TEXT   NOT NULL,
  reacted_at BIGINT NOT NULL,
  PRIMARY KEY (message_id, user_id, emoji)
)${clustered};

-- How far somebody has received and read a room.
CREATE TABLE read_marks (
  room_id       TEXT   NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  user_id       TEXT   NOT NULL,
  delivered_seq BIGINT NOT NULL,
  read_seq      BIGINT NOT NULL,
  PRIMARY KEY (room_id, user_id)
)${clustered};
CREATE INDEX read_marks_by_user ON read_marks (user_id, room_id);

CREATE TABLE calls (
  id              TEXT   NOT NULL PRIMARY KEY,
  room_id         TEXT   NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  applicant_id    TEXT   NOT NULL,
  caller_id       TEXT   NOT NULL,
  request_key     TEXT   NOT NULL,
  meeting_id      TEXT,
  media_room      TEXT   NOT NULL, -- unguessable
  state           TEXT   NOT NULL,
  outcome         TEXT,
  version         BIGINT NOT NULL,
  created_at      BIGINT NOT NULL,
  deadline        BIGINT, -- when the state ends by itself; null exactly in a terminal state
  started_at      BIGINT,
  together_since  BIGINT,
  together_millis BIGINT NOT NULL,
  ended_at        BIGINT,
  ended_by        TEXT,
  UNIQUE (caller_id, request_key)
)${clustered};
CREATE UNIQUE INDEX calls_one_per_applicant ON calls (applicant_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX calls_one_per_caller ON calls (caller_id) WHERE ended_at IS NULL;
CREATE INDEX calls_by_deadline ON calls (deadline) WHERE ended_at IS NULL;
CREATE INDEX calls_by_room ON calls (room_id, created_at, id);
CREATE INDEX calls_by_time ON calls (created_at, id);

CREATE TABLE call_participants (
  call_id   TEXT    NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
  user_id   TEXT    NOT NULL,
  place     INTEGER NOT NULL, -- the order in the call
  name      TEXT    NOT NULL,
  side      TEXT    NOT NULL,
  joined_at BIGINT,
  last_seen BIGINT,
  left_at   BIGINT,
  PRIMARY KEY (call_id, user_id)
)${clustered};
-- The first two are the applicant and the caller, whom the call's row names; only further people need to be looked for.
CREATE INDEX call_participants_further ON call_participants (user_id, call_id) WHERE place >= 2;

CREATE TABLE call_quality (
  call_id TEXT   NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
  user_id TEXT   NOT NULL,
  at      BIGINT NOT NULL,
  rtt     DOUBLE PRECISION,
  loss    DOUBLE PRECISION,
  jitter  DOUBLE PRECISION,
  bitrate DOUBLE PRECISION,
  fps     DOUBLE PRECISION,
  width   INTEGER,
  height  INTEGER
);
CREATE INDEX call_quality_by_call ON call_quality (call_id, at);
