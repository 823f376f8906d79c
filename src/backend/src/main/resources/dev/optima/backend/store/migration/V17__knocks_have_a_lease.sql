-- Until when a knock at a waiting room is believed; the waiting page asks again and renews it.
ALTER TABLE meetings ADD COLUMN waiting_until BIGINT;
UPDATE meetings SET waiting_until = waiting_since + 150000
  WHERE waiting_since IS NOT NULL AND admitted_at IS NULL;
CREATE INDEX meetings_by_knock ON meetings (waiting_until) WHERE waiting_until IS NOT NULL;
