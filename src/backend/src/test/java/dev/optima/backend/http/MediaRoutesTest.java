package dev.optima.backend.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.Role;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// What media servers call, over HTTP, with the bodies that JaaS documents and that prosody's
/// modules send.
class MediaRoutesTest {
  private static final String JAAS = "/api/hooks/jaas";
  private static final String JITSI = "/api/hooks/jitsi/";
  private static final String WEBHOOK_SECRET = "webhook-canary";
  private static final String EVENTS_SECRET = "events-canary";
  private static final String APP = "vpaas-magic-cookie-1";

  @TempDir private static Path directory;
  private static Backend backend;
  private static String recruiter = "";
  private static String applicant = "";
  private static String applicantId = "";

  @BeforeAll
  static void start() throws Exception {
    backend =
        new Backend(
            directory,
            Map.of(
                "OPTIMA_JAAS_APP_ID",
                APP,
                "OPTIMA_JAAS_KEY_ID",
                "key1",
                "OPTIMA_JAAS_PRIVATE_KEY",
                privateKey(),
                "OPTIMA_JAAS_WEBHOOK_SECRET",
                WEBHOOK_SECRET,
                "OPTIMA_JITSI_EVENTS_SECRET",
                EVENTS_SECRET,
                "OPTIMA_JITSI_EVENTS_ADDRESSES",
                "10.1.0.0/16, 127.0.0.1",
                "OPTIMA_TRUSTED_PROXIES",
                "127.0.0.1",
                "OPTIMA_JITSI_RESERVATION_MINUTES",
                "90"));
    backend.account("rec@x.org", Role.RECRUITER);
    recruiter = backend.signIn("rec@x.org");
    applicantId = backend.applicant(recruiter, "Own");
    applicant = backend.redeem(backend.invite(recruiter, applicantId));
  }

  private static String privateKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
        + "\n-----END PRIVATE KEY-----";
  }

  @AfterAll
  static void stop() {
    backend.close();
  }

  private static String seal(String secret, String time, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    String seal =
        Base64.getEncoder().encodeToString(mac.doFinal((time + "." + body).getBytes(UTF_8)));
    return "t=" + time + ",v1=" + seal;
  }

  private static HttpResponse<String> webhook(String signature, String body) throws Exception {
    return backend.send(
        backend
            .request(JAAS, "")
            .header("Content-Type", "application/json")
            .header("X-Jaas-Signature", signature)
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> signed(String body) throws Exception {
    return webhook(seal(WEBHOOK_SECRET, "" + System.currentTimeMillis(), body), body);
  }

  private static String participant(String type, String key, String room, String user, Instant at) {
    return """
    {"idempotencyKey": "%s", "customerId": "1", "appId": "%s", "eventType": "%s",
     "sessionId": "s-1", "timestamp": %d, "fqn": "%s/%s",
     "data": {"moderator": "false", "name": "Ümit \\u0000", "email": "", "id": "%s",
      "participantJid": "x@8x8.vc", "participantId": "p-%s", "isBreakout": false}}
    """
        .formatted(key, APP, type, at.toEpochMilli(), APP, room, user, user);
  }

  private static HttpRequest.Builder jitsi(String path, String secret) {
    return backend.request(JITSI + path, secret);
  }

  private static HttpResponse<String> event(String path, String body) throws Exception {
    return backend.send(
        jitsi("events/" + path, EVENTS_SECRET)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  /// As `mod_reservations` asks.
  private static HttpResponse<String> reservation(String room) throws Exception {
    return backend
        .client()
        .send(
            jitsi("conference", EVENTS_SECRET)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "start_time=2026-11-23T05%3A20%3A30.000Z&name="
                            + room
                            + "&mail_owner=a%2Bb%40guest.meet"))
                .build(),
            BodyHandlers.ofString());
  }

  private static String roomOf(String callId) {
    return backend
        .database()
        .read(
            tx ->
                tx.first("SELECT media_room FROM calls WHERE id = ?", row -> row.text(1), callId)
                    .orElseThrow());
  }

  /// A call that was placed a minute ago and is being connected.
  private static String connecting(String key, String provider) throws Exception {
    String room = "applicant_" + applicantId;
    backend.database().<Integer>write(tx -> tx.update("DELETE FROM calls"));
    HttpResponse<String> missed =
        backend.post(
            "/api/video-calls/initiate",
            recruiter,
            "{\"room_id\":\"" + room + "\",\"key\":\"" + key + "\"}");
    String call = Backend.field(missed, "call_id");
    long now = Instant.now().toEpochMilli();
    backend
        .database()
        .<Integer>write(
            tx ->
                tx.update(
                    "UPDATE calls SET state = 'CONNECTING', provider = ?, ended_at = NULL, outcome = NULL,"
                        + " deadline = ? WHERE id = ?",
                    provider,
                    now + 600_000,
                    call));
    return call;
  }

  private static JsonNode status(String call) throws Exception {
    return Json.MAPPER.readTree(
        backend.get("/api/video-calls/" + call + "/status", recruiter).body());
  }

  @Test
  void jaasBringsPeopleIntoTheCall() throws Exception {
    String call = connecting("jaas", "jaas");
    String room = roomOf(call);
    String caller = status(call).path("caller_id").asText();
    String first = participant("PARTICIPANT_JOINED", "j1", room, caller, Instant.now());
    assertThat(signed(first).statusCode()).isEqualTo(204);
    assertThat(signed(first).statusCode()).as("again").isEqualTo(204);
    assertThat(status(call).path("state").asText()).isEqualTo("CONNECTING");
    String second = participant("PARTICIPANT_JOINED", "j2", room, applicantId, Instant.now());
    assertThat(signed(second).statusCode()).isEqualTo(204);
    assertThat(status(call).path("state").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void whatIsWellSignedIsTakenWhateverItIs() throws Exception {
    String room = roomOf(connecting("odd", "jaas"));
    for (String body :
        List.of(
            "",
            "no json",
            "[]",
            "{}",
            "{\"eventType\":7,\"fqn\":{},\"timestamp\":\"x\"}",
            participant("SPEAKER_STATS", "o1", room, "x", Instant.now()),
            participant("PARTICIPANT_JOINED", "o2", "another-room", "x", Instant.now()),
            participant("PARTICIPANT_JOINED", "o3", room, "x", Instant.EPOCH.minusSeconds(5)),
            participant("PARTICIPANT_JOINED", "o4", room, "x\\u0000", Instant.now()),
            participant("ROLE_CHANGED", "o5", room, "x", Instant.now()),
            participant("PARTICIPANT_JOINED_LOBBY", "o6", room, "x", Instant.now()),
            participant("PARTICIPANT_JOINED", "o7", room, "x", Instant.now())
                .replace(APP + "/", "vpaas-magic-cookie-2/"))) {
      assertThat(signed(body).statusCode()).as(body).isEqualTo(204);
    }
    assertThat(kept(room))
        .containsExactlyInAnyOrder(
            "PARTICIPANT_JOINED", "ROLE_CHANGED", "PARTICIPANT_JOINED_LOBBY");
  }

  private static List<String> kept(String room) {
    return backend
        .database()
        .read(
            tx ->
                tx.list(
                    "SELECT e.type FROM media_events e JOIN calls c ON c.id = e.call_id"
                        + " WHERE c.media_room = ?",
                    row -> row.text(1),
                    room));
  }

  @Test
  void whatIsNotSignedIsRefusedAndASessionDoesNotHelp() throws Exception {
    String body = participant("ROOM_CREATED", "k", "r", "x", Instant.now());
    String now = "" + System.currentTimeMillis();
    String old = "" + Instant.now().minusSeconds(400).getEpochSecond();
    assertThat(webhook(seal("other", now, body), body).statusCode()).isEqualTo(401);
    assertThat(webhook(seal(WEBHOOK_SECRET, now, body), body + " ").statusCode()).isEqualTo(401);
    assertThat(webhook(seal(WEBHOOK_SECRET, old, body), body).statusCode()).isEqualTo(401);
    assertThat(webhook("nonsense", body).statusCode()).isEqualTo(401);
    for (String session : List.of("", recruiter, applicant, EVENTS_SECRET)) {
      assertThat(backend.post(JAAS, session, body).statusCode()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST events/room/created",
        "POST conference",
        "GET conference/x",
        "DELETE conference/x"
      })
  void withoutTheSecretJitsiGetsNothing(String operation) throws Exception {
    String[] parts = operation.split(" ");
    for (String secret : List.of("", "wrong", recruiter, applicant, EVENTS_SECRET + "x")) {
      assertThat(backend.send(parts[0], JITSI + parts[1], secret, "").statusCode()).isEqualTo(401);
    }
    HttpRequest.Builder basic =
        backend.request(JITSI + parts[1], "").header("Authorization", "Basic " + EVENTS_SECRET);
    assertThat(backend.send(basic.method(parts[0], BodyPublishers.noBody())).statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"10.1.2.3, 204", "10.2.0.1, 404", "fd00::1, 404", "nowhere, 404"})
  void onlyKnownAddressesMayCall(String address, int status) throws Exception {
    HttpRequest.Builder request =
        jitsi("conference/x", EVENTS_SECRET).header("X-Forwarded-For", address).DELETE();
    assertThat(backend.send(request).statusCode()).isEqualTo(status);
  }

  @Test
  void eventSyncTellsWhoComesAndGoes() throws Exception {
    String call = connecting("sync", "jitsi");
    String room = roomOf(call);
    String caller = status(call).path("caller_id").asText();
    long now = Instant.now().getEpochSecond();
    String head =
        "\"room_name\":\"%s\",\"room_jid\":\"%s@conference.meet\",\"is_breakout\":false"
            .formatted(room, room);
    String created =
        "{\"event_name\":\"muc-room-created\",\"created_at\":%d,%s}".formatted(now, head);
    assertThat(event("room/created", created).statusCode()).isEqualTo(204);
    for (String who : List.of(caller, applicantId)) {
      String joined =
          """
          {"event_name":"muc-occupant-joined","active_occupants_count":1,"occupant":
           {"occupant_jid":"%s@guest.meet/x","joined_at":%d,"id":"%s","name":"N"},%s}"""
              .formatted(who, now, who, head);
      assertThat(event("occupant/joined", joined).statusCode()).isEqualTo(204);
      assertThat(event("occupant/joined", joined).statusCode()).isEqualTo(204);
    }
    assertThat(status(call).path("state").asText()).isEqualTo("ACTIVE");
    String left =
        """
        {"event_name":"muc-occupant-left","active_occupants_count":0,"occupant":
         {"occupant_jid":"%s@guest.meet/x","joined_at":%d,"left_at":%d,"id":"%s"},%s}"""
            .formatted(applicantId, now, now, applicantId, head);
    assertThat(event("occupant/left", left).statusCode()).isEqualTo(204);
    String destroyed =
        """
        {"event_name":"muc-room-destroyed","created_at":%d,"destroyed_at":%d,%s,
         "all_occupants":[
          {"occupant_jid":"%s@guest.meet/x","joined_at":%d,"left_at":%d,"id":"%s"},
          {"occupant_jid":"%s@guest.meet/x","joined_at":%d,"id":"%s"}]}"""
            .formatted(now, now, head, applicantId, now, now, applicantId, caller, now, caller);
    assertThat(event("room/destroyed", destroyed).statusCode()).isEqualTo(204);
    assertThat(kept(room)).hasSize(5);
    assertThat(lost(call)).as("both").isEqualTo(2);
  }

  private static long lost(String call) {
    return backend
        .database()
        .read(
            tx ->
                tx.first(
                        "SELECT count(*) FROM call_participants WHERE call_id = ?"
                            + " AND lost_at IS NOT NULL",
                        row -> row.number(1),
                        call)
                    .orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "room/created | {} | 400",
        "room/created | nonsense | 400",
        "room/created | {\"room_name\":\"r\"} | 400",
        "occupant/joined | {\"room_name\":\"r\",\"occupant\":{\"joined_at\":1}} | 400",
        "room/joined | {\"room_name\":\"r\",\"occupant\":{\"left_at\":1795424400}} | 404",
        "occupant/left | {\"room_name\":\"r\",\"active_occupants_count\":0} | 204",
        "room/vanished | {} | 404",
        "occupant/left | {\"room_name\":\"r\",\"occupant\":{\"occupant_jid\":\"o\",\"left_at\":1795424400}} | 204",
      })
  void whatIsNoEventIsMalformed(String path, String body, int status) throws Exception {
    assertThat(event(path, body).statusCode()).isEqualTo(status);
  }

  @Test
  void onlyTheRoomOfALiveCallIsOpened() throws Exception {
    String call = connecting("room", "jitsi");
    String room = roomOf(call);
    HttpResponse<String> answer = reservation(room);
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode told = Json.MAPPER.readTree(answer.body());
    assertThat(told.path("name").asText()).isEqualTo(room);
    assertThat(told.path("mail_owner").asText()).isEqualTo("a+b@guest.meet");
    assertThat(told.path("start_time").asText()).isEqualTo("2026-11-23T05:20:30Z");
    assertThat(told.path("duration").asLong()).isEqualTo(90 * 60);
    assertThat(told.path("lobby").asBoolean(true)).isFalse();
    assertThat(told.path("max_occupants").asInt()).isEqualTo(10);
    String id = told.path("id").asText();
    assertThat(backend.send(jitsi("conference/" + id, EVENTS_SECRET).GET()).statusCode())
        .isEqualTo(200);
    assertThat(backend.send(jitsi("conference/" + id, EVENTS_SECRET).DELETE()).statusCode())
        .isEqualTo(204);

    refused(reservation("somebodys-party"));
    refused(reservation(""));
    for (String state : List.of("RINGING", "ENDED")) {
      backend
          .database()
          .<Integer>write(tx -> tx.update("UPDATE calls SET state = ? WHERE id = ?", state, call));
      refused(reservation(room));
    }
  }

  private static void refused(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Json.MAPPER.readTree(answer.body()).path("message").asText()).isNotEmpty();
  }

  @Test
  void theRoomOfAMeetingIsOpenedWhileItMayBeJoined() throws Exception {
    String other = backend.applicant(recruiter, "Other");
    String meeting = meeting(other, Instant.now().plus(3, ChronoUnit.HOURS));
    String room = mediaRoom(meeting);
    refused(reservation(room));
    backend
        .database()
        .<Integer>write(
            tx ->
                tx.update(
                    "UPDATE meetings SET scheduled_at = ? WHERE id = ?",
                    Instant.now().plusSeconds(600),
                    meeting));
    HttpResponse<String> answer = reservation(room);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Json.MAPPER.readTree(answer.body()).path("lobby").asBoolean()).isTrue();
    backend
        .database()
        .<Integer>write(
            tx -> tx.update("UPDATE meetings SET status = 'CANCELLED' WHERE id = ?", meeting));
    refused(reservation(room));
  }

  private static String meeting(String who, Instant at) throws Exception {
    HttpResponse<String> planned =
        backend.post(
            "/api/meetings/schedule",
            recruiter,
            """
            {"key":"m","applicant_id":"%s","scheduled_time":"%s","duration_minutes":30,
             "title":"First","time_zone":"Europe/Istanbul","waiting_room":true}"""
                .formatted(who, at));
    return Backend.field(planned, "meeting_id");
  }

  private static String mediaRoom(String meeting) {
    return backend
        .database()
        .read(
            tx ->
                tx.first(
                        "SELECT media_room FROM meetings WHERE id = ?", row -> row.text(1), meeting)
                    .orElseThrow());
  }

  @Test
  void noSecretIsLogged() throws Exception {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Logger ours = context.getLogger("dev.optima");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    context.getLogger("ROOT").addAppender(log);
    ours.setLevel(Level.DEBUG);
    try {
      signed(participant("ROOM_CREATED", "k", "r", "person-canary", Instant.now()));
      webhook(seal("other-canary", "1795424400", "{}"), "{}");
      event("room/created", "{\"room_name\":\"r\",\"created_at\":1795424400}");
      backend.send("DELETE", JITSI + "conference/x", "wrong-canary", "");
    } finally {
      ours.setLevel(Level.WARN);
      context.getLogger("ROOT").detachAppender(log);
    }
    String all =
        log.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
    assertThat(all)
        .contains("POST /api/hooks/jaas 204")
        .contains("A webhook was refused")
        .contains("its secret is not jitsi.events-secret")
        .doesNotContain("canary");
  }
}
