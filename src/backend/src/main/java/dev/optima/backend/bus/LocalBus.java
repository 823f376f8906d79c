package dev.optima.backend.bus;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bus of a single node: a call of a method.
public final class LocalBus implements MessageBus {
  private static final Logger LOG = LoggerFactory.getLogger(LocalBus.class);

  private final ConcurrentMap<String, List<Consumer<Parcel>>> receivers = new ConcurrentHashMap<>();

  @Override
  public void publish(Subject subject, Parcel parcel) {
    List<Consumer<Parcel>> here = receivers.get(subject.name());
    if (here == null) {
      return;
    }
    for (Consumer<Parcel> receiver : here) {
      try {
        receiver.accept(parcel);
      } catch (RuntimeException e) {
        LOG.error("A receiver of {} failed", subject.name(), e);
      }
    }
  }

  @Override
  public Subscription subscribe(Subject subject, Consumer<Parcel> receiver) {
    receivers.merge(
        subject.name(),
        List.of(receiver),
        (before, one) -> Stream.concat(before.stream(), one.stream()).toList());
    return () -> unsubscribe(subject, receiver);
  }

  private void unsubscribe(Subject subject, Consumer<Parcel> receiver) {
    receivers.computeIfPresent(
        subject.name(),
        (name, before) -> {
          List<Consumer<Parcel>> rest = before.stream().filter(r -> r != receiver).toList();
          return rest.isEmpty() ? null : rest;
        });
  }

  @Override
  public void close() {
    receivers.clear();
  }
}
