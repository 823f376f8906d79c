package dev.optima.backend.provider;

import static dev.optima.backend.provider.SelfTest.bad;
import static dev.optima.backend.provider.SelfTest.good;

import dev.optima.backend.outbound.OwnServers;
import dev.optima.backend.outbound.OwnServers.Answer;
import dev.optima.backend.provider.VideoProvider.Seat;
import dev.optima.protocol.message.JitsiRoom;
import dev.optima.protocol.rest.ProviderTest.Check;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// One look at one Jitsi server: what it wants, its `external_api.js`, its clock, and whether it
/// lets its rooms be shown in a page of ours.
final class JitsiCheck {
  /// What the script makes known, and nothing else does.
  private static final String API = "JitsiMeetExternalAPI";

  private static final String PUBLIC_SERVER = "meet.jit.si";

  /// Tokens have 60 s of slack; at half of it somebody should know.
  private static final Duration LARGEST_ERROR = Duration.ofSeconds(30);

  private final JitsiProvider provider;
  private final Seat seat;
  private final JitsiRoom room;
  private final OwnServers servers;
  private final URI own;
  private final InstantSource clock;
  private final List<Check> checks = new ArrayList<>();

  JitsiCheck(JitsiProvider provider, Seat seat, OwnServers servers, URI own, InstantSource clock) {
    this.provider = provider;
    this.seat = seat;
    this.room = provider.room(seat);
    this.servers = servers;
    this.own = own;
    this.clock = clock;
  }

  List<Check> checks() {
    checks.add(token());
    if (URI.create(provider.origin()).getHost().equalsIgnoreCase(PUBLIC_SERVER)) {
      checks.add(bad("server", "public_server", PUBLIC_SERVER));
    }
    Answer script = script();
    if (script != null) {
      checks.add(clock(script));
      checks.add(frame());
    }
    return checks;
  }

  private Check token() {
    return switch (provider.verdict(seat)) {
      case ANONYMOUS -> good("token", "anonymous", null);
      case GOOD -> good("token", "token_ok", null);
      case BAD -> bad("token", "token_bad", null);
    };
  }

  /// Null if there is no answer at all, so that nothing else can be asked.
  private @Nullable Answer script() {
    try {
      Answer answer = servers.get(room.scriptUrl());
      checks.add(script(answer));
      return answer;
    } catch (SSLException e) {
      checks.add(bad("script", "script_tls", reason(e)));
    } catch (IOException e) {
      checks.add(bad("script", "script_unreachable", reason(e)));
    }
    return null;
  }

  private Check script(Answer answer) {
    String origin = origin(answer);
    if (!origin.equals(origin(URI.create(provider.origin())))) {
      return bad("script", "script_elsewhere", origin);
    }
    if (!answer.isGood()) {
      return bad("script", "script_missing", Integer.toString(answer.status()));
    }
    return answer.body().contains(API)
        ? good("script", "script_ok", null)
        : bad("script", "script_not_api", answer.header("Content-Type"));
  }

  private Check clock(Answer answer) {
    String date = answer.header("Date");
    if (date == null) {
      return good("clock", "clock_unknown", null);
    }
    try {
      Instant theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration error = Duration.between(clock.instant(), theirs);
      String seconds = Long.toString(error.plusMillis(500).toSeconds());
      return error.abs().compareTo(LARGEST_ERROR) > 0
          ? bad("clock", "clock_off", seconds)
          : good("clock", "clock_ok", seconds);
    } catch (DateTimeException e) {
      return good("clock", "clock_unknown", null);
    }
  }

  private Check frame() {
    try {
      Answer answer = servers.get(provider.origin() + "/" + room.path());
      String hindrance = FrameRules.hindrance(answer, own);
      if (hindrance != null) {
        return bad("frame", "frame_blocked", hindrance);
      }
      return answer.isGood()
          ? good("frame", "frame_ok", null)
          : bad("frame", "frame_missing", Integer.toString(answer.status()));
    } catch (IOException e) {
      return bad("frame", "frame_unreachable", reason(e));
    }
  }

  private static String origin(Answer answer) {
    return origin(answer.at().uri());
  }

  /// Without the port that goes without saying.
  private static String origin(URI address) {
    boolean usual = address.getPort() < 0 || address.getPort() == 443;
    return "https://" + address.getHost() + (usual ? "" : ":" + address.getPort());
  }

  /// In one line; what a server says of itself is no secret.
  private static String reason(IOException failure) {
    String message = failure.getMessage();
    String text = message == null ? failure.getClass().getSimpleName() : message;
    String line = text.lines().findFirst().orElse("");
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }
}
