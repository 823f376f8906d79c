package dev.optima.backend.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.backend.account.Identity;
import dev.optima.backend.call.MeetingRooms;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ErrorCode;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls over real sockets: main sockets and the call pages' own.
class LiveCallTest {
  private final Vertx vertx = Node.vertx();
  private final Node node;

  LiveCallTest(@TempDir Path folder) {
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

  private static final String RING =
      "{\"type\":\"video_call_request\",\"room_id\":\"applicant_mert\",\"key\":\"k1\"}";

  private static String about(String type, String call) {
    return "{\"type\":\"" + type + "\",\"call_id\":\"" + call + "\"}";
  }

  private static String signal(String call, String receiver, int n) {
    return "{\"type\":\"rtc_signal\",\"call_id\":\"%s\",\"receiver\":\"%s\",\"n\":%d}"
        .formatted(call, receiver, n);
  }

  private static String ticket(JsonNode ready) {
    String url = ready.path("join_url").asText();
    return url.substring(url.indexOf("oct_"));
  }

  @Test
  void aWholeCallWithPages() {
    Caller ayse = node.hello("ayse");
    Caller burak = node.hello("burak");
    Caller laptop = node.hello("mert");
    ayse.await("presence");
    Caller phone = node.hello("mert");
    assertThat(ayse.await("presence").path("devices").asInt()).isEqualTo(2);

    ayse.say(RING);
    JsonNode ringing = ayse.await("video_call_ringing");
    String call = ringing.path("call_id").asText();
    assertThat(ringing.path("key").asText()).isEqualTo("k1");
    assertThat(ringing.path("devices").asInt()).isEqualTo(2);
    assertThat(ringing.path("call").path("state").asText()).isEqualTo("RINGING");
    JsonNode incoming = phone.await("video_call_incoming");
    assertThat(incoming.path("caller_name").asText()).isEqualTo("Name of ayse");
    assertThat(incoming.path("expires_at").asText()).endsWith("Z");
    laptop.await("video_call_incoming");

    burak.say(RING.replace("k1", "k2"));
    JsonNode busy = burak.error("busy");
    assertThat(busy.path("who").asText()).isEqualTo("Name of ayse");
    assertThat(busy.path("since").asText()).isEqualTo(ringing.at("/call/created_at").asText());
    assertThat(busy.path("key").asText()).isEqualTo("k2");

    ayse.say(RING);
    assertThat(ayse.await("video_call_ringing").path("call_id").asText()).isEqualTo(call);

    phone.say(
        "{\"type\":\"video_call_response\",\"call_id\":\"" + call + "\",\"action\":\"accept\"}");
    JsonNode readyPhone = phone.await("video_call_ready");
    laptop.await("video_call_answered_elsewhere");
    JsonNode readyAyse = ayse.await("video_call_ready");
    assertThat(readyAyse.path("provider").asText()).isEqualTo("direct");
    assertThat(ticket(readyAyse)).isNotEqualTo(ticket(readyPhone));
    laptop.say(about("video_call_accept", call));
    assertThat(laptop.error("stale").at("/call/state").asText()).isEqualTo("CONNECTING");

    Caller pageA = node.connect();
    pageA.say("{\"type\":\"hello\",\"token\":\"" + ticket(readyAyse) + "\"}");
    JsonNode welcome = pageA.next("welcome");
    assertThat(welcome.path("call_id").asText()).isEqualTo(call);
    assertThat(welcome.path("live_calls")).hasSize(1);
    Caller pageM = node.connect();
    pageM.say("{\"type\":\"hello\",\"token\":\"" + ticket(readyPhone) + "\"}");
    pageM.next("welcome");
    assertThat(node.registry.devices(new UserId("mert"))).isEqualTo(2);

    pageA.say(about("video_call_joined", call));
    pageA.silent();
    pageM.say(about("video_call_joined", call));
    for (Caller who : new Caller[] {ayse, phone, laptop, pageA, pageM}) {
      JsonNode started = who.await("video_call_started");
      while (!started.at("/call/state").asText().equals("ACTIVE")) {
        started = who.await("video_call_started");
      }
      assertThat(started.at("/call/participants")).hasSize(2);
    }
    for (Caller who : new Caller[] {ayse, phone, laptop, burak}) {
      assertThat(who.await("chat_message").path("kind").asText()).isEqualTo("call_started");
    }

    pageA.say(
        "{\"type\":\"rtc_signal\",\"call_id\":\""
            + call
            + "\",\"description\":{\"sdp\":\"v=0\"},\"n\":1}");
    JsonNode signal = pageM.next("rtc_signal");
    assertThat(signal.path("from").asText()).isEqualTo("ayse");
    assertThat(signal.at("/description/sdp").asText()).isEqualTo("v=0");
    assertThat(signal.path("n").asInt()).isEqualTo(1);
    phone.silent();
    pageA.silent();

    pageA.say(RING);
    pageA.error("forbidden");
    pageA.say(
        "{\"type\":\"chat_send\",\"room_id\":\"applicant_mert\",\"key\":\"x\",\"body\":\"x\"}");
    pageA.error("forbidden");

    Caller second = node.connect();
    second.say("{\"type\":\"hello\",\"token\":\"" + ticket(readyPhone) + "\"}");
    second.next("welcome");
    assertThat(pageM.await("video_call_answered_elsewhere").path("call_id").asText())
        .isEqualTo(call);
    assertThat(pageM.closeCode()).isEqualTo(1000);

    second.say(about("video_call_end", call));
    for (Caller who : new Caller[] {ayse, phone, laptop, pageA, second}) {
      JsonNode ended = who.await("video_call_ended");
      assertThat(ended.at("/call/state").asText()).isEqualTo("ENDED");
      assertThat(ended.at("/call/ended_by").asText()).isEqualTo("mert");
    }
    assertThat(pageA.closeCode()).isEqualTo(1000);
    assertThat(second.closeCode()).isEqualTo(1000);
    JsonNode entry = burak.await("chat_message");
    assertThat(entry.path("kind").asText()).isEqualTo("call");
    assertThat(entry.at("/call/outcome").asText()).isEqualTo("completed");

    Caller late = node.connect();
    late.say("{\"type\":\"hello\",\"token\":\"" + ticket(readyPhone) + "\"}");
    assertThat(late.error("stale").at("/call/state").asText()).isEqualTo("ENDED");
    assertThat(late.closeCode()).isEqualTo(1008);
  }

  @Test
  void allOfItOverMainSocketsToo() {
    Caller ayse = node.hello("ayse");
    Caller mert = node.hello("mert");
    ayse.say(RING);
    String call = mert.await("video_call_incoming").path("call_id").asText();
    mert.say(about("video_call_joined", call));
    assertThat(mert.error("too_early").at("/call/state").asText()).isEqualTo("RINGING");
    ayse.say(about("rtc_signal", call));
    ayse.error("too_early");
    mert.say(about("video_call_accept", call));
    mert.await("video_call_ready");
    ayse.await("video_call_ready");
    ayse.say(about("rtc_signal", call));
    mert.await("rtc_signal");
    mert.say(about("video_call_joined", call));
    ayse.say(about("video_call_joined", call));
    mert.await("video_call_started");
    ayse.say(about("video_call_alive", call));
    ayse.say(
        "{\"type\":\"video_call_quality\",\"call_id\":\"" + call + "\",\"rtt\":0.03,\"fps\":30}");
    mert.say(about("rtc_signal", call));
    ayse.await("rtc_signal");
    ayse.say(about("video_call_leave", call));
    assertThat(mert.await("video_call_ended").at("/call/outcome").asText()).isEqualTo("completed");
    ayse.say(about("video_call_end", call));
    assertThat(ayse.error("stale").path("call_id").asText()).isEqualTo(call);
    assertThat(node.calls.status(node.who("ayse"), new CallId(call)).duration()).isLessThan(20);
  }

  @Test
  void whoWaitsAtTheDoorOfTheMediaServerIsNotInTheRoomButWaitedFor() {
    Caller ayse = node.hello("ayse");
    Caller mert = node.hello("mert");
    ayse.say(RING);
    String call = mert.await("video_call_incoming").path("call_id").asText();
    mert.say(about("video_call_accept", call));
    ayse.await("video_call_ready");
    ayse.say(about("video_call_joined", call));
    CallId id = new CallId(call);
    Wait.until("ayse is in the room", () -> present(id) == 1);
    mert.await("video_call_ready");
    mert.say("{\"type\":\"video_call_alive\",\"call_id\":\"" + call + "\",\"waiting\":true}");
    mert.silent();
    assertThat(present(id)).isEqualTo(1);
    mert.say(about("video_call_joined", call));
    assertThat(ayse.await("video_call_started").at("/call/state").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void inAPanelASignalReachesItsReceiverAndAFifthFindsNoPlace() {
    var room =
        new MeetingRooms.Room(
            new MeetingId("meeting"),
            new RoomId("applicant_mert"),
            "media",
            new UserId("ayse"),
            false,
            null);
    List<String> four = List.of("ayse", "burak", "can", "mert");
    List.of("can", "deniz").forEach(node::recruiter);
    String call = "";
    List<Caller> sockets = new ArrayList<>();
    for (String who : four) {
      Caller socket = node.hello(who);
      sockets.add(socket);
      call = node.rooms.enter(node.who(who), room.roomId(), tx -> room).callId().value();
      socket.say(about("video_call_joined", call));
      socket.say(about("video_call_alive", call));
    }
    CallId id = new CallId(call);
    Wait.until("all are in", () -> present(id) == 4);
    sockets.forEach(socket -> socket.await("chat_message")); // the last that they hear of it
    for (int from = 0; from < 4; from++) {
      for (int to = 0; to < 4; to++) {
        if (from != to) {
          sockets.get(from).say(signal(call, four.get(to), from));
          JsonNode signal = sockets.get(to).await("rtc_signal");
          assertThat(signal.path("from").asText()).isEqualTo(four.get(from));
          assertThat(signal.path("n").asInt()).isEqualTo(from);
          assertThat(signal.has("receiver")).isFalse();
        }
      }
    }
    sockets.forEach(Caller::silent);

    Caller ayse = sockets.get(0);
    Caller can = sockets.get(2);
    Caller mert = sockets.get(3);
    Caller outside = node.hello("deniz");
    outside.say(signal(call, "mert", 8));
    outside.error("forbidden");
    ayse.say(signal(call, "deniz", 8));
    outside.silent();

    Identity deniz = node.who("deniz");
    assertThat(
            catchThrowableOfType(
                    Refusal.class, () -> node.rooms.enter(deniz, room.roomId(), tx -> room))
                .code())
        .isEqualTo(ErrorCode.FULL);
    can.say(about("video_call_leave", call));
    ayse.await("video_call_started");
    can.say(signal(call, "mert", 9));
    mert.await("video_call_started");
    mert.silent();
    node.rooms.enter(deniz, room.roomId(), tx -> room);
    can.say(about("video_call_joined", call));
    can.error("full");
    assertThat(
            catchThrowableOfType(Refusal.class, () -> node.calls.join(node.who("can"), id)).code())
        .isEqualTo(ErrorCode.FULL);
  }

  private long present(CallId call) {
    return node.calls.status(node.who("ayse"), call).participants().stream()
        .filter(CallSnapshot.Person::present)
        .count();
  }

  @Test
  void anApplicantWhoIsNotHereIsMissedAtOnce() {
    Caller ayse = node.hello("ayse");
    ayse.say(RING);
    JsonNode error = ayse.error("offline");
    assertThat(error.path("key").asText()).isEqualTo("k1");
    assertThat(error.at("/call/state").asText()).isEqualTo("MISSED");
    assertThat(error.at("/call/outcome").asText()).isEqualTo("offline");
    Caller mert = node.hello("mert");
    mert.next("presence");
    mert.silent();
  }

  @Test
  void whoComesBackFindsTheRingAndTheCall() {
    Caller ayse = node.hello("ayse");
    Caller mert = node.hello("mert");
    ayse.say(RING);
    mert.await("video_call_incoming");
    mert.close();
    Caller again = node.connect();
    again.say("{\"type\":\"hello\",\"token\":\"mert\"}");
    JsonNode welcome = again.next("welcome");
    assertThat(welcome.at("/live_calls/0/state").asText()).isEqualTo("RINGING");
    again.say(about("video_call_accept", welcome.at("/live_calls/0/call_id").asText()));
    again.await("video_call_ready");
  }

  @Test
  void presenceIsToldToTheOtherSide() {
    Caller mert = node.hello("mert");
    mert.silent();
    Caller ayse = node.connect();
    ayse.say("{\"type\":\"hello\",\"token\":\"ayse\"}");
    assertThat(ayse.next("welcome").at("/online/0").asText()).isEqualTo("mert");
    JsonNode came = mert.next("presence");
    assertThat(came.path("user_id").asText()).isEqualTo("ayse");
    assertThat(came.path("room_id").asText()).isEqualTo("applicant_mert");
    assertThat(came.path("online").asBoolean()).isTrue();
    ayse.close();
    assertThat(mert.next("presence").path("online").asBoolean()).isFalse();
    Caller burak = node.hello("burak");
    mert.next("presence");
    mert.close();
    JsonNode gone = burak.await("presence");
    assertThat(gone.path("user_id").asText()).isEqualTo("mert");
    assertThat(gone.path("devices").asInt()).isZero();
    Caller back = node.hello("mert");
    assertThat(back.next("presence").path("user_id").asText()).isEqualTo("burak");
  }

  @Test
  void aSessionThatIsOverLosesItsSockets() {
    Caller ayse = node.hello("ayse");
    Caller mert = node.hello("mert");
    node.registry.closeSession("session-ayse");
    ayse.error("unauthenticated");
    assertThat(ayse.closeCode()).isEqualTo(1008);
    node.registry.closeUser(new UserId("mert"));
    assertThat(mert.closeCode()).isEqualTo(1008);
    Wait.until("gone", () -> !node.registry.isOnline(new UserId("mert")));
  }

  @Test
  void aStopSaysThatItComesBack() {
    Caller ayse = node.hello("ayse");
    Caller mert = node.hello("mert");
    for (int i = 0; i < 50; i++) {
      ayse.say(
          "{\"type\":\"chat_send\",\"room_id\":\"applicant_mert\",\"key\":\"k%d\",\"body\":\"x\"}"
              .formatted(i));
    }
    ayse.await("chat_ack");
    node.endpoint.close();
    assertThat(ayse.closeCode()).isEqualTo(1012);
    assertThat(mert.closeCode()).isEqualTo(1012);
  }
}
