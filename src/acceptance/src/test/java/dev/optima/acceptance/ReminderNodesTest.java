package dev.optima.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.Mailbox;
import dev.optima.acceptance.harness.Mailbox.Letter;
import dev.optima.acceptance.harness.Postgres;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.run.Backend;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two processes on one PostgreSQL, one of which dies and comes back: each reminder goes out once.
@Tag("slow")
class ReminderNodesTest {
  private static final int INTERVIEWS = 6;

  /// A little longer than a quarter of an hour, so that the time of the reminders is still to come.
  private static final Duration SOON = Duration.ofMinutes(15).plusSeconds(12);

  @Test
  void twoProcessesRemindOnce() throws Exception {
    try (Postgres postgres = Postgres.start();
        Mailbox mailbox = Mailbox.open()) {
      Map<String, String> settings = new HashMap<>(mailbox.settings());
      settings.put("database.url", postgres.url());
      try (Site site = Site.open("reminders", settings);
          Backend other = site.another()) {
        Member recruiter = site.recruiter("Rea Recruiter");
        IntStream.range(0, INTERVIEWS).forEach(number -> plan(site, recruiter, number));
        mailbox.await(INTERVIEWS);
        site.killAndRestart();
        mailbox.await(2 * INTERVIEWS);

        // Once this is reminded of, both have long looked for what was due before.
        plan(site, recruiter, INTERVIEWS);
        mailbox.await(2 * INTERVIEWS + 2);
        assertThat(other.isAlive()).isTrue();
        assertThat(mailbox.letters()).hasSize(2 * (INTERVIEWS + 1));
        assertThat(reminders(mailbox.letters()))
            .hasSize(INTERVIEWS + 1)
            .allSatisfy((reader, mails) -> assertThat(mails).isEqualTo(1));
      }
    }
  }

  private static void plan(Site site, Member recruiter, int number) {
    String applicant =
        site.office()
            .addApplicant(
                recruiter, "Applicant " + number, "a" + number + "@example.com", "en", "UTC")
            .field("applicant_id");
    recruiter
        .rest()
        .post(
            "/api/meetings/schedule",
            Map.of(
                "applicant_id",
                applicant,
                "scheduled_time",
                Instant.now().plus(SOON).toString(),
                "duration_minutes",
                30,
                "title",
                "Interview " + number,
                "time_zone",
                "UTC",
                "override_reason",
                "All in one room"))
        .expect(201);
  }

  /// How many reminders each reader got: the mails with no invitation in them.
  private static Map<String, Long> reminders(List<Letter> letters) {
    return letters.stream()
        .filter(letter -> letter.calendar().isEmpty())
        .collect(Collectors.groupingBy(Letter::to, Collectors.counting()));
  }
}
