package dev.optima.console.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.client.MeetingQuery;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Tasks;
import dev.optima.console.sample.SampleMeeting;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One live copy of the meetings, whatever overtakes what.
class MeetingFeedTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final MeetingQuery DAY =
      MeetingQuery.between(NOON.minus(Duration.ofHours(12)), NOON.plus(Duration.ofHours(12)));

  private final HttpExchange http = HttpExchange.standard();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private ScriptedBackend backend;
  private MeetingFeed feed;

  @BeforeEach
  void start() throws Exception {
    backend = ScriptedBackend.start(Samples.elif());
    ApiClient api = ApiClient.anonymous(http, backend.address()).as(ScriptedBackend.TOKEN);
    feed = new MeetingFeed(api.meetings(), new Tasks(waiting::add, Runnable::run));
  }

  @AfterEach
  void stop() throws Exception {
    backend.close();
    http.close();
  }

  @Test
  void loadsAStretchOfTimeInPages() {
    for (int i = 0; i < 250; i++) {
      backend.meetings().add(SampleMeeting.john("m" + i, NOON.plusSeconds(i)).build());
    }
    backend.meetings().add(john("tomorrow", 30).build());
    MeetingList list = feed.open(DAY);
    work();
    assertThat(list.meetings()).hasSize(250);
    assertThat(list.meetings().getFirst().meetingId()).isEqualTo(new MeetingId("m0"));
    assertThat(list.loaded().get()).isTrue();
    assertThat(backend.requests()).hasSize(2);
  }

  @Test
  void keepsTheNewestVersionWhateverComesFirst() {
    Meeting old = john("m1", 1).build();
    Meeting moved = john("m1", 3).version(2).build();
    holds(old);
    MeetingList list = feed.open(DAY);
    told(moved);
    work();
    assertThat(list.meetings()).containsExactly(moved);
    told(old);
    assertThat(list.meetings()).containsExactly(moved);
  }

  @Test
  void whatIsMovedAwayOrCancelledGoes() {
    holds(john("m1", 1).build(), john("m2", 2).build());
    MeetingList list = feed.open(DAY);
    work();
    told(john("m1", 30).version(2).build());
    told(john("m2", 2).version(2).status(MeetingStatus.CANCELLED).build());
    assertThat(list.meetings()).isEmpty();
  }

  @Test
  void asksAgainAfterAGapAndForgetsWhatIsGone() {
    holds(john("m1", 1).build(), john("m2", 2).build());
    MeetingList list = feed.open(DAY);
    work();
    backend.meetings().remove(new MeetingId("m1"));
    welcome();
    Meeting fresh = john("m3", 4).build();
    told(fresh);
    work();
    assertThat(list.meetings())
        .extracting(Meeting::meetingId)
        .extracting(MeetingId::value)
        .containsExactly("m2", "m3");
  }

  @Test
  void saysWhyNothingCame() {
    backend.script("GET /api/meetings", Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    MeetingList list = feed.open(DAY);
    work();
    assertThat(list.problem().get()).isNotNull();
    assertThat(list.loaded().get()).isFalse();
    backend.unscript("GET /api/meetings");
    holds(john("m1", 1).build());
    list.reload();
    work();
    assertThat(list.problem().get()).isNull();
    assertThat(list.meetings()).hasSize(1);
  }

  @Test
  void tellsListenersOnceForEachChange() {
    List<Meeting> heard = new ArrayList<>();
    Runnable release = feed.listen(heard::add);
    Meeting meeting = john("m1", 1).build();
    told(meeting);
    told(meeting);
    feed.learn(meeting);
    assertThat(heard).containsExactly(meeting);
    release.run();
    told(john("m1", 2).version(2).build());
    assertThat(heard).hasSize(1);
  }

  @Test
  void aClosedListCostsNothingMore() {
    holds(john("m1", 1).build());
    MeetingList list = feed.open(DAY);
    work();
    list.close();
    welcome();
    assertThat(waiting).isEmpty();
    assertThat(feed.find(new MeetingId("m1"))).isEmpty();
  }

  private static SampleMeeting john(String id, long hours) {
    return SampleMeeting.john(id, NOON.plus(Duration.ofHours(hours)));
  }

  private void holds(Meeting... meetings) {
    List.of(meetings).forEach(backend.meetings()::add);
  }

  private void told(Meeting meeting) {
    feed.on(new SignalEvent.Received(ServerMessage.MeetingChanged.of(meeting)));
  }

  private void welcome() {
    feed.on(
        new SignalEvent.Received(
            new ServerMessage.Welcome(
                Samples.ELIF, "Elif Kaya", Role.RECRUITER, NOON, List.of(), Map.of(), null, null)));
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }
}
