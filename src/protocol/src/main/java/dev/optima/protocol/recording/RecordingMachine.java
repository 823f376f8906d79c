package dev.optima.protocol.recording;

import dev.optima.protocol.recording.RecordingDecision.Reason;
import dev.optima.protocol.recording.RecordingDecision.Refusal;
import dev.optima.protocol.recording.RecordingDecision.Transition;
import dev.optima.protocol.recording.RecordingDecision.Unchanged;
import dev.optima.protocol.recording.RecordingTrack.Run;
import java.time.Duration;
import java.time.Instant;

/// Recording only with consent. `recording` is reached from the applicant's yes alone; whatever
/// begins without it is known as astray until the media server has stopped it, and a yes that comes
/// later does not make it good.
public final class RecordingMachine {
  /// How far the clocks of a media server and the backend may be apart.
  public static final Duration SLACK = Duration.ofSeconds(10);

  private RecordingMachine() {}

  /// The next session, or why the event is not allowed.
  ///
  /// @param live false once the call is over: nobody is asked and nobody answers any more, while
  ///   the media server may still say what it did
  public static RecordingDecision on(RecordingSession session, RecordingEvent event, boolean live) {
    return switch (event) {
      case RecordingEvent.Ask ask -> live ? ask(session, ask) : new Refusal(Reason.STALE, session);
      case RecordingEvent.Answer answer ->
          live ? answer(session, answer) : new Refusal(Reason.STALE, session);
      case RecordingEvent.Started(RecordingMode mode, Instant at) -> started(session, mode, at);
      case RecordingEvent.Stopped(RecordingMode mode, Instant at) -> stopped(session, mode, at);
    };
  }

  private static RecordingDecision ask(RecordingSession session, RecordingEvent.Ask ask) {
    return switch (session.state()) {
      case OFF -> new Transition(session.asked(false));
      case ASKED, AGREED, RECORDING -> new Unchanged(session);
      case REFUSED, WITHDRAWN -> {
        if (!ask.byPerson()) {
          yield new Unchanged(session);
        }
        yield session.askedAgain()
            ? new Refusal(Reason.ASKED_ENOUGH, session)
            : new Transition(session.asked(true));
      }
    };
  }

  private static RecordingDecision answer(RecordingSession session, RecordingEvent.Answer answer) {
    return switch (session.state()) {
      case OFF -> new Refusal(Reason.NOT_ASKED, session);
      case ASKED ->
          new Transition(answer.given() ? session.agreed(answer.at()) : session.refused());
      case AGREED, RECORDING ->
          answer.given() ? new Unchanged(session) : new Transition(session.withdrawn());
      case REFUSED, WITHDRAWN ->
          answer.given() ? new Refusal(Reason.STALE, session) : new Unchanged(session);
    };
  }

  private static RecordingDecision started(
      RecordingSession session, RecordingMode mode, Instant at) {
    RecordingTrack track = session.track(mode);
    if (track.isPast(at) || track.run() != Run.OFF) {
      return new Unchanged(session);
    }
    Run run = isCovered(session, at) ? Run.ON : Run.STRAY;
    return new Transition(session.with(mode, new RecordingTrack(run, at)));
  }

  /// What began well before the yes is not covered by it, though the news of it come after.
  private static boolean isCovered(RecordingSession session, Instant at) {
    return session.hasConsent()
        && session.agreedAt() != null
        && !at.plus(SLACK).isBefore(session.agreedAt());
  }

  private static RecordingDecision stopped(
      RecordingSession session, RecordingMode mode, Instant at) {
    RecordingTrack track = session.track(mode);
    if (track.isPast(at) || (track.run() == Run.OFF && at.equals(track.at()))) {
      return new Unchanged(session);
    }
    return new Transition(session.with(mode, new RecordingTrack(Run.OFF, at)));
  }
}
