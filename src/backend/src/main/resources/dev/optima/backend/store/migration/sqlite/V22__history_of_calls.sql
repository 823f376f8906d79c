-- How often one side was lost and came back.
ALTER TABLE calls ADD COLUMN drops INTEGER NOT NULL DEFAULT 0;

-- Whether the history knows of it; a call of before is added when the backend starts.
ALTER TABLE calls ADD COLUMN in_history INTEGER NOT NULL DEFAULT 0;
CREATE INDEX calls_not_in_history ON calls (created_at, id) WHERE in_history = 0;

-- All by which calls are filtered and sorted, in few bytes, see ADR 0024. What is not known is -1 or 0, never null, so that it
-- has one place in each order.
CREATE TABLE call_history (
  no              INTEGER NOT NULL PRIMARY KEY,
  call_id         TEXT    NOT NULL UNIQUE REFERENCES calls (id) ON DELETE CASCADE,
  created_at      BIGINT  NOT NULL,
  outcome         INTEGER NOT NULL, -- 1 to 8, as CallOutcome has them; 0: not over
  length          INTEGER NOT NULL, -- seconds; -1: the sides never met
  score           DOUBLE PRECISION NOT NULL, -- -1: nothing was measured
  rang            INTEGER NOT NULL,
  week_hour       INTEGER NOT NULL, -- of created_at in UTC: 0 is Monday 00:00
  caller          BIGINT  NOT NULL, -- 63 bits of the hash of the id
  applicant       BIGINT  NOT NULL,
  position        BIGINT  NOT NULL, -- of the text; 0: none
  applicant_key   TEXT    NOT NULL, -- the name as it is sorted
  interviewer_key TEXT    NOT NULL
);
-- Each has all that a filter asks for, so that the table itself is not looked at.
CREATE INDEX call_history_by_when ON call_history
  (created_at, no, outcome, length, score, rang, week_hour, caller, applicant, position);
CREATE INDEX call_history_by_length ON call_history
  (length, created_at, no, outcome, score, rang, week_hour, caller, applicant, position) WHERE outcome > 0;
CREATE INDEX call_history_by_quality ON call_history
  (score, created_at, no, outcome, length, rang, week_hour, caller, applicant, position) WHERE outcome > 0;
CREATE INDEX call_history_by_outcome ON call_history
  (outcome, created_at, no, length, score, rang, week_hour, caller, applicant, position) WHERE outcome > 0;
CREATE INDEX call_history_by_applicant ON call_history
  (applicant_key, created_at DESC, no DESC, outcome, length, score, rang, week_hour, caller, applicant, position)
  WHERE outcome > 0;
CREATE INDEX call_history_by_interviewer ON call_history
  (interviewer_key, created_at DESC, no DESC, outcome, length, score, rang, week_hour, caller, applicant, position)
  WHERE outcome > 0;
-- For filters that leave little.
CREATE INDEX call_history_of_applicant ON call_history (applicant);
CREATE INDEX call_history_of_caller ON call_history (caller);
CREATE INDEX call_history_of_position ON call_history (position) WHERE outcome > 0;
CREATE INDEX call_history_of_hour ON call_history (week_hour) WHERE outcome > 0;
CREATE INDEX call_history_live ON call_history (no) WHERE outcome = 0;

-- Who else of the team was in it.
CREATE TABLE call_history_guests (
  person BIGINT  NOT NULL,
  no     INTEGER NOT NULL REFERENCES call_history (no) ON DELETE CASCADE,
  PRIMARY KEY (person, no)
)${clustered};
CREATE INDEX call_history_guests_by_call ON call_history_guests (no);

-- The words by which it is found, folded, each between spaces; and the index of them.
CREATE TABLE call_words (
  no    INTEGER NOT NULL PRIMARY KEY REFERENCES call_history (no) ON DELETE CASCADE,
  words TEXT    NOT NULL
);
CREATE VIRTUAL TABLE call_search USING fts5 (
  words, content='', contentless_delete=1, detail=none, tokenize='ascii', prefix='2 3'
);
CREATE TRIGGER call_words_gone AFTER DELETE ON call_words
BEGIN
  DELETE FROM call_search WHERE rowid = old.no;
END;

CREATE TRIGGER calls_scored AFTER UPDATE OF score ON calls
BEGIN
  UPDATE call_history SET score = coalesce(new.score, -1) WHERE call_id = new.id;
END;
