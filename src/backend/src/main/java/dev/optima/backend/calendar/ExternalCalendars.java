package dev.optima.backend.calendar;

import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Inputs;
import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.meeting.BusySource;
import dev.optima.backend.meeting.BusyTime;
import dev.optima.backend.outbound.PrivateNetworks;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.BusyTimes;
import dev.optima.protocol.rest.ExternalCalendar;
import dev.optima.protocol.rest.NewExternalCalendar;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// Each one's calendar elsewhere, of which Optima knows the busy times and nothing more.
public final class ExternalCalendars implements BusySource {
  private static final int LONGEST_URL = 2_000;
  private static final int LONGEST_LOGIN = 256;
  private static final int MOST = 5_000;
  private static final Duration WIDEST = Duration.ofDays(100);

  /// How long a server may be silent.
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Database database;
  private final SecretSeal seal;
  private final CalendarFetch fetch;
  private final ExternalReader reader;
  private final InstantSource clock;
  private final AuditLog audit;
  private final ExternalStore store = new ExternalStore();

  /// @param allowed networks of one's own that may be called
  /// @param secret with which passwords and addresses are sealed; empty: one of this installation
  public ExternalCalendars(
      Database database, PrivateNetworks allowed, Optional<String> secret, InstantSource clock) {
    this.database = database;
    this.seal = SecretSeal.of(database, secret, clock.instant());
    this.fetch = new CalendarFetch(allowed, PATIENCE);
    this.clock = clock;
    this.audit = new AuditLog(clock);
    this.reader = new ExternalReader(database, seal, fetch, clock);
  }

  /// Who reads them; to be closed.
  public ExternalReader reader() {
    return reader;
  }

  /// One's own, without its secrets.
  public ExternalCalendar get(Identity who) {
    return database
        .read(tx -> store.find(tx, who.userId()))
        .orElseThrow(() -> Refusal.notFound("there is no calendar"));
  }

  /// Takes the place of a former one, and is read at once: the answer says how that went.
  public ExternalCalendar put(Identity who, NewExternalCalendar wanted) {
    HttpUrl url = url(wanted.url());
    String login = text("user", wanted.user());
    String password = text("password", wanted.password());
    if (password != null && (login == null || !fetch.mayCarryPassword(url))) {
      throw Refusal.invalid("password", "a password needs a user, and an address with https");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String owner = who.userId().value();
    var calendar =
        new ExternalStore.Named(
            wanted.kind(),
            seal.seal(owner, url.toString()),
            shown(wanted.kind(), url),
            login,
            password == null ? null : seal.seal(owner, password));
    Optional<ExternalStore.Known> stored =
        database.write(
            tx -> {
              store.put(tx, who.userId(), calendar, now);
              audit.note(tx, who, AuditAct.CALENDAR_CONNECTED, null, null, host(url));
              return store.known(tx, who.userId());
            });
    stored.ifPresent(reader::read);
    return get(who);
  }

  /// Forgets it, if there is one, and what it said.
  public void delete(Identity who) {
    database.<Boolean>write(
        tx -> {
          boolean was = store.delete(tx, who.userId());
          if (was) {
            audit.note(tx, who, AuditAct.CALENDAR_DISCONNECTED, null, null, null);
          }
          return was;
        });
  }

  /// When the team is busy elsewhere.
  public BusyTimes busy(Instant from, Instant to) {
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(WIDEST) > 0) {
      throw Refusal.invalid("to", "to is after from, by 100 days at most");
    }
    return new BusyTimes(database.read(tx -> store.busy(tx, from, to, MOST)));
  }

  @Override
  public List<BusyTime> busy(Tx tx, UserId user, Instant from, Instant to) throws SQLException {
    return store.busy(tx, user, from, to).stream()
        .map(busy -> new BusyTime(user, null, busy.start(), busy.end()))
        .toList();
  }

  /// Of the address no more than where: all else may be a secret.
  private static String host(HttpUrl url) {
    return url.host();
  }

  /// The path of a file often is its secret.
  private static String shown(ExternalCalendar.Kind kind, HttpUrl url) {
    HttpUrl.Builder plain = url.newBuilder().query(null).fragment(null);
    return kind == ExternalCalendar.Kind.CALDAV
        ? plain.build().toString()
        : plain.encodedPath("/").build() + "…";
  }

  /// `webcal` is how calendar programs call https.
  private static HttpUrl url(String wanted) {
    String tidy = wanted.strip().replaceFirst("^(?i)webcals?://", "https://");
    HttpUrl url = tidy.length() > LONGEST_URL ? null : HttpUrl.parse(tidy);
    if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
      throw Refusal.invalid("url", "url is the https address of a calendar, without a password");
    }
    return url;
  }

  private static @Nullable String text(String field, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    if (value.length() > LONGEST_LOGIN || !Inputs.isStorable(value)) {
      throw Refusal.invalid(field, field + " has " + LONGEST_LOGIN + " characters at most");
    }
    return value;
  }
}
