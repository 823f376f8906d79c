-- The outbox. A row says what is to be told to whom, never the text and never a link: both are made when it is sent.
CREATE TABLE mails (
  id              TEXT    NOT NULL PRIMARY KEY,
  kind            TEXT    NOT NULL, -- INVITATION, MISSED_CALL
  applicant_id    TEXT    NOT NULL REFERENCES applicants (id) ON DELETE CASCADE,
  actor_id        TEXT    NOT NULL, -- who invites, or who called
  actor_name      TEXT    NOT NULL,
  happened_at     BIGINT  NOT NULL, -- the invitation, or the call
  recipient       TEXT    NOT NULL, -- as it is, or was, sent
  subject         TEXT    NOT NULL,
  state           TEXT    NOT NULL, -- QUEUED, SENT, DEAD
  attempts        INTEGER NOT NULL,
  created_at      BIGINT  NOT NULL,
  queued_at       BIGINT  NOT NULL, -- the creation, or when somebody asked for it anew
  next_attempt_at BIGINT  NOT NULL, -- while an attempt is under way: when its claim is over
  claim           TEXT,             -- whose attempt it is
  link_expires_at BIGINT  NOT NULL, -- until when the link is good that is made when it is sent
  sent_at         BIGINT,
  problem         TEXT,
  detail          TEXT
);
CREATE INDEX mails_due ON mails (next_attempt_at) WHERE state = 'QUEUED';
CREATE INDEX mails_by_applicant ON mails (applicant_id, kind, created_at);
CREATE INDEX mails_by_state ON mails (state, id);

-- Where browsers of applicants are reached while no page is open (Web Push).
CREATE TABLE push_subscriptions (
  endpoint   TEXT   NOT NULL PRIMARY KEY,
  user_id    TEXT   NOT NULL REFERENCES applicants (id) ON DELETE CASCADE,
  session_id TEXT   NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  p256dh     TEXT   NOT NULL,
  auth       TEXT   NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX push_subscriptions_by_user ON push_subscriptions (user_id, created_at);
CREATE INDEX push_subscriptions_by_session ON push_subscriptions (session_id);

-- On how many subscriptions it rang, for an applicant who had no page open.
ALTER TABLE calls ADD COLUMN push_devices INTEGER NOT NULL DEFAULT 0;
