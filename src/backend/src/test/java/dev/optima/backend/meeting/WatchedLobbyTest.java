package dev.optima.backend.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Meeting;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The team sees in the live call of a meeting that the applicant waits at its door.
class WatchedLobbyTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void knocksAtTheWaitingRoomAreTold(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, unused, mert) -> {
          Identity elif = world.colleague("elif");
          var at = world.clock.instant().plus(Duration.ofMinutes(10));
          Meeting meeting =
              world.meetings.schedule(elif, Plans.with(mert, at, 30).waiting().wish()).meeting();
          world.meetingSweeper.sweep();
          CallId call = world.entrance.join(elif, meeting.meetingId()).callId();
          world.calls.joined(elif, call);
          world.bus.clear();
          for (int i = 0; i < 3; i++) {
            knock(world, mert, meeting);
            world.clock.advance(Duration.ofSeconds(10));
          }
          assertThat(world.bus.teamCalls())
              .singleElement()
              .satisfies(live -> assertThat(live.waiting()).isTrue())
              .satisfies(live -> assertThat(live.meetingTitle()).isEqualTo(meeting.title()));
          assertThat(world.news.live(elif).calls().getFirst().waiting()).isTrue();
          world.meetings.admit(elif, meeting.meetingId());
          assertThat(world.bus.teamCalls()).hasSize(2);
          assertThat(world.bus.teamCalls().getLast().waiting()).isFalse();
        });
  }

  @ParameterizedTest
  @EnumSource
  void whoComesIntoTheRoomLetsNobodyInByThat(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, burak, mert) -> {
          Identity elif = world.colleague("elif");
          var at = world.clock.instant().plus(Duration.ofMinutes(10));
          Meeting meeting =
              world.meetings.schedule(elif, Plans.with(mert, at, 30).waiting().wish()).meeting();
          world.meetingSweeper.sweep();
          CallId call = world.entrance.join(elif, meeting.meetingId()).callId();
          world.calls.joined(elif, call);
          knock(world, mert, meeting);
          assertThat(world.interviews.enter(burak, call).ticket()).isNotNull();
          world.calls.joined(burak, call);
          knock(world, mert, meeting);
          assertThat(world.calls.live(mert)).as("still outside").isEmpty();
          world.meetings.admit(elif, meeting.meetingId());
          assertThat(world.entrance.join(mert, meeting.meetingId()).callId()).isEqualTo(call);
          CallSnapshot met = world.calls.joined(mert, call);
          assertThat(met.state()).isEqualTo(CallState.ACTIVE);
          assertThat(met.callerId()).isEqualTo(elif.userId());
          assertThat(met.participants()).hasSize(3);
        });
  }

  private static void knock(World world, Identity applicant, Meeting meeting) {
    try {
      world.entrance.join(applicant, meeting.meetingId());
    } catch (Refusal e) {
      assertThat(e.code()).isEqualTo(ErrorCode.TOO_EARLY);
    }
  }
}
