-- What an entry says of an applicant goes when their calls do; all else stays as it was written.
DROP TRIGGER audit_log_is_final ON audit_log;
CREATE TRIGGER audit_log_is_final BEFORE UPDATE ON audit_log FOR EACH ROW
WHEN (new.subject IS NOT NULL OR new.detail IS NOT NULL
  OR (new.id, new.at, new.actor_id, new.actor, new.act, new.subject_id, new.address)
    IS DISTINCT FROM (old.id, old.at, old.actor_id, old.actor, old.act, old.subject_id, old.address)
  OR new.search IS DISTINCT FROM substr(old.search, 1, length(new.search)))
EXECUTE FUNCTION audit_log_refuse();

-- So that what was forgotten is not looked at again.
CREATE INDEX audit_log_to_forget ON audit_log (act, id) WHERE subject IS NOT NULL OR detail IS NOT NULL;
