package dev.optima.backend.store;

import dev.optima.protocol.id.UserId;
import org.jspecify.annotations.Nullable;

/// Where the truth is kept. Both forms promise the same:
///
/// - a unit of work is one transaction: all of it is durable when `write` returns, or none of it;
/// - effects given to [Tx#afterCommit] run after that, and not at all if it failed;
/// - units of one lane (a room) are carried out, and their effects run, in the order of submission;
/// - a unit may be run more than once before it succeeds, so it touches nothing but its [Tx].
///
/// What the work throws comes back as it is; a database that is away or overloaded is a
/// [dev.optima.backend.refusal.Refusal] with code `unavailable`.
public interface Database extends AutoCloseable {

  /// Carries out a unit of work and waits until it is durable. Not from an event loop.
  <T extends @Nullable Object> T write(String lane, Work<T> work);

  /// As [#write(String, Work)], where no order is asked for.
  <T extends @Nullable Object> T write(Work<T> work);

  /// Hands a unit of work over and returns at once, so that an event loop may call it. The outcome
  /// is told on a thread of the database, in the order of the lane: it has to be quick.
  <T extends @Nullable Object> void submit(String lane, Work<T> work, Outcome<T> outcome);

  /// Reads beside the writer, on one snapshot: all that was committed before, and nothing that is
  /// committed meanwhile. Not from an event loop.
  <T extends @Nullable Object> T read(Work<T> work);

  /// As [#read], for what may take long: figures, searches, parts of files. Few of these go on at a
  /// time, so that short reads never wait for all of them; what would wait too long for its turn is
  /// refused as `unavailable`, and as `rate_limited` what one person asks beside several others.
  ///
  /// @param who asks
  default <T extends @Nullable Object> T readLong(UserId who, Work<T> work) {
    return read(work);
  }

  /// Whether a trivial question is answered now.
  boolean isReady();

  /// How many units wait to be written.
  int backlog();

  /// Finishes what was handed over, then lets go of the connections.
  @Override
  void close();

  /// What became of a unit of work: exactly one of the two is called.
  interface Outcome<T extends @Nullable Object> {
    void durable(T result);

    void failed(RuntimeException cause);
  }
}
