-- Links with which an applicant picks a time. Which times, is said as JSON: a list or a rule.
CREATE TABLE bookings (
  id               TEXT    NOT NULL PRIMARY KEY,
  request_key      TEXT    NOT NULL, -- the owner's, which makes a retry the same link
  owner_id         TEXT    NOT NULL,
  applicant_id     TEXT    NOT NULL REFERENCES applicants (id) ON DELETE CASCADE,
  title            TEXT    NOT NULL,
  description      TEXT,
  duration_minutes INTEGER NOT NULL,
  time_zone        TEXT    NOT NULL, -- of whoever offers
  offer            TEXT    NOT NULL,
  created_at       BIGINT  NOT NULL,
  expires_at       BIGINT  NOT NULL,
  revoked_at       BIGINT,
  held_start       BIGINT, -- the slot that is being booked
  held_end         BIGINT,
  held_until       BIGINT,
  meeting_id       TEXT, -- what was booked
  UNIQUE (owner_id, request_key)
);
CREATE INDEX bookings_by_applicant ON bookings (applicant_id, created_at);
CREATE INDEX bookings_held ON bookings (held_until) WHERE held_until IS NOT NULL;

-- Who leads the interview, the owner first.
CREATE TABLE booking_interviewers (
  booking_id TEXT    NOT NULL REFERENCES bookings (id) ON DELETE CASCADE,
  user_id    TEXT    NOT NULL,
  place      INTEGER NOT NULL,
  PRIMARY KEY (booking_id, user_id)
)${clustered};
CREATE INDEX booking_interviewers_by_user ON booking_interviewers (user_id, booking_id);

-- The codes of a link, hashed: that of its creation, and one for each mail that brings it.
CREATE TABLE booking_codes (
  code_hash  TEXT NOT NULL PRIMARY KEY,
  booking_id TEXT NOT NULL REFERENCES bookings (id) ON DELETE CASCADE
)${clustered};
CREATE INDEX booking_codes_by_booking ON booking_codes (booking_id);
