package dev.optima.backend.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Secrets;
import dev.optima.backend.account.SessionService;
import dev.optima.backend.bus.LocalBus;
import dev.optima.backend.bus.Parcel;
import dev.optima.backend.bus.Presence;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.push.ScriptedPushService.Pushed;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.signaling.Wait;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.ManualClock;
import dev.optima.backend.world.World;
import dev.optima.protocol.call.CallMachine;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.call.CallTimers;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Web Push on both databases, towards a scripted push service.
class PushTest {
  private static final UserId JOHN = new UserId("john");
  private static final RoomId ROOM = RoomId.of(JOHN);

  @TempDir private Path directory;
  private final ManualClock clock = new ManualClock();
  private final ScriptedPushService service;
  private final Set<UserId> here = ConcurrentHashMap.newKeySet();
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  PushTest() throws IOException {
    service = new ScriptedPushService();
  }

  @AfterEach
  void end() {
    service.close();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aRingReachesAClosedPage(Engine engine) throws Exception {
    try (Bench bench = new Bench(engine)) {
      Browser phone = bench.subscribe("phone");
      bench.ring("call-1");

      Pushed push = service.next();
      JsonNode told = Json.MAPPER.readTree(phone.read(push.body()));
      assertThat(told.path("type").asText()).isEqualTo("ring");
      assertThat(told.path("call_id").asText()).isEqualTo("call-1");
      assertThat(told.path("room_id").asText()).isEqualTo("applicant_john");
      assertThat(told.path("caller_name").asText()).isEqualTo("Elif");
      assertThat(told.path("expires_at").asText()).isEqualTo("2026-11-22T09:00:45Z");
      assertThat(push.headers())
          .containsEntry("TTL", "45")
          .containsEntry("Urgency", "high")
          .containsEntry("Topic", "call-1")
          .containsEntry("Content-Encoding", "aes128gcm");
      verify(push, bench.keys);

      bench.feed.publish(
          Subject.user(JOHN),
          Parcel.Event.main(new ServerMessage.VideoCallAnsweredElsewhere(new CallId("call-1"))));
      Pushed over = service.next();
      assertThat(phone.read(over.body()))
          .isEqualTo(
              "{\"type\":\"ring_over\",\"call_id\":\"call-1\",\"outcome\":\"answered\","
                  + "\"at\":\"2026-11-22T09:00:00Z\"}");
      assertThat(over.headers()).containsEntry("Topic", "call-1");
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aRingThatIsOverSaysWhatBecameOfIt(Engine engine) throws Exception {
    try (Bench bench = new Bench(engine)) {
      Browser phone = bench.subscribe("phone");
      bench.end("call-1", CallState.MISSED, CallOutcome.NO_ANSWER);
      bench.end("call-2", CallState.CANCELLED, CallOutcome.CANCELLED);
      bench.end("call-3", CallState.REJECTED, CallOutcome.REJECTED);
      bench.end("call-4", CallState.ENDED, CallOutcome.COMPLETED);
      bench.end("call-5", CallState.MISSED, CallOutcome.OFFLINE);

      for (String outcome : List.of("missed", "cancelled", "declined")) {
        Pushed push = service.next();
        JsonNode told = Json.MAPPER.readTree(phone.read(push.body()));
        assertThat(told.path("outcome").asText()).isEqualTo(outcome);
        assertThat(told.path("caller_name").asText()).isEqualTo("Elif");
        assertThat(push.headers())
            .containsEntry("TTL", outcome.equals("declined") ? "120" : "86400");
      }
      assertThat(service.next(200)).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aMessageThatReachedNobodyKeepsNoOtherQuiet(Engine engine) throws Exception {
    service.answer(push -> 503);
    try (Bench bench = new Bench(engine)) {
      Browser phone = bench.subscribe("phone");
      bench.say("rec", 1, "lost", null);
      for (int i = 0; i < 3; i++) {
        service.next();
      }
      service.answer(push -> 201);
      Pushed push = null;
      for (int i = 0; i < 50 && push == null; i++) { // the last refusal is on its way back
        bench.say("rec", 2, "again", null);
        push = service.next(200);
      }
      assertThat(phone.read(Objects.requireNonNull(push).body())).contains("again");
      assertThat(clock.instant()).isEqualTo(new ManualClock().instant());
    }
  }

  @Test
  void aDeviceThatCannotBeReachedKeepsNoOtherRinging() throws Exception {
    var end = new CountDownLatch(1);
    service.answer(
        push -> {
          if (push.path().endsWith("dead")) {
            await(end);
          }
          return 201;
        });
    try (Bench bench = new Bench(Engine.SQLITE)) {
      Browser phone = bench.subscribe("phone");
      bench.subscribe("dead");
      bench.ring("call-1");
      bench.feed.publish(
          Subject.user(JOHN),
          Parcel.Event.main(new ServerMessage.VideoCallAnsweredElsewhere(new CallId("call-1"))));
      List<String> told = new ArrayList<>();
      while (told.size() < 2) {
        Pushed push = service.next();
        if (push.path().endsWith("phone")) {
          told.add(Json.MAPPER.readTree(phone.read(push.body())).path("type").asText());
        }
      }
      assertThat(told).containsExactly("ring", "ring_over");
    } finally {
      end.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aMessageKnocksOnceWhileNobodyIsHere(Engine engine) throws Exception {
    try (Bench bench = new Bench(engine)) {
      Browser phone = bench.subscribe("phone");
      bench.say("rec", 1, "é".repeat(200), null);
      JsonNode told = Json.MAPPER.readTree(phone.read(service.next().body()));
      assertThat(told.path("type").asText()).isEqualTo("message");
      assertThat(told.path("sender_name").asText()).isEqualTo("Elif");
      assertThat(told.path("body").asText()).isEqualTo("é".repeat(119) + "…");
      assertThat(told.path("seq").asLong()).isEqualTo(1);

      bench.say("rec", 2, "and", null);
      bench.say("john", 3, "own", null);
      clock.advance(PushFeed.QUIET);
      here.add(JOHN);
      bench.say("rec", 4, "seen live", null);
      here.clear();
      bench.say("rec", 1, "edited", 7L);
      bench.say("rec", 5, "again", null);

      Pushed next = service.next();
      assertThat(phone.read(next.body())).contains("again");
      assertThat(next.headers()).containsEntry("Urgency", "normal").containsEntry("TTL", "86400");
      assertThat(service.next(200)).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aSubscriptionThatIsOverIsForgotten(Engine engine) throws Exception {
    service.answer(push -> push.path().endsWith("old") ? 410 : 201);
    try (Bench bench = new Bench(engine)) {
      bench.subscribe("old");
      bench.subscribe("new");
      bench.ring("call-1");
      service.next();
      service.next();
      Wait.until("the old one is forgotten", () -> bench.count() == 1);
      bench.ring("call-2");

      assertThat(service.next().path()).isEqualTo("/push/new");
      assertThat(service.next(200)).isNull();
      assertThat(bench.count()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aPushServiceInTroubleIsAskedAgainBriefly(Engine engine) throws Exception {
    service.answer(push -> 503);
    try (Bench bench = new Bench(engine)) {
      bench.subscribe("phone");
      bench.ring("call-1");
      for (int i = 0; i < 3; i++) {
        service.next();
      }
      assertThat(service.next(200)).isNull();
      assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(3));
      assertThat(bench.count()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void noRedirectIsFollowed(Engine engine) throws Exception {
    service.answer(push -> 307);
    try (Bench bench = new Bench(engine)) {
      bench.subscribe("phone");
      bench.ring("call-1");
      assertThat(service.next().path()).isEqualTo("/push/phone");
      assertThat(service.next(300)).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aSlowPushServiceDelaysNobody(Engine engine) throws Exception {
    var held = new CountDownLatch(1);
    service.answer(
        push -> {
          try {
            held.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return 201;
        });
    try (Bench bench = new Bench(engine)) {
      bench.subscribe("phone");
      long begin = System.nanoTime();
      for (int i = 0; i < 2_000; i++) {
        bench.ring("call-" + i);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
      held.countDown();
      assertThat(service.next()).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void onlyKnownPushServicesAreCalled(Engine engine) throws Exception {
    try (Bench bench = new Bench(engine)) {
      for (String endpoint :
          List.of(
              "http://fcm.googleapis.com/x",
              "https://fcm.googleapis.com:8443/x",
              "https://fcm.googleapis.com.evil.example/x",
              "https://evil.example/fcm.googleapis.com",
              "https://user@fcm.googleapis.com/x",
              "https://127.0.0.1/x",
              "https://notpush.services.mozilla.com/x",
              "http://127.0.0.1:1/x",
              "http://169.254.169.254/latest",
              "file:///etc/passwd",
              "https://fcm.googleapis.com/" + "x".repeat(1_100))) {
        assertThat(bench.refused(endpoint)).as(endpoint).isEqualTo(ErrorCode.INVALID);
      }
      bench.subscribe(new Browser("https://updates.push.services.mozilla.com/wpush/v2/x"));
      bench.subscribe(new Browser("https://FCM.googleapis.com/fcm/send/x"));
      assertThat(bench.count()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aPersonHasTenAtMostAndSigningOutEndsThem(Engine engine) throws Exception {
    try (Bench bench = new Bench(engine)) {
      for (int i = 0; i < 12; i++) {
        clock.advance(Duration.ofSeconds(1));
        bench.subscribe("browser-" + i);
      }
      assertThat(bench.count()).isEqualTo(PushService.MOST);
      bench.service.unsubscribe(bench.john, service.origin() + "/push/browser-0");
      assertThat(bench.count()).isEqualTo(PushService.MOST);
      bench.service.unsubscribe(bench.john, service.origin() + "/push/browser-11");
      assertThat(bench.count()).isEqualTo(PushService.MOST - 1);

      bench.sessions.end(bench.john);
      assertThat(bench.count()).isZero();
      Optional<Long> rows =
          bench.database.read(
              tx -> tx.first("SELECT COUNT(*) FROM push_subscriptions", r -> r.number(1)));
      assertThat(rows).contains(0L);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void allNodesHaveTheSameKey(Engine engine) throws Exception {
    try (Bench bench = new Bench(engine)) {
      VapidKeys other = VapidKeys.of(bench.database, clock.instant());
      assertThat(other.publicKey()).isEqualTo(bench.keys.publicKey()).hasSize(87);
    }
  }

  private static void verify(Pushed push, VapidKeys keys) throws Exception {
    String header = Objects.requireNonNull(push.headers().get("Authorization"));
    assertThat(header).startsWith("vapid t=").endsWith(", k=" + keys.publicKey());
    String[] token = header.substring("vapid t=".length(), header.indexOf(',')).split("\\.", 3);
    JsonNode claims = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token[1]));
    assertThat(claims.path("aud").asText()).startsWith("http://127.0.0.1:");
    assertThat(claims.path("sub").asText()).isEqualTo("mailto:it@acme.example");
    assertThat(claims.path("exp").asLong())
        .isEqualTo(new ManualClock().instant().plus(Duration.ofHours(12)).getEpochSecond());
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(P256.publicKey(Base64.getUrlDecoder().decode(keys.publicKey())));
    signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
  }

  /// One node with John, who has a session.
  private final class Bench implements AutoCloseable {
    final Database database;
    final SessionService sessions;
    final Identity john;
    final VapidKeys keys;
    final PushService service;
    final PushSender sender;
    final PushFeed feed;

    Bench(Engine engine) {
      database = engine.open(directory);
      World.addApplicant(database, "john", clock);
      sessions =
          new SessionService(database, new Secrets(), clock, Duration.ofDays(1), session -> {});
      String token = database.write(tx -> sessions.open(tx, JOHN, Role.APPLICANT));
      john = sessions.authenticate(token).orElseThrow();
      keys = VapidKeys.of(database, clock.instant());
      PushEndpoints endpoints =
          new PushEndpoints(
              List.of(
                  "fcm.googleapis.com",
                  "*.push.services.mozilla.com",
                  PushTest.this.service.origin()));
      service = new PushService(database, keys, endpoints, clock);
      sender =
          new PushSender(
              database,
              new PushPost(keys, endpoints, Optional.of("mailto:it@acme.example")),
              clock,
              pauses::add);
      feed = new PushFeed(new LocalBus(), new Here(), sender, clock);
    }

    Browser subscribe(String name) {
      Browser browser = PushTest.this.service.browser(name);
      subscribe(browser);
      return browser;
    }

    void subscribe(Browser browser) {
      service.subscribe(john, browser.subscription());
    }

    ErrorCode refused(String endpoint) {
      return catchThrowableOfType(Refusal.class, () -> subscribe(new Browser(endpoint))).code();
    }

    int count() {
      return database.read(tx -> new PushSubscriptionStore().count(tx, JOHN, clock.instant()));
    }

    void ring(String call) {
      feed.publish(
          Subject.user(JOHN),
          Parcel.Event.main(
              new ServerMessage.VideoCallIncoming(
                  new CallId(call),
                  "Elif",
                  null,
                  ROOM,
                  null,
                  clock.instant().plusSeconds(45),
                  snapshot(call))));
    }

    void end(String call, CallState state, CallOutcome outcome) {
      CallSnapshot rang = snapshot(call);
      var over =
          new CallSnapshot(
              rang.callId(),
              rang.roomId(),
              rang.callerId(),
              rang.callerName(),
              rang.applicantId(),
              rang.applicantName(),
              null,
              state,
              2,
              rang.createdAt(),
              null,
              null,
              null,
              clock.instant(),
              0,
              outcome,
              null,
              rang.participants());
      Parcel told = Parcel.Event.call(new CallId(call), new ServerMessage.VideoCallEnded(over));
      feed.publish(Subject.user(over.callerId()), told);
      feed.publish(Subject.user(JOHN), told);
    }

    private CallSnapshot snapshot(String call) {
      var rung =
          new CallMachine(CallTimers.DEFAULT)
              .request(
                  new CallId(call),
                  ROOM,
                  Participant.expected(new UserId("rec"), "Elif", Side.RECRUITER),
                  Participant.expected(JOHN, "John", Side.APPLICANT),
                  null,
                  true,
                  clock.instant());
      return CallSnapshot.of(rung.session(), clock.instant());
    }

    void say(String sender, long seq, String body, @Nullable Long change) {
      ChatEntry entry =
          new ChatEntry(
              ROOM,
              new MessageId("m" + seq),
              seq,
              new UserId(sender),
              "Elif",
              ChatEntry.Kind.TEXT,
              body,
              clock.instant(),
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              change);
      Parcel told = Parcel.Event.main(new ServerMessage.ChatMessage(entry));
      feed.publish(Subject.user(JOHN), told);
      feed.publish(Subject.TEAM, told);
    }

    @Override
    public void close() {
      sender.close();
      database.close();
    }
  }

  private final class Here implements Presence {
    @Override
    public int devices(UserId user) {
      return here.contains(user) ? 1 : 0;
    }

    @Override
    public Set<UserId> applicants() {
      return here;
    }
  }
}
