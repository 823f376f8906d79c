-- What is filtered by most has an index with all that is asked, so that ten times as many can be looked at, see ADR 0024. The others
-- have the number: without it the rows are read only to count them.
DROP INDEX call_history_of_caller;
DROP INDEX call_history_of_position;
DROP INDEX call_history_of_applicant;
DROP INDEX call_history_of_hour;
CREATE INDEX call_history_of_caller ON call_history (caller, created_at, no)
  INCLUDE (applicant, position, score, length, outcome, rang, week_hour);
CREATE INDEX call_history_of_position ON call_history (position, created_at, no)
  INCLUDE (caller, applicant, score, length, outcome, rang, week_hour) WHERE outcome > 0;
CREATE INDEX call_history_of_applicant ON call_history (applicant, no);
CREATE INDEX call_history_of_hour ON call_history (week_hour, no) WHERE outcome > 0;

-- An index answers alone only for pages that were vacuumed since they changed; the newest calls are what is asked most.
ALTER TABLE call_history SET (autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_vacuum_scale_factor = 0.01,
  autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE call_words SET (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE calls SET (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.02,
  autovacuum_analyze_scale_factor = 0.02);

-- Who did how many interviews is answered by two indexes, without the calls and the people in them, see ADR 0026.
DROP INDEX calls_counted;
CREATE INDEX calls_counted ON calls (
  (created_at / 900000), outcome, opened, created_at, together_millis, score, caller_id, applicant_id, id
) WHERE outcome IS NOT NULL;
CREATE INDEX call_participants_there ON call_participants (call_id, user_id) WHERE side = 'RECRUITER' AND joined_at IS NOT NULL;

-- A call in which both sides came and one was lost at once is no interview: it ends as one that was not joined, or, where
-- somebody hung up, was abandoned. Those of before did not, and would be interviews of 0 s.
UPDATE calls SET outcome = 'NOT_JOINED', state = 'FAILED', started_at = NULL WHERE outcome = 'DROPPED' AND together_millis = 0;
UPDATE calls SET outcome = 'ABANDONED', started_at = NULL WHERE outcome = 'COMPLETED' AND together_millis = 0;
UPDATE call_history SET outcome = 4, length = -1
  WHERE outcome = 2 AND length = 0 AND call_id IN (SELECT id FROM calls WHERE outcome = 'NOT_JOINED');
UPDATE call_history SET outcome = 3, length = -1
  WHERE outcome = 1 AND length = 0 AND call_id IN (SELECT id FROM calls WHERE outcome = 'ABANDONED');
