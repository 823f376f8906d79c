package dev.optima.backend.analytics;

import dev.optima.protocol.id.UserId;
import java.util.ArrayList;
import java.util.List;

/// A time and whom it is about, as conditions on the tables.
record Slice(Period period, List<UserId> people, List<String> positions) {
  /// The quarter of a row; so written, both databases find the index on it.
  static final String CALL_QUARTER = "c.created_at / 900000";

  static final String MEETING_QUARTER = "m.scheduled_at / 900000";

  /// What an interview is, as SQL on `outcome`.
  static final String INTERVIEW = "outcome IN ('COMPLETED', 'DROPPED')";

  /// Of calls `c` that are over: these have an outcome.
  Conditions calls() {
    Conditions all =
        new Conditions()
            .and("c.outcome IS NOT NULL")
            .and(CALL_QUARTER + " >= ?", Period.quarter(period.from()))
            .and(CALL_QUARTER + " <= ?", Period.quarter(period.to()))
            .and("c.created_at >= ?", period.from())
            .and("c.created_at < ?", period.to());
    if (!people.isEmpty()) {
      List<UserId> twice = new ArrayList<>(people);
      twice.addAll(people);
      String in = Conditions.in(people);
      all.and(
          "(c.caller_id"
              + in
              + " OR c.id IN (SELECT f.call_id FROM call_participants f WHERE f.user_id"
              + in
              + " AND f.side = 'RECRUITER'))",
          twice.toArray());
    }
    return ofPositions(all, "c.applicant_id");
  }

  /// Of calls `c` in which both sides met.
  Conditions interviews() {
    return calls().and("c." + INTERVIEW);
  }

  /// Of meetings `m` of which it is settled what became of them.
  Conditions meetings() {
    Conditions all =
        new Conditions()
            .and("m.status IN ('COMPLETED', 'NO_SHOW', 'CANCELLED')")
            .and("m.scheduled_at >= ?", period.from())
            .and("m.scheduled_at < ?", period.to());
    if (!people.isEmpty()) {
      all.and(
          "m.id IN (SELECT f.meeting_id FROM meeting_interviewers f WHERE f.user_id"
              + Conditions.in(people)
              + ")",
          people.toArray());
    }
    return ofPositions(all, "m.applicant_id");
  }

  private Conditions ofPositions(Conditions all, String applicant) {
    return positions.isEmpty()
        ? all
        : all.and(
            applicant
                + " IN (SELECT b.id FROM applicants b WHERE b.position"
                + Conditions.in(positions)
                + ")",
            positions.toArray());
  }

  /// Of totals `t`: a quarter cannot be split, so it is in the time in which it begins.
  Conditions totals() {
    List<String> patterns = people.stream().flatMap(Team::patterns).toList();
    return new Conditions()
        .and("t.quarter >= ?", period.firstQuarter())
        .and("t.quarter < ?", period.endQuarter())
        .andAny("' ' || t.team || ' ' LIKE ? ESCAPE '!'", patterns)
        .andIn("t.position", positions);
  }
}
