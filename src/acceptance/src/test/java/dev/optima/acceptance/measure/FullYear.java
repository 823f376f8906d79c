package dev.optima.acceptance.measure;

import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.Site;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The interviews of a team from next week on: five a day for each, every workday of fifty weeks.
final class FullYear {
  static final int RECRUITERS = 8;

  private static final int DAILY = 5;
  private static final int WORKDAYS = 5;
  private static final int WEEKS = 50;
  static final int MEETINGS = RECRUITERS * DAILY * WORKDAYS * WEEKS;

  private static final LocalTime FIRST = LocalTime.of(9, 0);
  private static final int APART = 90;
  private static final int MINUTES = 45;
  private static final ZoneId ZONE = ZoneId.systemDefault();

  private final Site site;

  FullYear(Site site) {
    this.site = site;
  }

  /// Plans all of them.
  ///
  /// @return one of those who lead them
  Member fill() throws InterruptedException, ExecutionException {
    List<Member> team = new ArrayList<>();
    for (int i = 0; i < RECRUITERS; i++) {
      team.add(site.recruiter("Recruiter " + (char) ('A' + i)));
    }
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (Member member : team) {
        all.add(workers.submit(() -> plan(member)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    return team.getFirst();
  }

  private void plan(Member member) {
    List<String> applicants = new ArrayList<>();
    for (int i = 0; i < DAILY; i++) {
      String name = "Applicant " + (char) ('A' + i) + " of " + member.name();
      applicants.add(
          site.office()
              .addApplicant(member, name, Site.email(name), "en", "Europe/Berlin")
              .field("applicant_id"));
    }
    LocalDate monday = LocalDate.now(ZONE).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    for (int day = 0; day < WEEKS * WORKDAYS; day++) {
      LocalDate date = monday.plusWeeks(day / WORKDAYS).plusDays(day % WORKDAYS);
      for (int i = 0; i < DAILY; i++) {
        plan(member, applicants.get(i), date, FIRST.plusMinutes((long) APART * i));
      }
    }
  }

  private static void plan(Member member, String applicant, LocalDate date, LocalTime time) {
    member
        .rest()
        .post(
            "/api/meetings/schedule",
            Map.of(
                "key",
                date + "-" + time + "-" + applicant,
                "applicant_id",
                applicant,
                "scheduled_time",
                date.atTime(time).atZone(ZONE).toInstant().toString(),
                "duration_minutes",
                MINUTES,
                "title",
                "Interview",
                "time_zone",
                ZONE.getId(),
                "send_email",
                false,
                "remind_15_min",
                true))
        .expect(201);
  }
}
