package dev.optima.pages;

import com.microsoft.playwright.Browser;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A call of several people, each with a page of their own, and what the backend does for them: it
/// says who is in the room, and carries each signal to its receiver.
final class Panel implements AutoCloseable {
  static final UserId MERT = new UserId("mert");
  static final UserId AYLA = new UserId("ayla");

  private static final Map<UserId, String> NAMES =
      Map.of(
          Story.JOHN,
          "John Doe",
          Story.ELIF,
          "Elif Kaya",
          MERT,
          "Mert Öztürk",
          AYLA,
          "Ayla Büyükgöçmenoğlu-Karadeniz");

  private final Browser browser;
  private final String origin;
  private final Map<UserId, Side> sides = new LinkedHashMap<>();
  private final Map<UserId, CallSnapshot.Person> people = new LinkedHashMap<>();
  private CallSnapshot call = Story.then(Story.ring("c1", 45), CallState.CONNECTING);

  Panel(Browser browser, String origin) {
    this.browser = browser;
    this.origin = origin;
    enter(Story.JOHN, Role.APPLICANT);
  }

  /// Somebody may come in; their page is not open yet.
  Side enter(UserId user, Role role) {
    var options = new Browser.NewContextOptions().setPermissions(List.of("camera", "microphone"));
    var side = new Side(browser, origin, user, role, options);
    sides.put(user, side);
    people.put(user, person(user, null, null));
    side.backend.listener = message -> hear(user, message);
    side.backend.rest.put(
        "GET /api/video-calls/c1/status", asked -> new ScriptedBackend.Answer(200, call));
    tell();
    return side;
  }

  Side of(UserId user) {
    return Objects.requireNonNull(sides.get(user));
  }

  /// Opens somebody's page.
  void open(UserId user) {
    of(user).open(call);
  }

  private void hear(UserId user, ClientMessage message) {
    switch (message) {
      case ClientMessage.RtcSignal signal -> {
        Side receiver = signal.receiver() == null ? null : sides.get(signal.receiver());
        if (receiver == null) {
          throw new AssertionError("a signal for nobody: " + signal);
        }
        receiver.backend.say(new ServerMessage.RtcSignal(Side.CALL, user, signal.signal()));
      }
      case ClientMessage.VideoCallJoined _ -> {
        if (!Objects.requireNonNull(people.get(user)).present()) {
          people.put(user, person(user, Instant.now(), null));
          tell();
        }
      }
      case ClientMessage.VideoCallEnd _ -> {
        people.put(user, person(user, Instant.now(), Instant.now()));
        tell();
      }
      default -> {}
    }
  }

  private static CallSnapshot.Person person(
      UserId user, @Nullable Instant joined, @Nullable Instant left) {
    var side =
        user.equals(Story.JOHN)
            ? dev.optima.protocol.call.Side.APPLICANT
            : dev.optima.protocol.call.Side.RECRUITER;
    return new CallSnapshot.Person(
        user,
        NAMES.getOrDefault(user, user.value()),
        side,
        joined != null && left == null,
        joined,
        left);
  }

  private void tell() {
    CallSnapshot next = Story.then(call, CallState.ACTIVE);
    call =
        new CallSnapshot(
            next.callId(),
            next.roomId(),
            next.callerId(),
            next.callerName(),
            next.applicantId(),
            next.applicantName(),
            null,
            next.state(),
            next.version(),
            next.createdAt(),
            null,
            next.startedAt(),
            next.togetherSince(),
            null,
            0,
            null,
            null,
            new ArrayList<>(people.values()));
    for (Side side : sides.values()) {
      side.backend.live = List.of(call);
      side.backend.say(new ServerMessage.VideoCallStarted(call));
    }
  }

  /// What each page signals to whom, as far as it was heard.
  Map<UserId, Long> signalsOf(UserId user) {
    var counts = new HashMap<UserId, Long>();
    of(user)
        .backend
        .heard(ClientMessage.RtcSignal.class)
        .forEach(signal -> counts.merge(signal.receiver(), 1L, Long::sum));
    return counts;
  }

  @Override
  public void close() {
    sides.values().forEach(side -> Browsers.leave(side.context));
  }
}
