-- What was said before a recruiter came: nothing of it is unread for them, though they have not read it either.
ALTER TABLE read_marks ADD COLUMN from_seq BIGINT NOT NULL DEFAULT 0;

-- The mail whose link it is; null for an invitation that somebody made.
ALTER TABLE invitations ADD COLUMN mail_id TEXT;
