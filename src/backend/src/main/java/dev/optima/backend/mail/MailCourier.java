package dev.optima.backend.mail;

import dev.optima.backend.mail.OutboxStore.Queued;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Tx;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is due in the outbox. Every node has one; a row is claimed before it is sent, so no
/// two send it at once, and a claim ends by itself if its node dies. A mail may go out twice only
/// if the node dies between the server's "taken" and our note of it; both then have one Message-ID.
public final class MailCourier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MailCourier.class);

  /// How many mails are on their way at once.
  private static final int HANDS = 4;

  /// How long a claim holds: longer than an attempt can take.
  private static final Duration CLAIM = Duration.ofMinutes(15);

  /// How long to leave a server alone that cannot be reached or lets nobody in.
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private static final Duration KEPT = Duration.ofDays(90);

  /// What it works with.
  ///
  /// @param chance numbers from 0 to 1, which spread the attempts
  public record Tools(
      SmtpPost post,
      MailTexts texts,
      MailLetters letters,
      InstantSource clock,
      DoubleSupplier chance) {}

  private final Database database;
  private final Tools tools;
  private final Backoff backoff;
  private final OutboxStore store = new OutboxStore();
  private final ReentrantLock round = new ReentrantLock();
  private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
  private Instant pauseUntil = Instant.MIN;

  public MailCourier(Database database, Tools tools) {
    this.database = database;
    this.tools = tools;
    this.backoff = new Backoff(tools.chance());
  }

  /// Sends all that is due now, unless it is at it already.
  public void round() {
    if (!round.tryLock()) {
      return;
    }
    try {
      sendDue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("The outbox is looked at again later: {}", e.toString());
    } finally {
      round.unlock();
    }
  }

  /// Forgets mails that were settled long ago.
  public void tidy() {
    database.write(tx -> store.deleteSettled(tx, now().minus(KEPT)));
  }

  private void sendDue() throws InterruptedException {
    boolean more = !now().isBefore(pauseUntil);
    while (more) {
      Instant now = now();
      List<Queued> due = database.read(tx -> store.due(tx, now, HANDS));
      List<Callable<Boolean>> attempts =
          due.stream().<Callable<Boolean>>map(mail -> () -> attempt(mail)).toList();
      boolean reached = false;
      for (Future<Boolean> attempt : hands.invokeAll(attempts)) {
        reached |= attempt.state() == Future.State.SUCCESS && attempt.resultNow();
      }
      if (!due.isEmpty() && !reached) {
        pauseUntil = now.plus(PAUSE);
      }
      more = reached;
    }
  }

  /// @return whether the server could be spoken to, as far as this mail can tell
  private boolean attempt(Queued mail) {
    try {
      return claimAndSend(mail);
    } catch (RuntimeException e) {
      LOG.error("What became of mail {} could not be written down", mail.mail().id(), e);
      return false;
    }
  }

  private boolean claimAndSend(Queued mail) {
    String claim = Ids.next();
    Optional<MailLetters.Ready> ready = database.write(tx -> claim(tx, mail, claim));
    if (ready.isEmpty()) {
      return true;
    }
    Optional<MailFailure> failure = send(mail, ready.get());
    if (failure.isEmpty()) {
      database.write(tx -> sent(tx, mail, claim));
      LOG.info("Mail {} ({}) was sent", mail.mail().id(), mail.mail().kind());
      return true;
    }
    database.write(tx -> failed(tx, mail, claim, failure.get()));
    return !failure.get().problem().concernsAll();
  }

  /// An error of ours is a failure as any other: the mail is tried again, and given up in the end.
  private Optional<MailFailure> send(Queued mail, MailLetters.Ready ready) {
    try {
      return tools
          .post()
          .send(
              new SmtpPost.Envelope(
                  mail.mail().id(),
                  mail.reader().name(),
                  mail.reader().email(),
                  tools.texts().write(ready.topic()).with(ready.calendar())),
              now());
    } catch (RuntimeException | LinkageError e) {
      LOG.error("Mail {} cannot be written", mail.mail().id(), e);
      return Optional.of(
          new MailFailure(MailFailure.Problem.OTHER, false, e.getClass().getSimpleName()));
    }
  }

  /// Claims a mail and finds out what it says; nothing if another node was faster, if its link
  /// would be over, or if what it tells is no longer so.
  private Optional<MailLetters.Ready> claim(Tx tx, Queued queued, String claim)
      throws SQLException {
    Instant now = now();
    if (!store.claim(tx, queued, claim, now.plus(CLAIM))) {
      return Optional.empty();
    }
    OutboxStore.NewMail mail = queued.mail();
    if (!now.isBefore(mail.linkExpiresAt())) {
      fail(tx, queued, claim, new MailFailure(MailFailure.Problem.EXPIRED, true, ""), null);
      return Optional.empty();
    }
    Optional<MailLetters.Ready> ready = tools.letters().open(tx, queued, now);
    if (ready.isEmpty()) {
      store.delete(tx, mail.id());
      tx.afterCommit(() -> LOG.info("Mail {} ({}) is outdated", mail.id(), mail.kind()));
      return ready;
    }
    String subject = tools.texts().subject(ready.get().topic());
    store.address(tx, mail.id(), queued.reader().email(), subject);
    return ready;
  }

  private boolean sent(Tx tx, Queued mail, String claim) throws SQLException {
    tools.letters().sent(tx, mail.mail());
    return store.sent(tx, mail.mail().id(), claim, now());
  }

  private boolean failed(Tx tx, Queued mail, String claim, MailFailure failure)
      throws SQLException {
    int attempts = mail.attempts() + 1;
    Instant next = now().plus(backoff.after(attempts));
    boolean over =
        failure.permanent()
            || attempts >= Backoff.ATTEMPTS
            || next.isAfter(mail.queuedAt().plus(Backoff.AGE));
    return fail(tx, mail, claim, failure, over ? null : next);
  }

  private boolean fail(
      Tx tx, Queued mail, String claim, MailFailure failure, @Nullable Instant next)
      throws SQLException {
    boolean noted = store.failed(tx, mail.mail().id(), claim, failure, next);
    tx.afterCommit(
        () ->
            LOG.warn(
                "Mail {} ({}) was not sent: {} {}; {}",
                mail.mail().id(),
                mail.mail().kind(),
                failure.problem().word(),
                failure.detail(),
                next == null ? "given up" : "tried again at " + next));
    return noted;
  }

  private Instant now() {
    return tools.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// Gives what is under way a moment, so that it need not be sent twice; what does not make it is
  /// sent again when its claim is over.
  @Override
  public void close() {
    hands.shutdown();
    try {
      if (!hands.awaitTermination(2, TimeUnit.SECONDS)) {
        hands.shutdownNow();
      }
    } catch (InterruptedException e) {
      hands.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
