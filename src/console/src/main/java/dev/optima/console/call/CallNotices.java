package dev.optima.console.call;

import dev.optima.console.call.CallNotice.Action;
import dev.optima.console.call.CallNotice.Tone;
import dev.optima.console.i18n.Failures;
import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ServerMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Which notice follows which end or refusal of a call.
final class CallNotices {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final long DEFAULT_WAIT = 60;

  private final UserId me;
  private final ZoneId zone;

  CallNotices(UserId me, ZoneId zone) {
    this.me = me;
    this.zone = zone;
  }

  /// How a call of one's own ended; empty where the recruiter did it and needs not be told.
  Optional<CallNotice> ended(CallSnapshot call) {
    String name = call.applicantName();
    CallOutcome outcome = call.outcome();
    if (outcome == null) {
      return Optional.empty();
    }
    return switch (outcome) {
      case COMPLETED -> {
        String length = Formats.length(Duration.ofSeconds(call.duration()));
        Message who =
            me.equals(call.endedBy())
                ? Message.of("notice.endedByYou", length)
                : Message.of("notice.endedByOther", name, length);
        yield notice(Tone.NEUTRAL, call, Message.of("notice.ended"), who, Action.WRITE);
      }
      case DROPPED ->
          notice(
              Tone.WARNING,
              call,
              "notice.dropped",
              "notice.dropped.next",
              Action.CALL,
              Action.WRITE);
      case ABANDONED ->
          notice(Tone.NEUTRAL, call, "notice.abandoned", "notice.abandoned.next", Action.CALL);
      case NOT_JOINED -> notJoined(call);
      case REJECTED ->
          notice(
              Tone.BAD, call, "notice.rejected", "notice.rejected.next", Action.WRITE, Action.CALL);
      case NO_ANSWER -> noAnswer(call);
      case OFFLINE -> Optional.of(offline(call.roomId(), name));
      case CANCELLED -> Optional.empty();
    };
  }

  private Optional<CallNotice> notJoined(CallSnapshot call) {
    if (isMissing(call, call.applicantId())) {
      return notice(
          Tone.WARNING,
          call,
          "notice.notJoined",
          "notice.notJoined.applicant",
          Action.CALL,
          Action.WRITE);
    }
    String why = isMissing(call, me) ? "notice.notJoined.you" : "notice.notJoined.lost";
    return notice(Tone.WARNING, call, "notice.notJoined", why, Action.CALL);
  }

  private static boolean isMissing(CallSnapshot call, UserId who) {
    return call.participants().stream()
        .anyMatch(p -> p.userId().equals(who) && p.joinedAt() == null);
  }

  /// It rang to its end.
  Optional<CallNotice> noAnswer(CallSnapshot call) {
    return notice(
        Tone.WARNING, call, "notice.noAnswer", "notice.noAnswer.next", Action.CALL, Action.WRITE);
  }

  CallNotice offline(RoomId room, String name) {
    return new CallNotice(
        Tone.NEUTRAL,
        room,
        name,
        Message.of("notice.offline", name),
        Message.of("notice.offline.next", name),
        List.of(Action.WAIT, Action.WRITE));
  }

  /// Why the backend did not ring.
  CallNotice refused(ServerMessage.Failure failure, RoomId room, String name, Instant now) {
    return switch (failure.code()) {
      case BUSY -> busy(failure, room, name);
      case OFFLINE -> offline(room, name);
      case RATE_LIMITED -> {
        long wait = Objects.requireNonNullElse(failure.retryAfter(), DEFAULT_WAIT);
        yield new CallNotice(
            Tone.WARNING,
            room,
            name,
            Message.of("notice.rateLimited", name),
            Message.of("notice.rateLimited.next", time(now.plusSeconds(wait))),
            List.of(Action.WRITE));
      }
      default ->
          new CallNotice(
              Tone.BAD,
              room,
              name,
              Message.of("notice.notPlaced"),
              Failures.of(failure.code(), failure.retryAfter()),
              List.of(Action.CALL));
    };
  }

  private CallNotice busy(ServerMessage.Failure failure, RoomId room, String name) {
    String since = failure.since() == null ? "" : time(failure.since());
    if (me.equals(failure.whoId())) {
      String other = Objects.requireNonNullElse(failure.applicantName(), name);
      return new CallNotice(
          Tone.WARNING,
          room,
          name,
          Message.of("notice.ownCall"),
          Message.of("notice.ownCall.next", other, since),
          List.of(Action.RETURN));
    }
    String who = Objects.requireNonNullElse(failure.who(), "");
    return new CallNotice(
        Tone.WARNING,
        room,
        name,
        Message.of("notice.busy", name),
        Message.of("notice.busy.next", who, since),
        List.of(Action.WAIT, Action.WRITE));
  }

  CallNotice free(Callee callee) {
    return new CallNotice(
        Tone.GOOD,
        callee.room(),
        callee.name(),
        Message.of("notice.free", callee.name()),
        Message.of("notice.free.next"),
        List.of(Action.CALL));
  }

  CallNotice notPlaced(RoomId room, String name) {
    return new CallNotice(
        Tone.WARNING,
        room,
        name,
        Message.of("notice.notPlaced"),
        Message.of("notice.notPlaced.connection"),
        List.of(Action.CALL));
  }

  private static Optional<CallNotice> notice(
      Tone tone, CallSnapshot call, String title, String text, Action... actions) {
    String name = call.applicantName();
    return notice(tone, call, Message.of(title, name), Message.of(text, name), actions);
  }

  private static Optional<CallNotice> notice(
      Tone tone, CallSnapshot call, Message title, Message text, Action... actions) {
    return Optional.of(
        new CallNotice(tone, call.roomId(), call.applicantName(), title, text, List.of(actions)));
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }
}
