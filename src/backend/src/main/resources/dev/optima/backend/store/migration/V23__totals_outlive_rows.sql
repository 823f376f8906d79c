-- What is left of calls and meetings that were deleted: how many there were, by quarter of an hour since 1970 (UTC), and
-- nothing about applicants. `team`: the ids of those of the team who were in it, in order, with spaces between them; a
-- hyphen stands before whoever never reached the room. `position`: what the applicant applied for; empty if it is not known.
CREATE TABLE call_totals (
  quarter  BIGINT           NOT NULL, -- in which they were placed
  team     TEXT             NOT NULL,
  position TEXT             NOT NULL,
  outcome  TEXT             NOT NULL,
  opened   INTEGER          NOT NULL,
  calls    BIGINT           NOT NULL,
  seconds  BIGINT           NOT NULL, -- of interviews, as the next three
  measured BIGINT           NOT NULL,
  scores   DOUBLE PRECISION NOT NULL, -- their sum
  poor     BIGINT           NOT NULL, -- below 3.0
  PRIMARY KEY (quarter, team, position, outcome, opened)
)${clustered};

-- Of interviews.
CREATE TABLE call_length_totals (
  quarter    BIGINT NOT NULL,
  team       TEXT   NOT NULL,
  position   TEXT   NOT NULL,
  minutes    BIGINT NOT NULL, -- whole ones
  interviews BIGINT NOT NULL,
  PRIMARY KEY (quarter, team, position, minutes)
)${clustered};

CREATE TABLE first_interview_totals (
  quarter    BIGINT NOT NULL,
  team       TEXT   NOT NULL,
  position   TEXT   NOT NULL,
  hours      BIGINT NOT NULL, -- whole ones, since they were added
  applicants BIGINT NOT NULL,
  PRIMARY KEY (quarter, team, position, hours)
)${clustered};

-- Whose first interview is in the totals: their next one is not their first. Nothing else is known of it.
CREATE TABLE interviewed_applicants (
  applicant_id TEXT NOT NULL PRIMARY KEY REFERENCES applicants (id) ON DELETE CASCADE
)${clustered};

CREATE TABLE meeting_totals (
  quarter  BIGINT NOT NULL, -- for which they were planned
  team     TEXT   NOT NULL,
  position TEXT   NOT NULL,
  status   TEXT   NOT NULL, -- COMPLETED, NO_SHOW, CANCELLED
  absent   TEXT   NOT NULL, -- empty if nobody was
  meetings BIGINT NOT NULL,
  PRIMARY KEY (quarter, team, position, status, absent)
)${clustered};

-- All that is counted of calls that are over, so that the calls themselves are not read.
CREATE INDEX calls_counted ON calls (
  (created_at / 900000), outcome, opened, created_at, together_millis, score, caller_id, applicant_id
) WHERE outcome IS NOT NULL;
CREATE INDEX calls_in_which_they_met ON calls (applicant_id, created_at, id) WHERE outcome IN ('COMPLETED', 'DROPPED');
CREATE INDEX call_participants_of_team ON call_participants (user_id, call_id) WHERE side = 'RECRUITER';
CREATE INDEX meetings_counted ON meetings (scheduled_at, status, absent, applicant_id, id)
  WHERE status IN ('COMPLETED', 'NO_SHOW', 'CANCELLED');
