package dev.optima.backend.bus;

import java.util.function.Consumer;

/// Tells what happened to every node that holds somebody who cares. A hint: it may be lost, and
/// correctness never depends on it, since a client that comes back is told the truth.
///
/// Parcels of one publisher about one subject arrive in the order of publication.
public interface MessageBus extends AutoCloseable {

  /// Returns at once; may be called from any thread, an event loop or the database's writer too.
  void publish(Subject subject, Parcel parcel);

  /// Receives what is published from now on. The receiver has to be quick and may be called from
  /// several threads.
  Subscription subscribe(Subject subject, Consumer<Parcel> receiver);

  @Override
  void close();

  /// Ends with `close`.
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
