package dev.optima.backend.recording;

import dev.optima.backend.account.Identity;
import dev.optima.backend.recording.ConsentStore.Actor;
import dev.optima.backend.recording.RecordingTransitions.Deed;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.recording.RecordingDecision;
import dev.optima.protocol.recording.RecordingEvent;
import dev.optima.protocol.recording.RecordingMode;
import dev.optima.protocol.rest.ConsentAnswer;
import dev.optima.protocol.rest.ConsentWording;
import dev.optima.protocol.rest.RecordingHistory;
import dev.optima.protocol.rest.RecordingNews;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What people may do with the recording of a call: the team asks and says what its media server
/// does, the applicant answers. All methods block.
public final class RecordingService {
  private static final int MOST_ERROR = 200;

  private final RecordingKernel kernel;

  RecordingService(RecordingKernel kernel) {
    this.kernel = kernel;
  }

  /// How it stands; the applicant sees no links.
  public CallRecording get(Identity who, CallId call) {
    return kernel.database().read(tx -> seen(tx, who, kernel.rooms().of(tx, who, call)));
  }

  /// The words with which the applicant is asked.
  public ConsentWording text(Identity who, CallId call, String language) {
    kernel.database().read(tx -> kernel.rooms().of(tx, who, call));
    return wording(language);
  }

  /// Asks the applicant.
  ///
  /// @throws Refusal `forbidden` if the call's provider keeps nothing, or the applicant said no
  ///   twice
  public CallRecording ask(Identity who, CallId call) {
    return change(
        who,
        call,
        (tx, session, now) -> {
          CallRooms.demandTeam(who, session);
          CallRooms.demandOpen(session, now);
          demandOffered(tx, call);
          return new Deed(new RecordingEvent.Ask(true), who, null);
        });
  }

  /// The applicant's answer.
  public CallRecording answer(Identity who, CallId call, ConsentAnswer answer) {
    ConsentWording wording = wording(answer.language());
    return change(
        who,
        call,
        (tx, session, now) -> {
          if (!who.userId().equals(session.applicantId())) {
            throw Refusal.forbidden("only the applicant can answer that");
          }
          if (answer.given() && !answer.textVersion().equals(wording.version())) {
            throw Refusal.of(ErrorCode.STALE, "the text has changed: read it again");
          }
          return new Deed(new RecordingEvent.Answer(answer.given(), now), who, wording);
        });
  }

  /// What a page heard of the media server. A caller that is not told `recording` while its media
  /// server records has to stop it.
  public CallRecording news(Identity who, CallId call, RecordingNews news) {
    RecordingMode mode = mode(news.mode());
    CallRecording recording =
        change(
            who,
            call,
            (tx, session, now) -> {
              CallRooms.demandTeam(who, session);
              note(tx, call, news, mode, actor(who), now);
              RecordingEvent event =
                  news.on()
                      ? new RecordingEvent.Started(mode, now)
                      : new RecordingEvent.Stopped(mode, now);
              return new Deed(event, who, null);
            });
    String link = news.link();
    if (link == null) {
      return recording;
    }
    kernel.desk().uploaded(call, link, null, kernel.now());
    return get(who, call);
  }

  /// Everything that is kept of it, for the team.
  public RecordingHistory history(Identity who, CallId call) {
    return kernel
        .database()
        .read(
            tx -> {
              CallSession session = kernel.rooms().of(tx, who, call);
              if (!who.isTeam()) {
                throw Refusal.forbidden("this is for recruiters");
              }
              return kernel.sight().history(tx, session);
            });
  }

  /// What a deed is, once it is known that this person may do it.
  @FunctionalInterface
  private interface Plan {
    Deed make(Tx tx, CallSession session, Instant now) throws SQLException;
  }

  private CallRecording change(Identity who, CallId call, Plan plan) {
    Instant now = kernel.now();
    return kernel
        .database()
        .write(
            kernel.rooms().lane(who, call),
            tx -> {
              CallSession session = kernel.rooms().of(tx, who, call);
              Deed deed = plan.make(tx, session, now);
              RecordingDecision decision = kernel.transitions().apply(tx, session, deed, now);
              if (decision instanceof RecordingDecision.Refusal(var reason, _)) {
                throw refusal(reason);
              }
              return seen(tx, who, session);
            });
  }

  private CallRecording seen(Tx tx, Identity who, CallSession session) throws SQLException {
    CallRecording recording = kernel.sight().of(tx, session);
    return who.isTeam() ? recording : recording.withoutLinks();
  }

  private void demandOffered(Tx tx, CallId call) throws SQLException {
    Set<String> features = kernel.features().of(tx, call);
    if (!features.contains(MediaFeatures.RECORDING)
        && !features.contains(MediaFeatures.TRANSCRIPTION)) {
      throw Refusal.forbidden("the video service of this call offers no recording");
    }
  }

  private void note(
      Tx tx, CallId call, RecordingNews news, RecordingMode mode, Actor by, Instant now)
      throws SQLException {
    String error = news.error();
    if (error != null) {
      String name = error.substring(0, Math.min(error.length(), MOST_ERROR)).replace('\0', ' ');
      kernel
          .consents()
          .note(tx, call, "failed", now, by, RecordingTransitions.name(mode) + ": " + name);
    }
  }

  private ConsentWording wording(String language) {
    if (!ConsentText.languages().contains(language)) {
      throw Refusal.invalid("language", "there is no text in this language");
    }
    return kernel.text().in(language);
  }

  private static RecordingMode mode(@Nullable String mode) {
    return "transcription".equals(mode) ? RecordingMode.TRANSCRIPTION : RecordingMode.FILE;
  }

  private static Actor actor(Identity who) {
    return new Actor(who.userId(), who.name());
  }

  private static Refusal refusal(RecordingDecision.Reason reason) {
    return switch (reason) {
      case NOT_ASKED -> Refusal.of(ErrorCode.TOO_EARLY, "nobody has asked yet");
      case STALE -> Refusal.of(ErrorCode.STALE, "it is past that");
      case ASKED_ENOUGH -> Refusal.forbidden("the applicant has said no already");
    };
  }
}
