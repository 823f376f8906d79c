package dev.optima.backend.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.backend.account.Identity;
import dev.optima.backend.store.Engine;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.RoomId;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a colleague's console hears of a call that is not theirs, over real sockets.
class TeamWatchTest {
  private final Vertx vertx = Node.vertx();
  private final Node node;

  TeamWatchTest(@TempDir Path folder) {
    node = new Node(vertx, Engine.SQLITE.open(folder), SignalingConfig.DEFAULT);
    node.recruiter("ayse");
    node.recruiter("burak");
    node.applicant("mert");
  }

  @AfterEach
  void stop() {
    node.close();
    Node.stop(vertx);
  }

  private static String about(String type, String call) {
    return "{\"type\":\"" + type + "\",\"call_id\":\"" + call + "\"}";
  }

  /// Everything about calls that this console hears up to now.
  private static List<String> heard(Caller who, int count) {
    var all = new ArrayList<String>();
    long version = 0;
    String at = "";
    for (int i = 0; i < count; i++) {
      JsonNode live = who.await("team_call").path("live");
      long next = live.at("/call/version").asLong();
      String written = live.path("at").asText();
      assertThat(next > version || (next == version && written.compareTo(at) > 0))
          .as("newer than the one before")
          .isTrue();
      version = next;
      at = written;
      String bars = live.path("quality").isEmpty() ? "" : " bars";
      all.add(live.at("/call/state").asText() + bars);
    }
    return all;
  }

  @Test
  void aForeignCallFromItsRingToItsEndEachOnceAndInOrder() {
    Caller ayse = node.hello("ayse");
    Caller burak = node.hello("burak");
    Caller mert = node.hello("mert");
    ayse.say("{\"type\":\"video_call_request\",\"room_id\":\"applicant_mert\",\"key\":\"k\"}");
    String call = ayse.await("video_call_ringing").path("call_id").asText();
    mert.await("video_call_incoming");
    mert.say(about("video_call_accept", call));
    mert.await("video_call_ready");
    ayse.say(about("video_call_joined", call));
    Wait.until(
        "joined",
        () ->
            node.calls
                .status(node.who("ayse"), new CallId(call))
                .participants()
                .getFirst()
                .present());
    mert.say(about("video_call_joined", call));
    mert.await("video_call_started");
    for (int i = 0; i < 3; i++) {
      ayse.say(about("video_call_alive", call));
      mert.say(about("video_call_alive", call));
    }
    ayse.say(
        "{\"type\":\"video_call_event\",\"call_id\":\"" + call + "\",\"event\":\"camera_off\"}");
    ayse.say(about("video_call_end", call));
    ayse.await("video_call_ended");
    assertThat(heard(burak, 5))
        .containsExactly("RINGING", "CONNECTING", "CONNECTING", "ACTIVE", "ENDED");
    assertThat(node.timeline.of(node.who("burak"), new CallId(call)))
        .extracting(happening -> happening.kind().name())
        .containsExactly(
            "RINGING", "ACCEPTED", "JOINED", "JOINED", "STARTED", "CAMERA_OFF", "ENDED");
  }

  @Test
  void anApplicantHearsNothingOfTheTeamsWatch() {
    Caller ayse = node.hello("ayse");
    node.applicant("john");
    Caller john = node.hello("john");
    node.hello("mert");
    ayse.say("{\"type\":\"video_call_request\",\"room_id\":\"applicant_mert\",\"key\":\"k\"}");
    ayse.await("video_call_ringing");
    assertThat(heard(ayse, 1)).containsExactly("RINGING");
    john.say("{\"type\":\"ping\"}");
    assertThat(john.upTo("pong"))
        .extracting(message -> message.path("type").asText())
        .doesNotContain("team_call");
  }

  @Test
  void aColleagueWhoComesInHasTheirPageHearTheOthers() {
    Caller ayse = node.hello("ayse");
    node.hello("mert");
    Identity caller = node.who("ayse");
    Identity applicant = node.who("mert");
    Identity burak = node.who("burak");
    CallId call = node.calls.request(caller, RoomId.of(applicant.userId()), "k").call().callId();
    node.calls.accept(applicant, call, null);
    node.calls.joined(caller, call);
    node.calls.joined(applicant, call);
    Caller pageOfMert = page(node.calls.join(applicant, call).joinUrl(), call);
    var entered = node.interviews.enter(burak, call);
    JsonNode told = ayse.await("video_call_colleague");
    assertThat(told.path("name").asText()).isEqualTo("Name of burak");
    assertThat(entered.ticket()).isNotNull();
    Caller pageOfBurak = page(entered.ticket().joinUrl(), call);
    JsonNode started = pageOfMert.await("video_call_started");
    assertThat(started.at("/call/participants")).hasSize(3);
    pageOfBurak.say(
        "{\"type\":\"rtc_signal\",\"call_id\":\"%s\",\"receiver\":\"mert\",\"kind\":\"hello\"}"
            .formatted(call));
    assertThat(pageOfMert.await("rtc_signal").path("from").asText()).isEqualTo("burak");
  }

  private Caller page(String joinUrl, CallId call) {
    Caller page = node.connect();
    String ticket = joinUrl.substring(joinUrl.indexOf("oct_"));
    page.say("{\"type\":\"hello\",\"token\":\"" + ticket + "\"}");
    page.next("welcome");
    page.say(about("video_call_joined", call.value()));
    return page;
  }
}
