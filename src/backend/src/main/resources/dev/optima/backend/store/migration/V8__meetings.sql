-- Planned interviews. A row is the machine's session and what the machine need not know.
CREATE TABLE meetings (
  id                TEXT    NOT NULL PRIMARY KEY,
  room_id           TEXT    NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  applicant_id      TEXT    NOT NULL REFERENCES applicants (id) ON DELETE CASCADE,
  owner_id          TEXT    NOT NULL,
  request_key       TEXT    NOT NULL, -- the owner's, which makes a retry the same meeting
  media_room        TEXT    NOT NULL, -- unguessable
  title             TEXT    NOT NULL,
  description       TEXT,
  time_zone         TEXT    NOT NULL, -- of whoever planned it
  send_email        INTEGER NOT NULL,
  remind_15_min     INTEGER NOT NULL,
  waiting_room      INTEGER NOT NULL,
  consent_to_record INTEGER NOT NULL,
  override_reason   TEXT,
  scheduled_at      BIGINT  NOT NULL,
  ends_at           BIGINT  NOT NULL,
  status            TEXT    NOT NULL,
  answer            TEXT    NOT NULL,
  overdue           TEXT    NOT NULL,
  absent            TEXT,
  cancelled_by      TEXT,
  cancel_reason     TEXT,
  proposals         TEXT, -- other times that the applicant asks for, JSON
  note              TEXT, -- what the applicant said with the answer
  sequence          BIGINT  NOT NULL,
  version           BIGINT  NOT NULL,
  deadline          BIGINT, -- when something happens by itself
  day_reminder_at   BIGINT, -- when people are reminded of tomorrow; null once they were
  call_id           TEXT,
  waiting_since     BIGINT, -- since when the applicant asks to be let in
  admitted_at       BIGINT,
  started_at        BIGINT,
  closed_at         BIGINT, -- completed, cancelled, or said to be a no-show
  reminder_sent     INTEGER NOT NULL DEFAULT 0,
  notification_sent INTEGER NOT NULL DEFAULT 0,
  created_at        BIGINT  NOT NULL,
  updated_at        BIGINT  NOT NULL,
  UNIQUE (owner_id, request_key)
);
CREATE INDEX meetings_by_time ON meetings (scheduled_at, id);
CREATE INDEX meetings_open_by_time ON meetings (scheduled_at) WHERE closed_at IS NULL;
CREATE INDEX meetings_by_applicant ON meetings (applicant_id, scheduled_at);
CREATE INDEX meetings_by_deadline ON meetings (deadline) WHERE deadline IS NOT NULL;
CREATE INDEX meetings_by_day_reminder ON meetings (day_reminder_at) WHERE day_reminder_at IS NOT NULL;

-- Who leads it, the owner first.
CREATE TABLE meeting_interviewers (
  meeting_id TEXT    NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  user_id    TEXT    NOT NULL,
  place      INTEGER NOT NULL,
  PRIMARY KEY (meeting_id, user_id)
)${clustered};
CREATE INDEX meeting_interviewers_by_user ON meeting_interviewers (user_id, meeting_id);

-- Who changed what.
CREATE TABLE meeting_history (
  id         TEXT   NOT NULL PRIMARY KEY,
  meeting_id TEXT   NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  version    BIGINT NOT NULL,
  at         BIGINT NOT NULL,
  by_id      TEXT, -- null if a timer did it
  by_name    TEXT,
  act        TEXT   NOT NULL,
  changes    TEXT   NOT NULL -- field and new value, JSON
);
CREATE INDEX meeting_history_by_meeting ON meeting_history (meeting_id, version, at);

-- Each reminder is claimed here before it is sent, so it is sent once.
CREATE TABLE meeting_reminders (
  meeting_id TEXT   NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  sequence   BIGINT NOT NULL,
  recipient  TEXT   NOT NULL,
  channel    TEXT   NOT NULL, -- SCREEN, MAIL, PUSH
  kind       TEXT   NOT NULL,
  claimed_at BIGINT NOT NULL,
  PRIMARY KEY (meeting_id, sequence, recipient, channel, kind)
)${clustered};

-- Whoever plans somebody's time holds their row until the end of the transaction: of two at once
-- the second sees what the first did.
CREATE TABLE meeting_turns (
  user_id TEXT   NOT NULL PRIMARY KEY,
  turn    BIGINT NOT NULL
);

-- The room of a meeting, opened by whoever came first, never rang; it takes no line of its caller,
-- who may not even be in it yet.
ALTER TABLE calls ADD COLUMN opened INTEGER NOT NULL DEFAULT 0;
DROP INDEX calls_one_per_caller;
CREATE UNIQUE INDEX calls_one_per_caller ON calls (caller_id) WHERE ended_at IS NULL AND opened = 0;

-- What happened to a meeting, as the thread tells it, JSON.
ALTER TABLE messages ADD COLUMN meeting TEXT;
