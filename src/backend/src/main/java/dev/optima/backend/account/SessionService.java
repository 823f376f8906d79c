package dev.optima.backend.account;

import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.AuditAct;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// Opens, recognizes and ends sessions. What happens with the sockets of an ended session is up to
/// the two listeners, which run after the commit.
public final class SessionService {

  /// The use of a session is noted at most this often.
  private static final Duration NOTE_EVERY = Duration.ofHours(1);

  private final Database database;
  private final Secrets secrets;
  private final InstantSource clock;
  private final Duration life;
  private final Consumer<String> sessionEnded;
  private final AuditLog audit;
  private final SessionStore store = new SessionStore();

  /// @param life how long a session is good
  /// @param sessionEnded is told the id of each session that is over: to close its sockets
  public SessionService(
      Database database,
      Secrets secrets,
      InstantSource clock,
      Duration life,
      Consumer<String> sessionEnded) {
    this.database = database;
    this.secrets = secrets;
    this.clock = clock;
    this.life = life;
    this.sessionEnded = sessionEnded;
    this.audit = new AuditLog(clock);
  }

  /// Whose token this is, if it is good now. Asks the database: not from an event loop.
  public Optional<Identity> authenticate(String token) {
    if (!token.startsWith(Secrets.SESSION_PREFIX)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<SessionStore.Live> live =
        database.read(tx -> store.find(tx, Secrets.hash(token), now));
    live.filter(l -> l.lastSeenAt().plus(NOTE_EVERY).isBefore(now))
        .flatMap(l -> Optional.ofNullable(l.identity().sessionId()))
        .ifPresent(id -> note(id, now));
    return live.map(SessionStore.Live::identity);
  }

  /// Opens a session inside a transaction and gives its token, which is not kept.
  public String open(Tx tx, UserId user, Role role) throws SQLException {
    String token = secrets.sessionToken();
    Instant now = clock.instant();
    store.add(tx, Ids.next(), Secrets.hash(token), user, role, now, now.plus(life));
    return token;
  }

  /// Signs out.
  public void end(Identity who) {
    String id = who.sessionId();
    if (id == null) {
      return;
    }
    database.write(
        tx -> {
          boolean ended = store.revoke(tx, id, clock.instant());
          if (ended) {
            if (who.isTeam()) {
              audit.note(tx, who, AuditAct.SIGNED_OUT, null, null, null);
            }
            tx.afterCommit(() -> sessionEnded.accept(id));
          }
          return ended;
        });
  }

  /// Ends every session of a person, inside a transaction.
  public void endAll(Tx tx, UserId user) throws SQLException {
    for (String id : store.revokeAll(tx, user, clock.instant())) {
      tx.afterCommit(() -> sessionEnded.accept(id));
    }
  }

  /// Forgets sessions that are long over.
  public void tidy() {
    database.write(tx -> store.deleteOver(tx, clock.instant().minus(life)));
  }

  /// How long a session is good: the life of its cookie.
  public Duration life() {
    return life;
  }

  private void note(String id, Instant now) {
    database.write(tx -> store.seen(tx, id, now));
  }
}
