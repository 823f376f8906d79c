-- The calendar asks when all of the team is busy: from a time on, so that what is past is not read.
CREATE INDEX external_busy_by_time ON external_busy (end_at);
