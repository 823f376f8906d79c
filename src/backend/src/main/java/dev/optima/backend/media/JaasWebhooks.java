package dev.optima.backend.media;

import dev.optima.backend.account.Secrets;
import dev.optima.backend.media.MediaEvent.Closed;
import dev.optima.backend.media.MediaEvent.Joined;
import dev.optima.backend.media.MediaEvent.Left;
import dev.optima.backend.media.MediaEvent.Noted;
import dev.optima.backend.media.MediaEvent.Occupant;
import dev.optima.backend.media.MediaEvent.RecordingEnded;
import dev.optima.backend.media.MediaEvent.RecordingStarted;
import dev.optima.backend.media.MediaEvent.RecordingUploaded;
import dev.optima.backend.media.MediaEvent.Sender;
import dev.optima.backend.media.MediaEvent.TranscriptUploaded;
import dev.optima.backend.media.MediaEvent.What;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.message.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The webhooks of JaaS, as its developer pages describe their payloads. What is well signed is
/// taken, whatever it is: whom we refused would tell it again and again.
public final class JaasWebhooks {
  private static final Logger LOG = LoggerFactory.getLogger(JaasWebhooks.class);

  private final @Nullable JaasSignature signature;
  private final String appId;
  private final MediaEvents events;
  private final InstantSource clock;

  /// @param secret of the webhook; empty: none is taken
  /// @param appId ours; the rooms of others are none of ours
  public JaasWebhooks(
      Optional<String> secret, Optional<String> appId, MediaEvents events, InstantSource clock) {
    this.signature = secret.map(JaasSignature::new).orElse(null);
    this.appId = appId.orElse("").toLowerCase(Locale.ROOT);
    this.events = events;
    this.clock = clock;
  }

  /// Takes one, if it is from JaaS.
  ///
  /// @param body as it came, to the byte
  /// @throws Refusal `not_found` if no webhooks are taken; `unauthenticated` if it is not signed,
  ///   or not now
  public void take(String signed, byte[] body) {
    if (signature == null) {
      throw Refusal.notFound("there is nothing here");
    }
    Optional<String> problem = signature.problem(signed, body, clock.instant());
    if (problem.isPresent()) {
      LOG.warn("A webhook was refused: {}", problem.get());
      throw Refusal.of(ErrorCode.UNAUTHENTICATED, problem.get());
    }
    Told.read(body).flatMap(told -> event(told, body)).ifPresent(events::take);
  }

  /// Empty for what is of no use to us.
  private Optional<MediaEvent> event(Told told, byte[] body) {
    String type = told.text("eventType");
    Optional<String> room = Optional.ofNullable(told.text("fqn")).flatMap(this::room);
    Optional<Instant> at = told.time("timestamp");
    Optional<What> what = type == null ? Optional.empty() : what(type, told.part("data"));
    if (room.isEmpty() || at.isEmpty() || what.isEmpty()) {
      return Optional.empty();
    }
    String key = told.text("idempotencyKey");
    String id = key == null ? new String(body, StandardCharsets.UTF_8) : key;
    return Optional.of(
        new MediaEvent(
            Secrets.hash("jaas " + id),
            Sender.JAAS,
            String.valueOf(type),
            room.get(),
            told.text("sessionId"),
            at.get(),
            what.get()));
  }

  /// The room of `AppID/room`, if it is our AppID.
  private Optional<String> room(String fqn) {
    String full = fqn.toLowerCase(Locale.ROOT);
    int end = full.indexOf('/');
    boolean ours = end > 0 && full.substring(0, end).equals(appId);
    return ours ? Optional.of(Told.room(full.substring(end + 1))) : Optional.empty();
  }

  private static Optional<What> what(String type, Told data) {
    return switch (type) {
      case "PARTICIPANT_JOINED" -> occupant(data).map(Joined::new);
      case "PARTICIPANT_LEFT" -> occupant(data).map(Left::new);
      // The room itself goes on while a breakout room of it is closed.
      case "ROOM_DESTROYED" ->
          Optional.of(data.flag("isBreakout") ? new Noted(null) : new Closed(List.of()));
      case "RECORDING_STARTED" -> Optional.of(new RecordingStarted());
      case "RECORDING_ENDED" -> Optional.of(new RecordingEnded());
      case "RECORDING_UPLOADED" ->
          link(data)
              .map(link -> new RecordingUploaded(link, data.time("startTimestamp").orElse(null)));
      case "TRANSCRIPTION_UPLOADED" -> link(data).map(TranscriptUploaded::new);
      case "ROOM_CREATED", "ROLE_CHANGED", "PARTICIPANT_JOINED_LOBBY", "PARTICIPANT_LEFT_LOBBY" ->
          Optional.of(new Noted(data.first("id", "userId")));
      default -> Optional.empty();
    };
  }

  private static Optional<Occupant> occupant(Told data) {
    String user = data.first("id", "userId");
    String key = data.first("participantId", "participantFullJid", "participantJid", "id");
    if (key == null) {
      return Optional.empty();
    }
    String breakout = data.flag("isBreakout") ? data.text("breakoutRoomId") : null;
    return Optional.of(new Occupant(Told.occupant(key, breakout), user));
  }

  private static Optional<String> link(Told data) {
    return Optional.ofNullable(data.text("preAuthenticatedLink"))
        .filter(link -> link.startsWith("https://"));
  }
}
