-- Files that people send. Their bytes lie in a folder, under the id.
CREATE TABLE attachments (
  id             TEXT    NOT NULL PRIMARY KEY,
  room_id        TEXT    NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  uploader_id    TEXT    NOT NULL,
  message_id     TEXT    REFERENCES messages (id) ON DELETE CASCADE, -- null until it is sent
  name           TEXT    NOT NULL, -- made harmless
  size           BIGINT  NOT NULL, -- as announced: reserved from the beginning
  stored         BIGINT  NOT NULL, -- so many bytes are safely on the disk
  created_at     BIGINT  NOT NULL,
  completed_at   BIGINT, -- all bytes are there and it was accepted
  media_type     TEXT,
  sha256         TEXT,
  checked        INTEGER, -- 1: a virus scanner found nothing
  pages          INTEGER,
  preview_type   TEXT,
  preview_width  INTEGER,
  preview_height INTEGER
);
CREATE INDEX attachments_by_room ON attachments (room_id, size);
CREATE INDEX attachments_by_message ON attachments (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX attachments_waiting ON attachments (created_at) WHERE message_id IS NULL;

-- A message shows its files as they were when it was sent: they never change, JSON.
ALTER TABLE messages ADD COLUMN attachments TEXT;

-- Whoever reserves bytes of the whole server holds the one row.
CREATE TABLE attachment_total (
  held BIGINT NOT NULL PRIMARY KEY
);
INSERT INTO attachment_total (held) VALUES (1);
