-- How it stands with the recording of a call: the machine's session. Absent until something happens.
CREATE TABLE call_recordings (
  call_id          TEXT    NOT NULL PRIMARY KEY REFERENCES calls (id) ON DELETE CASCADE,
  state            TEXT    NOT NULL,
  asked_again      INTEGER NOT NULL,
  agreed_at        BIGINT,
  file             TEXT    NOT NULL, -- OFF, ON, STRAY
  file_at          BIGINT, -- of when the media server's last word on it is
  transcription    TEXT    NOT NULL,
  transcription_at BIGINT,
  version          BIGINT  NOT NULL
)${clustered};

-- Each time an applicant was asked, and what they said to which words.
CREATE TABLE recording_consents (
  id            TEXT   NOT NULL PRIMARY KEY,
  call_id       TEXT   NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
  applicant_id  TEXT   NOT NULL REFERENCES applicants (id) ON DELETE CASCADE,
  asked_by_id   TEXT, -- null if the meeting was planned so
  asked_by_name TEXT,
  asked_at      BIGINT NOT NULL,
  text_version  TEXT,
  language      TEXT,
  text          TEXT, -- in full, as they saw it
  given         INTEGER,
  answered_at   BIGINT,
  withdrawn_at  BIGINT
);
CREATE INDEX recording_consents_by_call ON recording_consents (call_id, asked_at);
CREATE INDEX recording_consents_by_applicant ON recording_consents (applicant_id);

-- What was recorded; there is none without a consent.
CREATE TABLE recordings (
  id         TEXT   NOT NULL PRIMARY KEY,
  call_id    TEXT   NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
  consent_id TEXT   NOT NULL REFERENCES recording_consents (id) ON DELETE CASCADE,
  mode       TEXT   NOT NULL, -- FILE, TRANSCRIPTION
  started_at BIGINT NOT NULL,
  ended_at   BIGINT
);
CREATE INDEX recordings_by_call ON recordings (call_id, started_at);
CREATE INDEX recordings_by_consent ON recordings (consent_id);

CREATE TABLE recording_links (
  call_id TEXT   NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
  link    TEXT   NOT NULL,
  told_at BIGINT NOT NULL,
  PRIMARY KEY (call_id, link)
)${clustered};

-- What happened around it, for whoever has to show that it was right.
CREATE TABLE recording_acts (
  id      TEXT   NOT NULL PRIMARY KEY,
  call_id TEXT   NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
  act     TEXT   NOT NULL,
  at      BIGINT NOT NULL,
  by_id   TEXT, -- null if the media server said so
  by_name TEXT,
  detail  TEXT
);
CREATE INDEX recording_acts_by_call ON recording_acts (call_id, at, id);

CREATE TABLE transcript_lines (
  call_id    TEXT   NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
  id         TEXT   NOT NULL, -- the media server's: the same id is the same line
  source     TEXT   NOT NULL, -- PAGE: heard in the call; FILE: read afterwards
  speaker_id TEXT,
  speaker    TEXT   NOT NULL,
  text       TEXT   NOT NULL,
  language   TEXT,
  at         BIGINT NOT NULL,
  PRIMARY KEY (call_id, id)
)${clustered};
CREATE INDEX transcript_lines_by_time ON transcript_lines (call_id, at);

-- Transcripts that a media server put somewhere, to be fetched.
CREATE TABLE transcript_files (
  call_id  TEXT    NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
  link     TEXT    NOT NULL,
  told_at  BIGINT  NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at  BIGINT, -- null once it is read, or given up
  PRIMARY KEY (call_id, link)
)${clustered};
CREATE INDEX transcript_files_due ON transcript_files (next_at) WHERE next_at IS NOT NULL;
