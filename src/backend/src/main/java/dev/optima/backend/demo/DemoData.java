package dev.optima.backend.demo;

import dev.optima.backend.account.Identity;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Role;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Fills an empty database: a team, a dozen applicants, a month of calls and chats, and the
/// interviews of these days, written by the services themselves under a clock that is set back. The
/// same clock and seed give the same month; ids and secrets differ.
public final class DemoData {
  private static final int DAYS = 30;
  private static final Duration APPLYING = Duration.ofHours(20);
  private static final int GENERATED_CALLS = 60;

  /// UTC hours that lie in the working day of most.
  private static final int FIRST_HOUR = 7;

  private static final int HOURS = 8;
  private static final Duration SHORTEST_GAP = Duration.ofSeconds(2);
  private static final List<CallOutcome> OUTCOMES =
      List.of(
          CallOutcome.COMPLETED,
          CallOutcome.COMPLETED,
          CallOutcome.COMPLETED,
          CallOutcome.COMPLETED,
          CallOutcome.COMPLETED,
          CallOutcome.COMPLETED,
          CallOutcome.COMPLETED,
          CallOutcome.NO_ANSWER,
          CallOutcome.NO_ANSWER,
          CallOutcome.REJECTED,
          CallOutcome.CANCELLED,
          CallOutcome.DROPPED,
          CallOutcome.OFFLINE,
          CallOutcome.NOT_JOINED);

  /// What was made: the only place where the passwords and links are shown.
  public record Made(List<Login> accounts, List<Guest> applicants, List<Link> invitations) {}

  /// Somebody of the team.
  public record Login(String email, String name, Role role, String password) {
    /// Never prints the password.
    @Override
    public String toString() {
      return "Login[" + email + "]";
    }
  }

  /// An applicant.
  public record Guest(UserId applicantId, String name, String language) {}

  /// A link for one use.
  public record Link(UserId applicantId, String name, String url) {
    /// Never prints the link.
    @Override
    public String toString() {
      return "Link[" + applicantId + "]";
    }
  }

  /// What is wanted.
  ///
  /// @param publicUrl what the links begin with
  /// @param password of everybody
  public record Wish(URI publicUrl, String password, Instant now, long seed) {
    /// Never prints the password.
    @Override
    public String toString() {
      return "Wish[" + now + ", " + seed + "]";
    }
  }

  private final DemoOffice office;
  private final Wish wish;
  private final Random random;
  private final DemoTimes times = new DemoTimes();

  private DemoData(DemoOffice office, Wish wish) {
    this.office = office;
    this.wish = wish;
    this.random = new Random(wish.seed());
  }

  /// Fills the database.
  ///
  /// @throws Refusal `conflict` if there are accounts in it
  public static Made fill(Database database, BackendConfig config, Wish wish) {
    Instant begin = wish.now().minus(DAYS + 1L, ChronoUnit.DAYS);
    try (DemoOffice office =
        new DemoOffice(database, config, wish.publicUrl(), begin, wish.now())) {
      if (!office.isEmpty()) {
        throw Refusal.of(
            ErrorCode.CONFLICT,
            "There are accounts in this database already; give an empty directory with --data");
      }
      return new DemoData(office, wish).fill();
    }
  }

  private Made fill() {
    Map<String, Identity> team =
        Map.of(
            "elif", hire("Elif Kaya", "elif@demo.optima.dev", Role.RECRUITER, "en"),
            "mert", hire("Mert Demir", "mert@demo.optima.dev", Role.RECRUITER, "tr"),
            "selin", hire("Selin Ak", "selin@demo.optima.dev", Role.RECRUITER, "tr"));
    hire("Kerem Yıldız", "kerem@demo.optima.dev", Role.ADMIN, "en");
    DemoScript script = DemoScript.read(wish.now());
    script.people().forEach(times::take);
    List<DemoRoom> rooms = new ArrayList<>();
    for (DemoScript.Person person : script.people()) {
      rooms.add(welcome(member(team, person.recruiter()), person, person.deeds()));
    }
    DemoCareers careers = new DemoCareers(wish.now(), times, random);
    List<DemoRoom> past = new ArrayList<>();
    for (DemoScript.Person person : script.past()) {
      past.add(welcome(member(team, person.recruiter()), person, careers.of(person)));
    }
    generate(rooms);
    rooms.forEach(room -> live(room, List.copyOf(team.values())));
    past.forEach(room -> live(room, List.copyOf(team.values())));
    past.forEach(room -> office.archive(room.recruiter(), room.applicant().userId()));
    office.clock().set(wish.now());
    office.catchUp();
    return new Made(logins(), guests(rooms), links(rooms, member(team, "elif")));
  }

  /// They apply some time before anything happens with them.
  private DemoRoom welcome(
      Identity recruiter, DemoScript.Person person, List<DemoScript.Deed> deeds) {
    Instant first = deeds.stream().map(DemoScript.Deed::at).min(Instant::compareTo).orElseThrow();
    office.clock().set(first.minus(APPLYING.multipliedBy(1 + random.nextInt(6))));
    UserId id = office.welcome(recruiter, person);
    Identity applicant = Identity.ofSession(id, Role.APPLICANT, person.name(), "demo");
    return new DemoRoom(person, recruiter, applicant, new ArrayList<>(deeds));
  }

  /// More calls, so that a month looks like one: nobody is in two at once.
  private void generate(List<DemoRoom> rooms) {
    LocalDate today = wish.now().atZone(ZoneOffset.UTC).toLocalDate();
    for (int i = 0; i < GENERATED_CALLS; i++) {
      DemoRoom room = rooms.get(random.nextInt(rooms.size()));
      LocalDate day = today.minusDays(1L + random.nextInt(DAYS - 1));
      int minute = random.nextInt(10);
      Instant at = day.atTime(FIRST_HOUR + random.nextInt(HOURS), minute).toInstant(ZoneOffset.UTC);
      CallOutcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
      Duration talked = Duration.ofSeconds(240L + random.nextInt(2_000));
      DemoScript.Person person = room.person();
      boolean after = room.deeds().stream().anyMatch(deed -> deed.at().isBefore(at));
      if (after
          && !DemoTimes.isWeekend(day)
          && times.take(at, person.recruiter(), person.email())) {
        room.deeds().add(new DemoScript.Rang(at, outcome, talked));
      }
    }
  }

  private void live(DemoRoom room, List<Identity> team) {
    room.deeds().sort(Comparator.comparing(DemoScript.Deed::at));
    var thread = new DemoThread(office, room.recruiter(), room.applicant());
    Instant last = Instant.MIN;
    for (DemoScript.Deed deed : room.deeds()) {
      Instant earliest = last.equals(Instant.MIN) ? deed.at() : last.plus(SHORTEST_GAP);
      office.clock().set(deed.at().isAfter(earliest) ? deed.at() : earliest);
      thread.play(deed);
      last = office.clock().instant();
    }
    thread.read(team, room.person().unread());
  }

  private final List<Login> hired = new ArrayList<>();

  private Identity hire(String name, String email, Role role, String language) {
    Identity identity = office.hire(name, email, role, language, wish.password());
    hired.add(new Login(email, name, role, wish.password()));
    return identity;
  }

  private List<Login> logins() {
    return hired.stream()
        .sorted(Comparator.comparing((Login login) -> !login.email().startsWith("elif")))
        .toList();
  }

  private static List<Guest> guests(List<DemoRoom> rooms) {
    return rooms.stream()
        .map(
            room ->
                new Guest(
                    room.applicant().userId(), room.person().name(), room.person().language()))
        .toList();
  }

  private List<Link> links(List<DemoRoom> rooms, Identity by) {
    office.clock().set(wish.now());
    return rooms.stream()
        .limit(2)
        .map(
            room ->
                new Link(
                    room.applicant().userId(),
                    room.person().name(),
                    office.invitations().invite(by, room.applicant().userId(), false, null).url()))
        .toList();
  }

  private static Identity member(Map<String, Identity> team, String name) {
    Identity member = team.get(name);
    if (member == null) {
      throw new IllegalStateException("nobody of the demo is called " + name);
    }
    return member;
  }
}
