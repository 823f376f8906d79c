-- What an entry says of an applicant goes when their calls do; all else stays as it was written.
DROP TRIGGER audit_log_is_final;
CREATE TRIGGER audit_log_is_final BEFORE UPDATE ON audit_log
WHEN new.subject IS NOT NULL OR new.detail IS NOT NULL
  OR new.id IS NOT old.id OR new.at IS NOT old.at OR new.actor_id IS NOT old.actor_id OR new.actor IS NOT old.actor
  OR new.act IS NOT old.act OR new.subject_id IS NOT old.subject_id OR new.address IS NOT old.address
  OR new.search IS NOT substr(old.search, 1, length(new.search))
BEGIN
  SELECT RAISE(ABORT, 'the audit log is never changed');
END;

-- So that what was forgotten is not looked at again.
CREATE INDEX audit_log_to_forget ON audit_log (act, id) WHERE subject IS NOT NULL OR detail IS NOT NULL;
