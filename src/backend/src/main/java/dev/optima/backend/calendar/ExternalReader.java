package dev.optima.backend.calendar;

import dev.optima.backend.calendar.FetchFailure.Problem;
import dev.optima.backend.store.Database;
import dev.optima.protocol.rest.ExternalCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the calendars elsewhere, each every quarter of an hour, and later each time that it could
/// not be read. Every node has one; a calendar is claimed before it is read. What cannot be read
/// keeps what it said before.
public final class ExternalReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExternalReader.class);
  private static final Duration EVERY = Duration.ofMinutes(15);
  private static final Duration LATEST = Duration.ofHours(8);

  /// A wrong password is not tried more often, so that no account is locked because of it.
  private static final Duration AFTER_REFUSAL = Duration.ofHours(24);

  /// All of one reading; the console waits for the first.
  private static final Duration WHOLE = Duration.ofSeconds(15);

  private static final Duration BACK = Duration.ofDays(7);
  private static final Duration AHEAD = Duration.ofDays(180);
  private static final int AT_ONCE = 4;

  private final Database database;
  private final SecretSeal seal;
  private final CalendarFetch fetch;
  private final InstantSource clock;
  private final ExternalStore store = new ExternalStore();
  private final ReentrantLock round = new ReentrantLock();
  private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();

  ExternalReader(Database database, SecretSeal seal, CalendarFetch fetch, InstantSource clock) {
    this.database = database;
    this.seal = seal;
    this.fetch = fetch;
    this.clock = clock;
  }

  /// Reads all that is due, unless it is at it already.
  public void round() {
    if (!round.tryLock()) {
      return;
    }
    try {
      boolean more = true;
      while (more) {
        Instant now = now();
        List<Callable<Boolean>> due =
            database.read(tx -> store.due(tx, now, AT_ONCE)).stream()
                .<Callable<Boolean>>map(calendar -> () -> read(calendar))
                .toList();
        more = due.size() == AT_ONCE;
        for (Future<Boolean> reading : hands.invokeAll(due)) {
          more &= reading.state() == Future.State.SUCCESS; // else it is still due
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("The calendars elsewhere are looked at again later: {}", e.toString());
    } finally {
      round.unlock();
    }
  }

  /// Reads one now, unless another node is at it already.
  boolean read(ExternalStore.Known calendar) {
    Instant now = now();
    if (!database.<Boolean>write(tx -> store.claim(tx, calendar, now.plus(EVERY)))) {
      return false;
    }
    try {
      String day = now.truncatedTo(ChronoUnit.DAYS) + " ";
      Said said = said(calendar, day, now);
      List<Busy> busy = said.unchanged() ? List.of() : busy(calendar, said, now);
      String mark = said.mark() == null ? null : day + said.mark();
      database.<Boolean>write(
          tx -> {
            if (store.read(tx, calendar, mark, now) && !said.unchanged()) {
              store.replace(tx, calendar.userId(), busy);
            }
            return true;
          });
      return true;
    } catch (FetchFailure e) {
      failed(calendar, e.problem(), e.getMessage(), now);
    } catch (RuntimeException e) {
      failed(calendar, Problem.NOT_A_CALENDAR, e.getClass().getSimpleName(), now);
    }
    return false;
  }

  private void failed(
      ExternalStore.Known calendar, Problem problem, @Nullable String detail, Instant now) {
    Instant next = now.plus(pause(problem, calendar.failures()));
    LOG.info(
        "The calendar of {} cannot be read: {} ({}); tried again at {}",
        calendar.userId(),
        problem.word(),
        detail,
        next);
    database.<Boolean>write(
        tx -> {
          store.failed(tx, calendar, problem, next);
          return true;
        });
  }

  private static Duration pause(Problem problem, long failures) {
    if (problem == Problem.UNAUTHORIZED) {
      return AFTER_REFUSAL;
    }
    Duration pause = EVERY.multipliedBy(1L << Math.min(failures, 10));
    return pause.compareTo(LATEST) > 0 ? LATEST : pause;
  }

  /// Once a day all is read in any case, since the time that is looked at moves on.
  private Said said(ExternalStore.Known calendar, String day, Instant now) throws FetchFailure {
    String mark = calendar.mark();
    String known = mark != null && mark.startsWith(day) ? mark.substring(day.length()) : null;
    HttpUrl url = HttpUrl.get(open(calendar, calendar.url()));
    CalendarVisit visit = fetch.visit(url, login(calendar, url), WHOLE);
    if (calendar.kind() == ExternalCalendar.Kind.CALDAV) {
      return new CalDav(visit, from(now), to(now)).read(url, known);
    }
    CalendarVisit.Answer answer = visit.get(url, known);
    return answer.isUnchanged() && known != null
        ? Said.unchanged(known)
        : Said.files(List.of(answer.demandGood().body()), answer.mark());
  }

  private static List<Busy> busy(ExternalStore.Known calendar, Said said, Instant now)
      throws FetchFailure {
    ZoneId zone = ZoneId.of(Objects.requireNonNullElse(calendar.timeZone(), "UTC"));
    Set<String> own =
        calendar.login() == null
            ? Set.of(calendar.email())
            : new HashSet<>(List.of(calendar.email(), calendar.login()));
    return new BusyReader(from(now), to(now), own).read(said.files(), zone);
  }

  private static Instant from(Instant now) {
    return now.truncatedTo(ChronoUnit.DAYS).minus(BACK);
  }

  private static Instant to(Instant now) {
    return now.truncatedTo(ChronoUnit.DAYS).plus(AHEAD);
  }

  private CalendarFetch.@Nullable Login login(ExternalStore.Known calendar, HttpUrl url)
      throws FetchFailure {
    if (calendar.login() == null || calendar.password() == null) {
      return null;
    }
    if (!fetch.mayCarryPassword(url)) {
      throw new FetchFailure(Problem.FORBIDDEN_ADDRESS, "a password would go without TLS");
    }
    return new CalendarFetch.Login(calendar.login(), open(calendar, calendar.password()));
  }

  private String open(ExternalStore.Known calendar, String sealed) throws FetchFailure {
    Optional<String> text = seal.open(calendar.userId().value(), sealed);
    return text.orElseThrow(
        () -> new FetchFailure(Problem.UNAUTHORIZED, "it was sealed with another calendar.secret"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void close() {
    hands.shutdownNow();
    fetch.close();
  }
}
