-- How good a call was, 1.0 to 5.0; null if nothing was measured.
ALTER TABLE calls ADD COLUMN score DOUBLE PRECISION;

-- call_quality has the reports of calls that are live, or were just now, as they came.
ALTER TABLE call_quality ADD COLUMN audio_loss DOUBLE PRECISION;
ALTER TABLE call_quality ADD COLUMN concealed DOUBLE PRECISION;
ALTER TABLE call_quality ADD COLUMN buffer DOUBLE PRECISION;
ALTER TABLE call_quality ADD COLUMN frozen DOUBLE PRECISION;
ALTER TABLE call_quality ADD COLUMN dropped DOUBLE PRECISION;
ALTER TABLE call_quality ADD COLUMN sent_fps DOUBLE PRECISION;
ALTER TABLE call_quality ADD COLUMN available DOUBLE PRECISION;
ALTER TABLE call_quality ADD COLUMN limited TEXT;

-- What became of them when the call was over: one row for each who measured something, see ADR 0023.
CREATE TABLE call_quality_series (
  call_id  TEXT   NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
  user_id  TEXT   NOT NULL,
  ended_at BIGINT NOT NULL, -- the call
  score    DOUBLE PRECISION,
  audio    DOUBLE PRECISION,
  video    DOUBLE PRECISION,
  samples  ${bytes} NOT NULL,
  PRIMARY KEY (call_id, user_id)
);
CREATE INDEX call_quality_series_by_age ON call_quality_series (ended_at);
