-- How far a mailbox was read.
CREATE TABLE inbox_marks (
  mailbox  TEXT   NOT NULL PRIMARY KEY, -- a hash of server, user and folder
  validity BIGINT NOT NULL, -- UIDVALIDITY: its numbers count only while this is the same
  uid      BIGINT NOT NULL
);

-- Answers that came by mail, each once.
CREATE TABLE mailed_answers (
  id         TEXT   NOT NULL PRIMARY KEY, -- a hash of the mail
  meeting_id TEXT   NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  sequence   BIGINT NOT NULL, -- of the invitation that is answered
  said_at    BIGINT NOT NULL,
  taken_at   BIGINT NOT NULL
);
CREATE INDEX mailed_answers_by_meeting ON mailed_answers (meeting_id);
