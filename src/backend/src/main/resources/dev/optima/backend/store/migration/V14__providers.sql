-- What carries the video of a call, from its beginning; calls before this were all built-in ones.
ALTER TABLE calls ADD COLUMN provider TEXT NOT NULL DEFAULT 'direct';

-- What the planner chose; null: as the organisation has it when the call begins.
ALTER TABLE meetings ADD COLUMN provider TEXT;
