-- What a booking link held lately, so that one link does not hold a slot for ever.
CREATE TABLE booking_holds (
  booking_id TEXT   NOT NULL REFERENCES bookings (id) ON DELETE CASCADE,
  start_at   BIGINT NOT NULL, -- of the slot
  since      BIGINT NOT NULL, -- when it was held first of so many times in a row
  until      BIGINT NOT NULL,
  PRIMARY KEY (booking_id, start_at)
)${clustered};
