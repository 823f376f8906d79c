package dev.optima.backend.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optima.backend.account.Identity;
import dev.optima.backend.call.CallRules;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.backend.store.StoreConfig;
import dev.optima.backend.world.ManualClock;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.message.Meeting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What carries the video of a call: chosen when it begins, and kept.
class CallProvidersTest {
  private static final Map<String, String> JITSI =
      Map.of(
          "OPTIMA_PROVIDER", "jitsi",
          "OPTIMA_JITSI_DOMAIN", "meet.example",
          "OPTIMA_LINK_TEMPLATE", "https://v.example/{room}");

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();

  @ParameterizedTest
  @EnumSource
  void aCallTakesTheOrganisationsProviderAndKeepsIt(Engine engine) {
    StoreConfig place = engine.fresh(folder);
    CallId call;
    try (World world = world(place, JITSI)) {
      call = ring(world);
      assertThat(join(world, call).provider()).isEqualTo("jitsi");
    }
    try (World world = world(place, with(JITSI, "OPTIMA_PROVIDER", "direct"))) {
      assertThat(join(world, call).provider()).isEqualTo("jitsi");
      assertThat(join(world, call).fallback()).isTrue();
    }
    try (World world = world(place, Map.of())) {
      assertThat(join(world, call).provider())
          .as("taken out of the settings, so the organisation's")
          .isEqualTo("direct");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMeetingMayNameAnotherOne(Engine engine) {
    StoreConfig place = engine.fresh(folder);
    try (World world = world(place, JITSI)) {
      Identity elif = world.colleague("elif");
      Identity mert = world.applicant("mert");
      Meeting meeting = plan(world, elif, mert, "link");
      assertThat(meeting.provider()).isEqualTo("link");
      JoinTicket ticket = world.entrance.join(elif, meeting.meetingId());
      assertThat(ticket.provider()).isEqualTo("link");
      assertThat(ticket.linkUrl()).isEqualTo("https://v.example/" + meeting.jitsiRoomName());
      world.calls.end(elif, ticket.callId());
      CallId rung = world.calls.request(elif, World.room(mert), "k2").call().callId();
      world.calls.accept(mert, rung, null);
      assertThat(world.calls.join(mert, rung).provider()).isEqualTo("link");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMeetingNamesNoneThatIsNotSetUpAndLosesNothingIfItIsTakenAway(Engine engine) {
    StoreConfig place = engine.fresh(folder);
    Meeting meeting;
    try (World world = world(place, JITSI)) {
      Identity elif = world.colleague("elif");
      Identity mert = world.applicant("mert");
      assertThatThrownBy(() -> plan(world, elif, mert, "jaas"))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("there is direct, jitsi, link");
      meeting = plan(world, elif, mert, "link");
    }
    try (World world = world(place, Map.of())) {
      Identity elif = world.recruiter("elif");
      Meeting moved = retitle(world, elif, meeting, "link", "Second round");
      assertThat(moved.provider()).as("said again, not chosen anew").isEqualTo("link");
      assertThat(world.entrance.join(elif, meeting.meetingId()).provider()).isEqualTo("direct");
      assertThat(retitle(world, elif, moved, null, "Third round").provider()).isNull();
    }
  }

  private World world(StoreConfig place, Map<String, String> settings) {
    return new World(place.open(), clock, CallRules.DEFAULT, settings);
  }

  private static Meeting plan(World world, Identity who, Identity applicant, String provider) {
    Instant at = world.clock.instant().plus(Duration.ofMinutes(10));
    var wish = Plans.with(applicant, at, 30).by(provider).wish();
    return world.meetings.schedule(who, wish).meeting();
  }

  private static Meeting retitle(
      World world, Identity who, Meeting meeting, @Nullable String provider, String title) {
    Meeting now = world.meetings.get(who, meeting.meetingId());
    var wish = Plans.of(now).title(title).by(provider).wish();
    return world.meetings.change(who, meeting.meetingId(), wish);
  }

  private static CallId ring(World world) {
    Identity elif = world.recruiter("elif");
    Identity mert = world.applicant("mert");
    CallId call = world.calls.request(elif, World.room(mert), "k").call().callId();
    world.calls.accept(mert, call, null);
    return call;
  }

  private JoinTicket join(World world, CallId call) {
    clock.advance(Duration.ofSeconds(1));
    return world.calls.join(world.recruiter("elif"), call);
  }

  private static Map<String, String> with(Map<String, String> before, String key, String value) {
    Map<String, String> settings = new HashMap<>(before);
    settings.put(key, value);
    return settings;
  }
}
