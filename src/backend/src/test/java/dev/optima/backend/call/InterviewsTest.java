package dev.optima.backend.call;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.call.CallHappening;
import dev.optima.protocol.call.CallHappening.Kind;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage.VideoCallEvent;
import dev.optima.protocol.message.ClientMessage.VideoCallQuality;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Colleagues in each other's calls, on both databases.
class InterviewsTest {
  @TempDir Path folder;

  private void on(Engine engine, Story story) {
    Story.on(engine, folder, story);
  }

  private static CallId ring(World world, Identity caller, Identity applicant) {
    return world.calls.request(caller, room(applicant), "k").call().callId();
  }

  private static CallId talking(World world, Identity caller, Identity applicant) {
    CallId call = ring(world, caller, applicant);
    world.calls.accept(applicant, call, null);
    world.calls.joined(caller, call);
    world.calls.joined(applicant, call);
    return call;
  }

  private static Refusal refused(Runnable command) {
    return catchThrowableOfType(Refusal.class, command::run);
  }

  private static List<String> acts(World world) {
    return world.database.read(
        tx ->
            tx.list(
                "SELECT actor_id, act, subject_id, detail FROM audit_log ORDER BY at, id",
                row ->
                    row.text(1) + " " + row.text(2) + " " + row.text(3) + " " + row.textOrNull(4)));
  }

  private static List<Kind> kinds(World world, Identity who, CallId call) {
    return world.timeline.of(who, call).stream().map(CallHappening::kind).toList();
  }

  @ParameterizedTest
  @EnumSource
  void comesIntoALiveCallAndTheOthersOfTheTeamAreTold(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert);
          Identity burak = world.recruiter("burak");
          assertThat(refused(() -> world.calls.join(burak, call)).code())
              .isEqualTo(ErrorCode.FORBIDDEN);
          world.bus.clear();

          Interviews.Entered entered = world.interviews.enter(burak, call);
          assertThat(entered.ticket()).isNotNull();
          assertThat(entered.ticket().joinUrl()).contains(call.value());
          assertThat(world.bus.to(ayse.userId()))
              .hasExactlyElementsOfTypes(
                  ServerMessage.VideoCallStarted.class, ServerMessage.VideoCallColleague.class);
          assertThat(world.bus.to(ayse.userId()).getLast())
              .isInstanceOfSatisfying(
                  ServerMessage.VideoCallColleague.class,
                  told -> {
                    assertThat(told.name()).isEqualTo("Name of burak");
                    assertThat(told.call().participants()).hasSize(3);
                  });
          assertThat(world.bus.to(mert.userId()))
              .as("the applicant's page gets the newcomer")
              .hasExactlyElementsOfTypes(ServerMessage.VideoCallStarted.class);
          assertThat(world.bus.to(burak.userId()))
              .hasExactlyElementsOfTypes(ServerMessage.VideoCallStarted.class);
          assertThat(world.bus.teamCalls()).hasSize(1);

          world.bus.clear();
          assertThat(world.interviews.enter(burak, call).ticket()).isNotNull();
          assertThat(world.bus.told()).as("said again it changes nothing").isEmpty();
          assertThat(acts(world)).containsExactly("burak CALL_ENTERED " + call + " null");

          world.calls.joined(burak, call);
          assertThat(world.calls.others(mert, call)).hasSize(2);
          assertThat(world.calls.end(burak, call).state())
              .as("an interviewer who hangs up leaves")
              .isEqualTo(CallState.ACTIVE);
          assertThat(world.interviews.enter(burak, call).ticket()).as("and back").isNotNull();
          CallSnapshot again = world.calls.joined(burak, call);
          assertThat(again.participants()).hasSize(3);
          assertThat(world.calls.end(ayse, call).state())
              .as("the owner ends it for all")
              .isEqualTo(CallState.ENDED);
          assertThat(kinds(world, burak, call))
              .containsExactly(
                  Kind.RINGING,
                  Kind.ACCEPTED,
                  Kind.JOINED,
                  Kind.JOINED,
                  Kind.STARTED,
                  Kind.CAME_IN,
                  Kind.JOINED,
                  Kind.LEFT,
                  Kind.CAME_IN,
                  Kind.JOINED,
                  Kind.ENDED);
          assertThat(refused(() -> world.interviews.enter(burak, call)))
              .satisfies(stale -> assertThat(stale.code()).isEqualTo(ErrorCode.STALE))
              .satisfies(stale -> assertThat(stale.call()).isPresent());
        });
  }

  @ParameterizedTest
  @EnumSource
  void whileItRingsTheWayInComesWithTheOthers(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = ring(world, ayse, mert);
          Identity burak = world.recruiter("burak");
          Identity can = world.recruiter("can");
          world.bus.clear();
          Interviews.Entered entered = world.interviews.enter(burak, call);
          assertThat(entered.ticket()).isNull();
          assertThat(entered.call().state()).isEqualTo(CallState.RINGING);
          world.interviews.enter(can, call);
          world.calls.leave(can, call);
          assertThat(world.calls.status(ayse, call).state()).isEqualTo(CallState.RINGING);
          assertThat(world.bus.to(mert.userId())).as("it goes on ringing").isEmpty();
          assertThat(world.calls.live(burak)).hasSize(1);
          world.bus.clear();

          world.calls.accept(mert, call, null);
          assertThat(world.bus.to(burak.userId()))
              .hasExactlyElementsOfTypes(ServerMessage.VideoCallReady.class);
          assertThat(world.bus.to(can.userId())).as("who left gets none").isEmpty();
          world.calls.joined(burak, call);
          assertThat(world.calls.joined(mert, call).state()).isEqualTo(CallState.ACTIVE);
        });
  }

  @ParameterizedTest
  @EnumSource
  void fullBusyAndForeign(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert);
          Identity burak = world.recruiter("burak");
          Identity john = world.applicant("john");
          CallId own = ring(world, burak, john);
          assertThat(refused(() -> world.interviews.enter(burak, call)).busy())
              .hasValueSatisfying(busy -> assertThat(busy.callId()).isEqualTo(own));
          world.calls.cancel(burak, own);
          world.interviews.enter(burak, call);
          world.interviews.enter(world.recruiter("can"), call);
          Identity deniz = world.recruiter("deniz");
          assertThat(refused(() -> world.interviews.enter(deniz, call)).code())
              .isEqualTo(ErrorCode.FULL);
          assertThat(refused(() -> world.interviews.enter(john, call)).code())
              .isEqualTo(ErrorCode.FORBIDDEN);
          Identity page = Identity.ofTicket(deniz.userId(), deniz.role(), deniz.name(), call);
          assertThat(refused(() -> world.interviews.enter(page, call)).code())
              .isEqualTo(ErrorCode.FORBIDDEN);
          assertThat(refused(() -> world.interviews.enter(deniz, new CallId("none"))).code())
              .isEqualTo(ErrorCode.NOT_FOUND);

          world.calls.joined(burak, call);
          CallId other = ring(world, deniz, john);
          assertThat(refused(() -> world.interviews.enter(burak, other)).busy())
              .as("in a colleague's call")
              .hasValueSatisfying(busy -> assertThat(busy.callId()).isEqualTo(call));
        });
  }

  @ParameterizedTest
  @EnumSource
  void whoIsOnTheWayToOneCallComesIntoNoOther(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert);
          Identity can = world.recruiter("can");
          Identity john = world.applicant("john");
          Identity zeynep = world.applicant("zeynep");
          CallId other = talking(world, can, john);
          Identity burak = world.recruiter("burak");
          world.interviews.enter(burak, call);
          world.clock.advance(Duration.ofSeconds(29));
          assertThat(refused(() -> world.interviews.enter(burak, other)).busy())
              .hasValueSatisfying(busy -> assertThat(busy.callId()).isEqualTo(call));
          assertThat(refused(() -> ring(world, burak, zeynep)).busy())
              .hasValueSatisfying(busy -> assertThat(busy.callId()).isEqualTo(call));
          world.clock.advance(Duration.ofSeconds(1));
          assertThat(world.interviews.enter(burak, other).ticket())
              .as("who never came is free again")
              .isNotNull();
          assertThat(world.calls.leave(ayse, call).state())
              .as("and keeps no call going")
              .isEqualTo(CallState.ENDED);
        });
  }

  @ParameterizedTest
  @EnumSource
  void whoLeftTellsNothingMore(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert);
          Identity burak = world.recruiter("burak");
          world.interviews.enter(burak, call);
          world.calls.joined(burak, call);
          world.clock.advance(Duration.ofSeconds(5));
          world.calls.leave(burak, call);
          world.clock.advance(Duration.ofSeconds(2));
          world.bus.clear();
          world.quality.report(
              burak, new VideoCallQuality(call, 0.04, 0.3, 0.005, 900_000.0, 25.0, 640, 360));
          world.timeline.tell(burak, new VideoCallEvent(call, Kind.CAMERA_LOST, null, 1_000));
          world.timeline.tell(burak, new VideoCallEvent(call, Kind.MICROPHONE_LOST, null, 3_000));
          assertThat(world.bus.teamCalls()).isEmpty();
          assertThat(world.quality.of(ayse, call).score()).as("no report was kept").isNull();
          assertThat(kinds(world, ayse, call))
              .as("the last words before")
              .contains(Kind.MICROPHONE_LOST)
              .doesNotContain(Kind.CAMERA_LOST);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aColleagueIsAskedIn(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          Identity burak = world.colleague("burak");
          Identity can = world.colleague("can");
          CallId call = talking(world, ayse, mert);
          assertThat(refused(() -> world.interviews.invite(ayse, call, burak.userId())).code())
              .isEqualTo(ErrorCode.OFFLINE);
          world.online.put(burak.userId(), 1);
          world.online.put(can.userId(), 1);
          world.bus.clear();
          world.interviews.invite(ayse, call, burak.userId());
          world.clock.advance(Duration.ofSeconds(2));
          world.interviews.invite(ayse, call, burak.userId());
          assertThat(world.bus.to(burak.userId()))
              .singleElement()
              .isInstanceOfSatisfying(
                  ServerMessage.VideoCallInvitation.class,
                  told -> assertThat(told.by()).isEqualTo("Name of ayse"));
          assertThat(world.bus.teamCalls()).as("nothing that the team sees").isEmpty();
          assertThat(refused(() -> world.interviews.invite(can, call, burak.userId())).code())
              .as("who is not in it asks nobody")
              .isEqualTo(ErrorCode.FORBIDDEN);
          assertThat(refused(() -> world.interviews.invite(mert, call, burak.userId())).code())
              .isEqualTo(ErrorCode.FORBIDDEN);
          assertThat(refused(() -> world.interviews.invite(ayse, call, mert.userId())).code())
              .as("no colleague")
              .isEqualTo(ErrorCode.INVALID);
          world.leaves(can);
          assertThat(refused(() -> world.interviews.invite(ayse, call, can.userId())).code())
              .isEqualTo(ErrorCode.INVALID);

          world.interviews.enter(burak, call);
          world.calls.joined(burak, call);
          world.clock.advance(Duration.ofSeconds(20));
          world.bus.clear();
          world.interviews.invite(ayse, call, burak.userId());
          assertThat(world.bus.told()).as("they are here").isEmpty();
          assertThat(kinds(world, ayse, call)).endsWith(Kind.INVITED, Kind.JOINED);
          assertThat(acts(world))
              .containsExactly(
                  "ayse COLLEAGUE_INVITED " + call + " burak",
                  "burak CALL_ENTERED " + call + " invited");
        });
  }

  @ParameterizedTest
  @EnumSource
  void anAdministratorEndsAColleaguesCallAndThatIsNoted(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          Identity boss = world.admin("boss");
          CallId call = talking(world, ayse, mert);
          CallSnapshot ended = world.calls.end(boss, call);
          assertThat(ended.endedBy()).isEqualTo(boss.userId());
          assertThat(acts(world)).containsExactly("boss CALL_ENDED " + call + " Name of ayse");
          world.clock.advance(Duration.ofMinutes(1));
          Identity john = world.applicant("john");
          CallId own = talking(world, boss, john);
          world.calls.end(boss, own);
          assertThat(acts(world)).as("the own one is no news").hasSize(1);
        });
  }

  @ParameterizedTest
  @EnumSource
  void anAdministratorWhoCameIntoACallOnlyLeavesItUnlessTheyMeanAll(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          Identity boss = world.admin("boss");
          CallId call = talking(world, ayse, mert);
          world.interviews.enter(boss, call);
          world.calls.joined(boss, call);

          assertThat(world.calls.end(boss, call).state()).isEqualTo(CallState.ACTIVE);
          assertThat(world.calls.end(boss, call).state())
              .as("said twice, by the line and by a request")
              .isEqualTo(CallState.ACTIVE);
          assertThat(acts(world)).noneMatch(act -> act.contains("CALL_ENDED"));

          CallSnapshot ended = world.calls.endForAll(boss, call);
          assertThat(ended.state()).isEqualTo(CallState.ENDED);
          assertThat(ended.endedBy()).isEqualTo(boss.userId());
          assertThat(acts(world)).contains("boss CALL_ENDED " + call + " Name of ayse");
        });
  }

  @Test
  void aNewcomerModeratesWhereThePanelDoes() {
    Map<String, String> jitsi =
        Map.of(
            "OPTIMA_PROVIDER", "jitsi",
            "OPTIMA_JITSI_DOMAIN", "meet.example.org",
            "OPTIMA_JITSI_APP_ID", "optima",
            "OPTIMA_JITSI_SECRET", "a secret of more than thirty-two bytes!");
    try (var world =
        new World(
            Engine.SQLITE.open(folder),
            new dev.optima.backend.world.ManualClock(),
            CallRules.DEFAULT,
            jitsi)) {
      Identity ayse = world.recruiter("ayse");
      Identity mert = world.applicant("mert");
      CallId call = talking(world, ayse, mert);
      var ticket = world.interviews.enter(world.recruiter("burak"), call).ticket();
      assertThat(ticket).isNotNull();
      assertThat(ticket.provider()).isEqualTo("jitsi");
      assertThat(ticket.jwtToken()).isNotNull();
      assertThat(ticket.jitsi()).isNotNull();
      assertThat(ticket.jitsi().moderator()).isTrue();
      assertThat(ticket.jitsiRoomName()).isEqualTo(world.calls.join(mert, call).jitsiRoomName());
    }
  }
}
