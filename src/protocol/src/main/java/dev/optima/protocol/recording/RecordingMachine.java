package dev.optima.protocol.recording;

import dev.optima.protocol.message.CallRecording.State;
import dev.optima.protocol.recording.RecordingDecision.Reason;
import dev.optima.protocol.recording.RecordingDecision.Refusal;
import dev.optima.protocol.recording.RecordingDecision.Transition;
import dev.optima.protocol.recording.RecordingDecision.Unchanged;
import dev.optima.protocol.recording.RecordingTrack.Run;
import java.time.Instant;

/// Recording only with consent. `recording` is reached from the applicant's yes alone; whatever
/// begins without it is known as astray until the media server has stopped it, and a yes that comes
/// later does not make it good.
public final class RecordingMachine {
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
      case OFF -> new Transition(session.with(State.ASKED));
      case ASKED, AGREED, RECORDING -> new Unchanged(session);
      case REFUSED, WITHDRAWN -> {
        if (!ask.byPerson()) {
          yield new Unchanged(session);
        }
        yield session.askedAgain()
            ? new Refusal(Reason.ASKED_ENOUGH, session)
            : new Transition(session.askedAgainNow());
      }
    };
  }

  private static RecordingDecision answer(RecordingSession session, RecordingEvent.Answer answer) {
    return switch (session.state()) {
      case OFF -> new Refusal(Reason.NOT_ASKED, session);
      case ASKED -> new Transition(session.with(answer.given() ? State.AGREED : State.REFUSED));
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
    Run run = session.hasConsent() ? Run.ON : Run.STRAY;
    return new Transition(session.with(mode, new RecordingTrack(run, at)));
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
