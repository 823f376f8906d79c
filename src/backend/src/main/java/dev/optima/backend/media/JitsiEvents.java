package dev.optima.backend.media;

import dev.optima.backend.account.Secrets;
import dev.optima.backend.media.MediaEvent.Closed;
import dev.optima.backend.media.MediaEvent.Joined;
import dev.optima.backend.media.MediaEvent.Left;
import dev.optima.backend.media.MediaEvent.Noted;
import dev.optima.backend.media.MediaEvent.Occupant;
import dev.optima.backend.media.MediaEvent.Sender;
import dev.optima.backend.media.MediaEvent.What;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.message.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What `event_sync` of a Jitsi of one's own tells. It has no key for what it tells again, so that
/// is known by its words: they have the moment and the occupant.
public final class JitsiEvents {
  private final MediaEvents events;

  public JitsiEvents(MediaEvents events) {
    this.events = events;
  }

  /// Takes one.
  ///
  /// @param subject `room` or `occupant`
  /// @param happened `created`, `destroyed`, `joined` or `left`
  /// @throws Refusal `malformed` if it is none
  public void take(String subject, String happened, byte[] body) {
    String type = subject + "-" + happened;
    Told told = Told.read(body).orElseThrow(JitsiEvents::malformed);
    String room = told.text("room_name");
    if (room == null) {
      throw malformed();
    }
    if (isOfNobody(subject, told)) {
      return;
    }
    String id = Secrets.hash("jitsi " + type + " " + new String(body, StandardCharsets.UTF_8));
    events.take(
        new MediaEvent(
            id, Sender.JITSI, type, Told.room(room), null, at(type, told), what(type, told)));
  }

  /// Of whoever came before the module looked at their room, it tells the going without saying who.
  private static boolean isOfNobody(String subject, Told told) {
    return subject.equals("occupant") && told.part("occupant").isNothing();
  }

  private static Instant at(String type, Told told) {
    Optional<Instant> at =
        switch (type) {
          case "room-created" -> told.time("created_at");
          case "room-destroyed" -> told.time("destroyed_at");
          case "occupant-joined" -> told.part("occupant").time("joined_at");
          default -> told.part("occupant").time("left_at");
        };
    return at.orElseThrow(JitsiEvents::malformed);
  }

  private static What what(String type, Told told) {
    String breakout = told.flag("is_breakout") ? told.text("breakout_room_id") : null;
    return switch (type) {
      case "room-created" -> new Noted(null);
      case "room-destroyed" -> closed(told, breakout);
      case "occupant-joined" ->
          new Joined(occupant(told.part("occupant"), breakout).orElseThrow(JitsiEvents::malformed));
      case "occupant-left" ->
          new Left(occupant(told.part("occupant"), breakout).orElseThrow(JitsiEvents::malformed));
      default -> throw Refusal.notFound("there is nothing here");
    };
  }

  /// The room itself goes on while a breakout room of it is closed.
  private static What closed(Told told, @Nullable String breakout) {
    if (told.flag("is_breakout")) {
      return new Noted(null);
    }
    List<Occupant> all =
        told.parts("all_occupants").stream()
            .flatMap(one -> occupant(one, breakout).stream())
            .toList();
    return new Closed(all);
  }

  private static Optional<Occupant> occupant(Told one, @Nullable String breakout) {
    return Optional.ofNullable(one.text("occupant_jid"))
        .map(jid -> new Occupant(Told.occupant(jid, breakout), one.text("id")));
  }

  private static Refusal malformed() {
    return Refusal.of(ErrorCode.MALFORMED, "this is nothing that event_sync says");
  }
}
