-- An applicant has two rooms: the chat (applicant_…) and the notes of the team (team_…).
-- SQLite cannot drop a constraint, so the table is made anew; migrations run without foreign keys.
CREATE TABLE new_rooms (
  id           TEXT   NOT NULL PRIMARY KEY,
  applicant_id TEXT   NOT NULL REFERENCES applicants (id) ON DELETE CASCADE,
  last_seq     BIGINT NOT NULL DEFAULT 0,
  last_change  BIGINT NOT NULL DEFAULT 0
);
INSERT INTO new_rooms (id, applicant_id, last_seq) SELECT id, applicant_id, last_seq FROM rooms;
DROP TABLE rooms;
ALTER TABLE new_rooms RENAME TO rooms;
CREATE INDEX rooms_by_applicant ON rooms (applicant_id);
INSERT INTO rooms (id, applicant_id) SELECT 'team_' || id, id FROM applicants;

-- Edits, deletions and reactions are numbered per room, so that a client that was away learns of them.
ALTER TABLE messages ADD COLUMN change BIGINT;
CREATE INDEX messages_changed ON messages (room_id, change) WHERE change IS NOT NULL;

ALTER TABLE applicants ADD COLUMN stage TEXT NOT NULL DEFAULT 'NEW';
ALTER TABLE applicants ADD COLUMN notes TEXT;
ALTER TABLE applicants ADD COLUMN archived_at BIGINT;
ALTER TABLE applicants ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
