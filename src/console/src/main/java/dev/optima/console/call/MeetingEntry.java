package dev.optima.console.call;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.JoinTicket;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The way into the room of a meeting at one press: its call begins with whoever comes first.
public final class MeetingEntry {
  private final ApiClient api;
  private final Tasks tasks;
  private final CallViewModel calls;
  private final Consumer<Message> onProblem;
  private final ReadOnlyObjectWrapper<@Nullable MeetingId> entering = new ReadOnlyObjectWrapper<>();

  /// Both that one needs to be in a call.
  private record Way(JoinTicket ticket, CallSnapshot call) {}

  /// @param onProblem told why one does not get in
  public MeetingEntry(
      ApiClient api, Tasks tasks, CallViewModel calls, Consumer<Message> onProblem) {
    this.api = api;
    this.tasks = tasks;
    this.calls = calls;
    this.onProblem = onProblem;
  }

  /// Goes into the room of a meeting; nothing happens while one is on the way into one.
  public void join(MeetingId meeting) {
    if (entering.get() != null) {
      return;
    }
    if (calls.phase().get().snapshot().filter(call -> !isOf(call, meeting)).isPresent()) {
      onProblem.accept(Message.of("meeting.join.inCall"));
      return;
    }
    entering.set(meeting);
    tasks.run(
        () -> {
          JoinTicket ticket = api.meetings().join(meeting);
          return new Way(ticket, api.status(ticket.callId()));
        },
        way -> {
          entering.set(null);
          calls.enter(way.call(), way.ticket());
        },
        failure -> {
          entering.set(null);
          onProblem.accept(explain(failure));
        });
  }

  private static boolean isOf(CallSnapshot call, MeetingId meeting) {
    return meeting.equals(call.meetingId());
  }

  private static Message explain(Exception failure) {
    Optional<Message> known =
        failure instanceof ApiException refused
            ? refused.code().map(MeetingEntry::word)
            : Optional.empty();
    return known.orElseGet(() -> ApiFailures.explain(failure));
  }

  private static @Nullable Message word(ErrorCode code) {
    return switch (code) {
      case TOO_EARLY -> Message.of("meeting.join.tooEarly");
      case STALE -> Message.of("meeting.join.over");
      case BUSY -> Message.of("meeting.join.busy");
      case FORBIDDEN -> Message.of("meeting.join.notYours");
      case FULL -> Message.of("meeting.join.full");
      default -> null;
    };
  }

  /// The meeting whose room is on its way; null if none is.
  public ReadOnlyObjectProperty<@Nullable MeetingId> entering() {
    return entering.getReadOnlyProperty();
  }
}
