package dev.optima.console.look;

import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.rest.CallRow;
import java.time.Duration;

/// How the end of a call is named and coloured, everywhere the same.
public final class Outcomes {
  private Outcomes() {}

  /// The word for a call's state or outcome.
  public static Message word(CallSnapshot call) {
    CallOutcome outcome = call.outcome();
    return outcome == null ? live(call.state()) : of(outcome);
  }

  /// The word for an outcome.
  public static Message of(CallOutcome outcome) {
    return switch (outcome) {
      case COMPLETED -> Message.of("outcome.completed");
      case DROPPED -> Message.of("outcome.dropped");
      case ABANDONED -> Message.of("outcome.abandoned");
      case NOT_JOINED -> Message.of("outcome.notJoined");
      case REJECTED -> Message.of("outcome.rejected");
      case NO_ANSWER -> Message.of("outcome.noAnswer");
      case OFFLINE -> Message.of("outcome.offline");
      case CANCELLED -> Message.of("outcome.cancelled");
    };
  }

  /// The word for a call of the history, which may have been lost and have come back.
  public static Message word(CallRow row) {
    return isResumed(row) ? Message.of("outcome.resumed") : word(row.call());
  }

  /// The tone of its chip.
  public static String tone(CallRow row) {
    return isResumed(row) ? "violet" : tone(row.call());
  }

  private static boolean isResumed(CallRow row) {
    return row.call().outcome() == CallOutcome.COMPLETED && row.drops() > 0;
  }

  /// What a call is called in a thread.
  public static Message event(CallSnapshot call) {
    CallOutcome outcome = call.outcome();
    if (outcome == null) {
      return live(call.state());
    }
    return switch (outcome) {
      case COMPLETED -> Message.of("event.completed");
      case DROPPED -> Message.of("event.dropped");
      case ABANDONED -> Message.of("event.abandoned");
      case NOT_JOINED -> Message.of("event.notJoined");
      case REJECTED -> Message.of("event.rejected");
      case NO_ANSWER -> Message.of("event.noAnswer");
      case OFFLINE -> Message.of("event.offline");
      case CANCELLED -> Message.of("event.cancelled");
    };
  }

  private static Message live(CallState state) {
    return switch (state) {
      case RINGING -> Message.of("state.ringing");
      case CONNECTING -> Message.of("state.connecting");
      case ACTIVE -> Message.of("state.active");
      case RECONNECTING -> Message.of("state.reconnecting");
      case ENDED, REJECTED, MISSED, CANCELLED, FAILED -> Message.of("state.ended");
    };
  }

  /// The tone of its chip.
  public static String tone(CallSnapshot call) {
    CallOutcome outcome = call.outcome();
    if (outcome == null) {
      return call.state() == CallState.ACTIVE ? "ok" : "warn";
    }
    return switch (outcome) {
      case COMPLETED -> "ok";
      case DROPPED, NOT_JOINED -> "violet";
      case ABANDONED, CANCELLED -> "plain";
      case REJECTED -> "bad";
      case NO_ANSWER, OFFLINE -> "warn";
    };
  }

  /// Whether calling back is the step that fits.
  public static boolean invitesCallBack(CallSnapshot call) {
    CallOutcome outcome = call.outcome();
    return outcome != null && outcome != CallOutcome.COMPLETED;
  }

  /// `18:22`, or `rang 45 s`, or nothing.
  public static Message detail(CallSnapshot call) {
    if (call.duration() > 0) {
      return Message.of("call.length", Formats.length(Duration.ofSeconds(call.duration())));
    }
    if (call.outcome() == CallOutcome.NO_ANSWER && call.endedAt() != null) {
      return Message.of(
          "call.rang", Duration.between(call.createdAt(), call.endedAt()).toSeconds());
    }
    return Message.of("call.noDetail");
  }
}
