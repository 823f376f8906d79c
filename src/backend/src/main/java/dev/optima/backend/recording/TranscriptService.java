package dev.optima.backend.recording;

import dev.optima.backend.account.Identity;
import dev.optima.backend.recording.ConsentStore.Kept;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.Transcript;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// What was said in a call, written down: kept only for the time in which the applicant's consent
/// stood, and for the team only.
public final class TranscriptService {
  /// The most lines of one call.
  static final int MOST_LINES = 20_000;

  private static final int MOST_TEXT = 4_000;
  private static final int MOST_NAME = 200;
  private static final int MOST_ID = 200;

  private final RecordingKernel kernel;

  TranscriptService(RecordingKernel kernel) {
    this.kernel = kernel;
  }

  /// Keeps what a page of the team heard. The same line again changes nothing; what was said
  /// without consent is dropped without a word, since a page cannot know to the moment.
  ///
  /// @throws Refusal `forbidden` if the applicant never agreed
  public void add(Identity who, CallId call, Transcript heard) {
    heard.lines().forEach(TranscriptService::check);
    kernel
        .database()
        .<Boolean>write(
            kernel.rooms().lane(who, call),
            tx -> {
              CallSession session = kernel.rooms().of(tx, who, call);
              CallRooms.demandTeam(who, session);
              add(tx, call, heard.lines());
              return true;
            });
  }

  /// All of it, in order. That it was read is noted: it is what somebody said.
  public Transcript read(Identity who, CallId call) {
    return kernel
        .database()
        .write(
            tx -> {
              CallSession session = kernel.rooms().of(tx, who, call);
              if (!who.isTeam()) {
                throw Refusal.forbidden("this is for recruiters");
              }
              List<Transcript.Line> lines = kernel.lines().lines(tx, call);
              if (!lines.isEmpty()) {
                kernel.audit().note(tx, who, AuditAct.TRANSCRIPT_READ, session, null);
              }
              return new Transcript(lines);
            });
  }

  private void add(Tx tx, CallId call, List<Transcript.Line> heard) throws SQLException {
    List<Kept> consents = kernel.consents().ofCall(tx, call);
    if (consents.stream().noneMatch(kept -> Boolean.TRUE.equals(kept.consent().given()))) {
      throw Refusal.forbidden("the applicant has not agreed");
    }
    if (kernel.lines().countAll(tx, call) + heard.size() > MOST_LINES) {
      throw Refusal.of(ErrorCode.TOO_LARGE, "a transcript has at most " + MOST_LINES + " lines");
    }
    Instant now = kernel.now();
    for (Transcript.Line line : heard) {
      Instant at = line.at().isAfter(now) ? now : line.at();
      if (isCovered(consents, at)) {
        kernel.lines().add(tx, call, TranscriptStore.Source.PAGE, at(line, at));
      }
    }
  }

  static boolean isCovered(List<Kept> consents, Instant at) {
    return consents.stream().anyMatch(kept -> kept.covers(at));
  }

  private static Transcript.Line at(Transcript.Line line, Instant at) {
    return new Transcript.Line(
        line.id(), line.speakerId(), line.speaker(), line.text(), line.language(), at);
  }

  private static void check(Transcript.Line line) {
    demand("id", line.id(), 1, MOST_ID);
    demand("speaker", line.speaker(), 0, MOST_NAME);
    demand("text", line.text(), 1, MOST_TEXT);
    if (line.speakerId() != null) {
      demand("speaker_id", line.speakerId(), 1, MOST_ID);
    }
    if (line.language() != null) {
      demand("language", line.language(), 1, 35);
    }
  }

  private static void demand(String field, String value, int least, int most) {
    if (value.length() < least || value.length() > most || value.indexOf(0) >= 0) {
      throw Refusal.invalid(field, field + " has " + least + " to " + most + " characters");
    }
  }
}
