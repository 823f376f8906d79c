package dev.optima.backend.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.message.CallRecording.State;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.ConsentAnswer;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A meeting that was planned with the question.
class PlannedConsentTest {
  @TempDir Path folder;

  private static Meeting plan(World world, Identity owner, Identity applicant, boolean ask) {
    var wish =
        new ScheduleMeeting(
            null,
            applicant.userId(),
            world.clock.instant().plus(Duration.ofMinutes(5)),
            30,
            "First interview",
            null,
            null,
            "Europe/Berlin",
            null,
            null,
            null,
            ask,
            null,
            null,
            null);
    return world.meetings.schedule(owner, wish).meeting();
  }

  /// What was handed over is written before this is.
  private static CallRecording after(World world, Identity who, CallId call) {
    world.database.<Boolean>write(World.room(who).value(), tx -> true);
    return world.recording.service().get(who, call);
  }

  private static CallId enter(World world, Identity applicant, Meeting meeting) {
    CallId call = world.entrance.join(applicant, meeting.meetingId()).callId();
    world.calls.joined(applicant, call);
    return call;
  }

  @ParameterizedTest
  @EnumSource
  void theApplicantIsAskedOnEnteringAndNotAgainByItself(Engine engine) {
    try (var world = new World(engine.open(folder))) {
      world.features = Set.of("recording");
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      CallId call = enter(world, john, plan(world, elif, john, true));
      CallRecording asked = after(world, john, call);
      assertThat(asked.state()).isEqualTo(State.ASKED);
      assertThat(asked.askedBy()).isNull();

      var no = new ConsentAnswer(false, ConsentText.VERSION, "en");
      world.recording.service().answer(john, call, no);
      for (int i = 0; i < 3; i++) {
        world.clock.advance(Duration.ofSeconds(10));
        world.calls.alive(john, call);
      }
      assertThat(after(world, john, call).state()).isEqualTo(State.REFUSED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsAskedWhereItWasNotPlannedOrCannotBe(Engine engine) {
    try (var world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Identity ada = world.applicant("ada");
      CallId notOffered = enter(world, john, plan(world, elif, john, true));
      assertThat(after(world, john, notOffered).state()).isEqualTo(State.OFF);
      world.features = Set.of("recording");
      Identity mert = world.colleague("mert");
      CallId notPlanned = enter(world, ada, plan(world, mert, ada, false));
      assertThat(after(world, ada, notPlanned).state()).isEqualTo(State.OFF);
    }
  }
}
