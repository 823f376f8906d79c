package dev.optima.acceptance.measure;

import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.ConsoleProcess;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.harness.Wait;
import dev.optima.console.look.Ids;
import dev.optima.console.schedule.CalendarSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What a page of the calendar costs the console's FX thread, with a year of interviews of a whole
/// team in the backend's database.
final class CalendarPages {
  private static final int TURNS = 20;

  /// What every machine needs until its code is compiled.
  private static final int FIRST = 4;

  /// How long a page is watched: it is loaded and drawn by then.
  private static final int WATCHED = 700;

  private final Medians medians;

  CalendarPages(Medians medians) {
    this.medians = medians;
  }

  void run() throws Exception {
    try (Site site = Site.open("calendar-pages")) {
      FullYear year = new FullYear(site);
      long start = System.nanoTime();
      Member recruiter = year.fill();
      medians.line(
          "calendar: %d interviews of %d recruiters in the database, planned in %.0f s"
              .formatted(
                  FullYear.MEETINGS, FullYear.RECRUITERS, (System.nanoTime() - start) / 1e9));
      try (ConsoleProcess console =
          ConsoleProcess.start(site.url(), recruiter.token(), site.folder(), "en")) {
        console.awaitSight("#" + Ids.SHELL, Duration.ofSeconds(60));
        console.tell("size 1440x900");
        console.click("#" + Ids.NAV_CALENDAR);
        console.awaitSight("#" + Ids.SCHEDULE_NEXT);
        for (CalendarSpan span : CalendarSpan.values()) {
          turn(console, span);
        }
      }
    }
  }

  private void turn(ConsoleProcess console, CalendarSpan span) {
    console.click("#" + Ids.SCHEDULE_TODAY);
    console.click("#" + Ids.SCHEDULE_SPAN + span.name());
    Wait.pass(Duration.ofSeconds(1));
    List<Double> pressed = new ArrayList<>();
    List<Double> worked = new ArrayList<>();
    List<Double> longest = new ArrayList<>();
    for (int turn = 0; turn < FIRST + TURNS; turn++) {
      String[] took = console.tell("turn #" + Ids.SCHEDULE_NEXT + " " + WATCHED).split(" ");
      if (turn >= FIRST) {
        pressed.add(Double.valueOf(took[0]));
        worked.add(Double.valueOf(took[1]));
        longest.add(Double.valueOf(took[2]));
      }
    }
    say("calendar, %s: press, CSS and layout of the next page".formatted(span), pressed);
    say("calendar, %s: the same, CPU alone".formatted(span), worked);
    say("calendar, %s: longest wait for the FX thread afterwards".formatted(span), longest);
  }

  private void say(String what, List<Double> values) {
    Collections.sort(values);
    medians.say(what, "ms", values.get(values.size() / 2), values.getFirst(), values.getLast());
  }
}
