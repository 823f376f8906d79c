-- When the applicant gave their newest answer, by whatever way: one that was written earlier and
-- comes later changes nothing.
ALTER TABLE meetings ADD COLUMN answered_at BIGINT;
