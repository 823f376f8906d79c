package dev.optima.backend.demo;

import dev.optima.backend.account.Identity;
import dev.optima.backend.recording.RecordingService;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.rest.ConsentAnswer;
import dev.optima.protocol.rest.RecordingNews;
import java.time.Duration;

/// Lets a call be recorded, once the applicant agreed to it.
final class DemoRecording {
  private static final Duration READING = Duration.ofSeconds(14);
  private static final String LANGUAGE = "en";

  private final RecordingService recordings;
  private final DemoClock clock;

  DemoRecording(RecordingService recordings, DemoClock clock) {
    this.recordings = recordings;
    this.clock = clock;
  }

  void begin(Identity recruiter, Identity applicant, CallId call) {
    recordings.ask(recruiter, call);
    String version = recordings.text(applicant, call, LANGUAGE).version();
    clock.set(clock.instant().plus(READING));
    recordings.answer(applicant, call, new ConsentAnswer(true, version, LANGUAGE));
    clock.set(clock.instant().plusSeconds(2));
    recordings.news(recruiter, call, new RecordingNews(true, null, null, null));
  }

  void end(Identity recruiter, CallId call) {
    recordings.news(recruiter, call, new RecordingNews(false, null, null, null));
  }
}
