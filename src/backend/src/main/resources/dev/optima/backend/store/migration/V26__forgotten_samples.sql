-- Samples go before their call does: then they are empty, and the scores stay. What is to be forgotten next is found without those.
DROP INDEX call_quality_series_by_age;
CREATE INDEX call_quality_series_by_age ON call_quality_series (ended_at) WHERE length(samples) > 0;
