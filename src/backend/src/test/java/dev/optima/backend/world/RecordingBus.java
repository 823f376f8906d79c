package dev.optima.backend.world;

import dev.optima.backend.bus.LocalBus;
import dev.optima.backend.bus.MessageBus;
import dev.optima.backend.bus.Parcel;
import dev.optima.backend.bus.Subject;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.LiveCall;
import dev.optima.protocol.message.ServerMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A local bus that remembers what was published.
public final class RecordingBus implements MessageBus {
  private final LocalBus bus = new LocalBus();
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final List<LiveCall> teamCalls = new CopyOnWriteArrayList<>();
  private volatile boolean recording = true;
  private volatile boolean losing;

  public record Told(Subject subject, Parcel parcel) {}

  @Override
  public void publish(Subject subject, Parcel parcel) {
    if (losing) {
      return;
    }
    if (recording) {
      record(subject, parcel);
    }
    bus.publish(subject, parcel);
  }

  private void record(Subject subject, Parcel parcel) {
    if (parcel instanceof Parcel.Event event
        && event.message().message() instanceof ServerMessage.TeamCall(LiveCall live)) {
      teamCalls.add(live);
    } else {
      told.add(new Told(subject, parcel));
    }
  }

  @Override
  public Subscription subscribe(Subject subject, Consumer<Parcel> receiver) {
    return bus.subscribe(subject, receiver);
  }

  @Override
  public void close() {
    bus.close();
  }

  /// Whether all that is published is lost from now on.
  public void lose(boolean all) {
    losing = all;
  }

  public void stopRecording() {
    recording = false;
    clear();
  }

  public void clear() {
    told.clear();
    teamCalls.clear();
  }

  /// What the team was told of live calls; it is not among the rest.
  public List<LiveCall> teamCalls() {
    return List.copyOf(teamCalls);
  }

  /// All that was published, parcels of every other kind.
  public List<Told> told() {
    return List.copyOf(told);
  }

  /// The messages for one person.
  public List<ServerMessage> to(UserId user) {
    return to(Subject.user(user));
  }

  public List<ServerMessage> to(Subject subject) {
    return told.stream()
        .filter(t -> t.subject().equals(subject))
        .map(Told::parcel)
        .filter(Parcel.Event.class::isInstance)
        .map(parcel -> ((Parcel.Event) parcel).message().message())
        .toList();
  }
}
