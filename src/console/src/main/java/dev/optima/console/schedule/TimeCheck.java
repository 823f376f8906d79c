package dev.optima.console.schedule;

import dev.optima.console.client.MeetingsClient;
import dev.optima.console.fx.Tasks;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.rest.MeetingCheck;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Whether everybody has time, while somebody still chooses. One question to the backend at a time;
/// what was changed meanwhile is asked next.
final class TimeCheck {
  private final MeetingsClient client;
  private final Tasks tasks;
  private final Supplier<Optional<ScheduleMeeting>> plan;
  private final @Nullable MeetingId moved;
  private final ReadOnlyObjectWrapper<@Nullable MeetingCheck> result =
      new ReadOnlyObjectWrapper<>();
  private boolean asking;
  private boolean again;

  /// @param plan what is chosen now, if it is enough to ask
  /// @param moved the meeting that is being changed; null for a new one
  TimeCheck(
      MeetingsClient client,
      Tasks tasks,
      Supplier<Optional<ScheduleMeeting>> plan,
      @Nullable MeetingId moved) {
    this.client = client;
    this.tasks = tasks;
    this.plan = plan;
    this.moved = moved;
  }

  /// Something else is chosen now.
  void changed() {
    result.set(null);
    if (asking) {
      again = true;
      return;
    }
    plan.get().ifPresent(this::ask);
  }

  private void ask(ScheduleMeeting asked) {
    asking = true;
    tasks.run(() -> client.check(asked, moved), this::answered, failure -> answered(null));
  }

  private void answered(@Nullable MeetingCheck check) {
    asking = false;
    if (again) {
      again = false;
      changed();
    } else {
      result.set(check);
    }
  }

  /// The backend said so when it was asked to plan it.
  void refused(MeetingCheck check) {
    result.set(check);
  }

  /// Null while it is not known.
  ReadOnlyObjectProperty<@Nullable MeetingCheck> result() {
    return result.getReadOnlyProperty();
  }
}
