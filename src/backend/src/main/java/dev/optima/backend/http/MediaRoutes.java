package dev.optima.backend.http;

import dev.optima.backend.media.JaasWebhooks;
import dev.optima.backend.media.JitsiDoor;
import dev.optima.backend.media.JitsiEvents;
import dev.optima.backend.media.Reservations;
import dev.optima.backend.media.Reservations.Conference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What media servers call. They have no session, and one would not help: each route has its own
/// secret, which is asked before anything else is done. So nothing is counted against an address:
/// whoever has no secret costs nothing, and whoever has it must not be kept out by others behind
/// the same proxy.
public final class MediaRoutes {
  /// A room that is closed is told with all who ever were in it.
  private static final int MAX_BODY = 256 * 1024;

  private static final String CLOSED = "{\"message\":\"There is no interview in this room now.\"}";

  private final JaasWebhooks jaas;
  private final JitsiDoor door;
  private final JitsiEvents jitsi;
  private final Reservations reservations;

  public MediaRoutes(
      JaasWebhooks jaas, JitsiDoor door, JitsiEvents jitsi, Reservations reservations) {
    this.jaas = jaas;
    this.door = door;
    this.jitsi = jitsi;
    this.reservations = reservations;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint("takeJaasWebhook", Access.PUBLIC, MAX_BODY, this::webhook),
        new Endpoint("takeJitsiEvent", Access.PUBLIC, MAX_BODY, this::event),
        new Endpoint("openConference", Access.PUBLIC, this::open),
        new Endpoint("getConference", Access.PUBLIC, this::get),
        new Endpoint("closeConference", Access.PUBLIC, this::close));
  }

  private Reply webhook(ApiRequest request) {
    jaas.take(request.header("X-Jaas-Signature"), request.bytes());
    return Reply.nothing();
  }

  private Reply event(ApiRequest request) {
    demand(request);
    jitsi.take(request.path("subject"), request.path("happened"), request.bytes());
    return Reply.nothing();
  }

  private Reply open(ApiRequest request) {
    demand(request);
    return answer(
        request.field("name").orElse(""),
        request.field("mail_owner").orElse(null),
        request.field("start_time").orElse(null));
  }

  private Reply get(ApiRequest request) {
    demand(request);
    return answer(request.path("conferenceId"), null, null);
  }

  /// That the room is closed is told by `event_sync`; nothing is kept here.
  private Reply close(ApiRequest request) {
    demand(request);
    return Reply.nothing();
  }

  private void demand(ApiRequest request) {
    door.demand(request.header("Authorization"), request.address());
  }

  /// The module shows `message`, and asks again only if it is answered with 5xx.
  private Reply answer(String name, @Nullable String mailOwner, @Nullable String startTime) {
    Optional<Conference> conference = reservations.open(name, mailOwner, startTime);
    return conference
        .map(Reply::ok)
        .orElseGet(() -> new Reply(403, "application/json", CLOSED, Map.of()));
  }
}
