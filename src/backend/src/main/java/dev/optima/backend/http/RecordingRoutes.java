package dev.optima.backend.http;

import dev.optima.backend.recording.RecordingService;
import dev.optima.backend.recording.TranscriptService;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.rest.ConsentAnswer;
import dev.optima.protocol.rest.RecordingNews;
import dev.optima.protocol.rest.Transcript;
import java.util.List;

/// Recordings of calls, the consent to them, and transcripts.
public final class RecordingRoutes {
  /// As many lines as a page that was cut off for a while may have to say.
  private static final int TRANSCRIPT_BODY = 1024 * 1024;

  private final RecordingService recordings;
  private final TranscriptService transcripts;

  public RecordingRoutes(RecordingService recordings, TranscriptService transcripts) {
    this.recordings = recordings;
    this.transcripts = transcripts;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "recordingOfCall",
            Access.SESSION_OR_TICKET,
            request -> Reply.ok(recordings.get(request.identity(), call(request)))),
        new Endpoint("consentText", Access.SESSION_OR_TICKET, this::text),
        new Endpoint(
            "askToRecord",
            Access.SESSION_OR_TICKET,
            request -> Reply.ok(recordings.ask(request.identity(), call(request)))),
        new Endpoint(
            "answerConsent",
            Access.SESSION_OR_TICKET,
            request ->
                Reply.ok(
                    recordings.answer(
                        request.identity(), call(request), request.body(ConsentAnswer.class)))),
        new Endpoint(
            "recordingNews",
            Access.SESSION_OR_TICKET,
            request ->
                Reply.ok(
                    recordings.news(
                        request.identity(), call(request), request.body(RecordingNews.class)))),
        new Endpoint(
            "recordingHistory",
            Access.SESSION,
            request -> Reply.ok(recordings.history(request.identity(), call(request)))),
        new Endpoint(
            "transcriptOfCall",
            Access.SESSION,
            request -> Reply.ok(transcripts.read(request.identity(), call(request)))),
        new Endpoint("addToTranscript", Access.SESSION_OR_TICKET, TRANSCRIPT_BODY, this::add));
  }

  private Reply text(ApiRequest request) {
    String language = request.query("language").orElse("en");
    return Reply.ok(recordings.text(request.identity(), call(request), language));
  }

  private Reply add(ApiRequest request) {
    transcripts.add(request.identity(), call(request), request.body(Transcript.class));
    return Reply.nothing();
  }

  private static CallId call(ApiRequest request) {
    return request.path("callId", CallId::new);
  }
}
