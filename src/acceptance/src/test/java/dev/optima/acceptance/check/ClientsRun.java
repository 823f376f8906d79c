package dev.optima.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.harness.Tear;
import dev.optima.acceptance.harness.Wait;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/// Two people talk on real clients; what happens to them is chosen at random.
final class ClientsRun {
  private static final Duration RETURN = Duration.ofSeconds(60);
  private static final int OCCASION_SECONDS = 5;

  /// So many rows are looked at in the end; both screens can show as many at once.
  private static final int LOOKED_AT = 200;

  private final Site site;
  private final PageScreen page;
  private final ConsoleScreen console;
  private final RandomGenerator random;
  private final Set<String> chatted = new LinkedHashSet<>();
  private final Set<String> noted = new LinkedHashSet<>();
  private final Set<String> takenBack = new HashSet<>();
  private final Onlooker applicant = new Onlooker("the page", chatted);
  private final Onlooker recruiter = new Onlooker("the console", chatted);
  private final Onlooker team = new Onlooker("the notes", noted);
  private int cuts;
  private int killed;
  private int reloads;
  private int serial;

  ClientsRun(Site site, PageScreen page, ConsoleScreen console, long seed) {
    this.site = site;
    this.page = page;
    this.console = console;
    random = new java.util.Random(seed);
  }

  /// @param steps how often somebody does something; about a fifth of it is trouble
  void talk(int steps, int kills) throws IOException, InterruptedException {
    for (int i = 1; i <= steps; i++) {
      // Spread evenly: a kill whenever its share of the whole is due.
      if ((long) i * kills / steps > (long) (i - 1) * kills / steps) {
        say(page);
        say(console);
        site.killAndRestart();
        killed++;
      }
      step(random.nextBoolean() ? page : console);
      look();
    }
    reload();
  }

  private void step(Screen who) throws InterruptedException {
    int dice = random.nextInt(100);
    if (dice < 50) {
      say(who);
    } else if (dice < 60) {
      who.change(serial++);
    } else if (dice < 68) {
      who.react();
    } else if (dice < 74) {
      console.takeBack().ifPresent(words -> takenBack.add(Words.keyIn(words)));
    } else if (dice < 80) {
      noted.add("note-" + ++serial);
      console.note(Words.first("note-" + serial));
    } else {
      trouble(who);
    }
  }

  private void say(Screen who) {
    String key = (who == page ? "page-" : "console-") + ++serial;
    chatted.add(key);
    who.say(Words.first(key));
  }

  private void trouble(Screen who) throws InterruptedException {
    Wait.until("a client comes back", RETURN, who::isOnline);
    cuts++;
    if (random.nextInt(3) == 0) {
      who.cable().cutFor(Duration.ofMillis(random.nextInt(100, 1_000)));
      say(who);
      return;
    }
    var torn = who.cable().tear(Tear.values()[random.nextInt(Tear.values().length)]);
    say(who);
    try {
      torn.get(OCCASION_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      who.cable().sever(); // nothing came that way
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What was said offline outlives the page.
  private void reload() {
    page.cable().cutFor(Duration.ofMillis(300));
    say(page);
    say(page);
    Wait.until("the cable is whole", RETURN, () -> !page.cable().isCut());
    page.reload();
    reloads++;
    look();
  }

  private void look() {
    applicant.look(page.glance());
    recruiter.look(console.glance());
    team.look(console.notes());
  }

  /// Lets everybody come back, and compares.
  void settle(Guest guest) throws SQLException {
    String room = guest.roomId();
    String notes = "team_" + guest.userId();
    for (Screen screen : List.of(page, console)) {
      Wait.until("all is sent", RETURN, () -> screen.isOnline() && screen.glance().isSettled());
    }
    Wait.until("all notes are sent", RETURN, () -> console.notes().isSettled());
    Truth truth = truth();
    complete(truth.of(room), chatted);
    complete(truth.of(notes), noted);
    for (Screen screen : List.of(page, console)) {
      shows(screen, truth.of(room).size());
    }
    look();
    applicant.compare(page.glance(), truth.of(room));
    recruiter.compare(console.glance(), truth.of(room));
    team.compare(console.notes(), truth.of(notes));
    applicant.recount(truth.of(room));
    recruiter.recount(truth.of(room));
    team.recount(truth.of(notes));
  }

  /// The newest first: who scrolls back lets go of them.
  private static void shows(Screen screen, int rows) {
    Wait.until("the newest is shown", RETURN, () -> screen.glance().reaches(rows, 1));
    int wanted = Math.min(rows, LOOKED_AT);
    Wait.until(
        "enough is shown",
        RETURN,
        () -> {
          if (screen.glance().rows().size() >= wanted) {
            return true;
          }
          screen.back();
          return false;
        });
  }

  private Truth truth() throws SQLException {
    String url = "jdbc:sqlite:" + site.data().resolve("optima.db");
    try (Connection connection = DriverManager.getConnection(url)) {
      return Recount.of(connection, Map.of());
    }
  }

  /// All that was said is there, once, and each said it in that order.
  private void complete(List<Entry> rows, Set<String> said) {
    assertThat(rows).as("stored").hasSameSizeAs(said);
    List<String> keys = new ArrayList<>();
    rows.stream().filter(row -> !row.deleted()).forEach(row -> keys.add(Words.keyIn(row.body())));
    assertThat(keys).doesNotHaveDuplicates().isSubsetOf(said);
    Set<String> gone = new HashSet<>(said);
    keys.forEach(gone::remove);
    assertThat(takenBack).containsAll(gone);
    for (String who : List.of("page-", "console-", "note-")) {
      assertThat(keys.stream().filter(key -> key.startsWith(who)))
          .as("in the order of saying")
          .containsExactlyElementsOf(
              said.stream().filter(key -> key.startsWith(who) && !gone.contains(key)).toList());
    }
  }

  @Override
  public String toString() {
    return "%d kills, %d cuts, %d reloads; said %d, noted %d, taken back %d%n%s%n%s%n%s"
        .formatted(
            killed,
            cuts,
            reloads,
            chatted.size(),
            noted.size(),
            takenBack.size(),
            applicant,
            recruiter,
            team);
  }
}
