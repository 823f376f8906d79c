-- What somebody may have to answer for. Rows come, and go when they are too old; they never change.
-- The ids rise with the time, so they are the order of the log, and a period is a stretch of them.
CREATE TABLE audit_log (
  id         TEXT   NOT NULL PRIMARY KEY,
  at         BIGINT NOT NULL,
  actor_id   TEXT, -- null if it was no person
  actor      TEXT   NOT NULL, -- the name then, or a word for what is no person
  act        TEXT   NOT NULL,
  subject_id TEXT,
  subject    TEXT, -- the name then
  detail     TEXT,
  address    TEXT,
  search     TEXT   NOT NULL -- what a search looks through, lower case
)${clustered};
CREATE INDEX audit_log_by_actor ON audit_log (actor_id, id);
CREATE INDEX audit_log_by_act ON audit_log (act, id);

CREATE FUNCTION audit_log_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is never changed';
END;
$$;
CREATE TRIGGER audit_log_is_final BEFORE UPDATE ON audit_log
  FOR EACH ROW EXECUTE FUNCTION audit_log_refuse();
