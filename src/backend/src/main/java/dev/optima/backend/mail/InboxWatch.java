package dev.optima.backend.mail;

import dev.optima.backend.store.Database;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for answers in the mailbox, on a thread of its own, again and again; later each time that
/// it cannot be read. Several nodes may look at once: an answer is taken once.
public final class InboxWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InboxWatch.class);

  /// How far back a mailbox is read that is not known yet.
  private static final Duration BACK = Duration.ofDays(14);

  /// How long the thread is waited for.
  private static final Duration PARTING = Duration.ofSeconds(2);

  private final Database database;
  private final ImapBox box;
  private final Duration every;
  private final AnswerReader reader;
  private final InstantSource clock;
  private final Backoff backoff;
  private final InboxStore store = new InboxStore();
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable Thread thread;
  private int failures;

  /// @param every how often to look
  /// @param chance numbers from 0 to 1, which spread the attempts
  public InboxWatch(
      Database database,
      ImapBox box,
      Duration every,
      AnswerReader reader,
      InstantSource clock,
      DoubleSupplier chance) {
    this.database = database;
    this.box = box;
    this.every = every;
    this.reader = reader;
    this.clock = clock;
    this.backoff = new Backoff(chance);
  }

  /// Begins to look.
  public void start() {
    thread = Thread.ofVirtual().name("inbox").start(this::watch);
  }

  private void watch() {
    try {
      boolean open = true;
      while (open) {
        Duration pause = look();
        open = !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Looks once.
  ///
  /// @return how long to wait until the next time
  Duration look() {
    try {
      ImapBox.Mark since = database.read(tx -> store.mark(tx, box.name())).orElse(null);
      ImapBox.Mark now = box.read(since, clock.instant().minus(BACK), reader);
      if (!now.equals(since)) {
        database.<Boolean>write(
            tx -> {
              store.put(tx, box.name(), now);
              return true;
            });
      }
      if (failures > 0) {
        LOG.info("The mailbox can be read again");
      }
      failures = 0;
      return every;
    } catch (MessagingException e) {
      MailFailure failure = MailFailure.of(e);
      return failed(failure.problem().word() + " " + failure.detail());
    } catch (RuntimeException e) {
      return failed(e.toString());
    }
  }

  private Duration failed(String why) {
    Duration pause = backoff.after(++failures);
    Duration next = pause.compareTo(every) < 0 ? every : pause;
    if (closed.getCount() > 0) {
      LOG.warn("The mailbox cannot be read: {}; tried again in {} s", why, next.toSeconds());
    }
    return next;
  }

  @Override
  public void close() {
    closed.countDown();
    Thread watching = thread;
    if (watching == null) {
      return;
    }
    watching.interrupt(); // a virtual thread leaves its socket then
    try {
      if (!watching.join(PARTING)) {
        LOG.warn("The mailbox was not left in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
