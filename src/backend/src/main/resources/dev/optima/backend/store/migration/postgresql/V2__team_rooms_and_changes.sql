-- An applicant has two rooms: the chat (applicant_…) and the notes of the team (team_…).
ALTER TABLE rooms DROP CONSTRAINT rooms_applicant_id_key;
ALTER TABLE rooms ADD COLUMN last_change BIGINT NOT NULL DEFAULT 0;
CREATE INDEX rooms_by_applicant ON rooms (applicant_id);
INSERT INTO rooms (id, applicant_id) SELECT 'team_' || id, id FROM applicants;

-- Edits, deletions and reactions are numbered per room, so that a client that was away learns of them.
ALTER TABLE messages ADD COLUMN change BIGINT;
CREATE INDEX messages_changed ON messages (room_id, change) WHERE change IS NOT NULL;

ALTER TABLE applicants ADD COLUMN stage TEXT NOT NULL DEFAULT 'NEW';
ALTER TABLE applicants ADD COLUMN notes TEXT;
ALTER TABLE applicants ADD COLUMN archived_at BIGINT;
ALTER TABLE applicants ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
