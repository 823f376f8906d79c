-- The address of a calendar elsewhere often is a secret itself: from now on `url` is sealed.
DELETE FROM external_calendars;
ALTER TABLE external_calendars ADD COLUMN shown TEXT NOT NULL DEFAULT ''; -- what may be shown of it
ALTER TABLE external_calendars ADD COLUMN mark TEXT; -- by which its server knows what was read
ALTER TABLE external_calendars ADD COLUMN failures BIGINT NOT NULL DEFAULT 0; -- since it was read
