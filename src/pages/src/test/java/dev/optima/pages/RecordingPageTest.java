package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.message.CallRecording.State;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.ConsentWording;
import dev.optima.scripted.Failures;
import dev.optima.scripted.Frame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The question whether a call may be recorded, and that nothing is recorded without a yes.
class RecordingPageTest {
  @RegisterExtension static final HostedCall hosted = new HostedCall();

  private static final Instant AT = Instant.parse("2026-11-23T09:00:00Z");
  private static final String PATH = "/api/video-calls/c1/recording";

  private final List<JsonNode> answers = new ArrayList<>();
  private final List<JsonNode> news = new ArrayList<>();
  private volatile CallRecording present = CallRecording.NONE;

  @BeforeEach
  void fresh() {
    present = CallRecording.NONE;
  }

  private CallRecording now(State state) {
    present =
        new CallRecording(
            state,
            state == State.OFF ? null : "Elif Kaya",
            AT,
            "1",
            null,
            state == State.RECORDING ? AT : null,
            List.of(),
            present.version() + 1);
    return present;
  }

  private static JsonNode body(Asked asked) {
    try {
      return Json.read(Objects.requireNonNull(asked.postData()), JsonNode.class);
    } catch (JsonRefusal e) {
      throw new AssertionError(e);
    }
  }

  private static ScriptedBackend.Answer ok(Object body) {
    return new ScriptedBackend.Answer(200, body);
  }

  private HostedSide listening(HostedSide side) {
    var rest = side.backend.rest;
    rest.put("GET " + PATH, asked -> ok(present));
    rest.put("GET " + PATH + "/text", asked -> ok(wording(asked.url())));
    rest.put("POST " + PATH + "/ask", asked -> ok(now(State.ASKED)));
    rest.put(
        "POST " + PATH + "/consent",
        asked -> {
          JsonNode answer = body(asked);
          answers.add(answer);
          boolean had = present.state() == State.AGREED || present.state() == State.RECORDING;
          State no = had ? State.WITHDRAWN : State.REFUSED;
          return ok(now(answer.path("given").asBoolean() ? State.AGREED : no));
        });
    rest.put(
        "POST " + PATH + "/news",
        asked -> {
          JsonNode said = body(asked);
          news.add(said);
          boolean on = said.path("on").asBoolean();
          if (on && present.state() == State.AGREED) {
            now(State.RECORDING);
          } else if (!on && present.state() == State.RECORDING) {
            now(State.AGREED);
          }
          return ok(present);
        });
    return side;
  }

  private static ConsentWording wording(String url) {
    boolean turkish = url.endsWith("tr");
    return new ConsentWording(
        "1",
        turkish ? "tr" : "en",
        turkish ? "Bu görüşme kaydedilebilir mi?" : "May this interview be recorded?",
        List.of("Who and what.", "Why.", "How long.", "No disadvantage.", "How to take it back."));
  }

  private static void say(HostedSide side, CallRecording recording) {
    side.backend.say(new ServerMessage.VideoCallRecording(Side.CALL, recording));
  }

  private HostedSide johnJoins() {
    HostedSide john = listening(hosted.john());
    john.join(hosted.call);
    hosted.active();
    return john;
  }

  private HostedSide elifJoins() {
    hosted.jitsi.attend(JitsiTickets.ROOM, "John Doe");
    HostedSide elif = listening(hosted.elif().inConsole());
    elif.join(hosted.call);
    hosted.active();
    elif.says("m.type === 'offers' && m.record && m.transcribe");
    return elif;
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void records(Frame frame, boolean on) {
    frame.say("recording-status-changed", node().put("on", on).put("mode", "file"));
  }

  private static long commands(Frame frame, String name) {
    return frame.commands().stream().filter(one -> one.name().equals(name)).count();
  }

  @Test
  void theApplicantIsAskedOverTheCallAgreesAndTakesItBack() {
    HostedSide john = johnJoins();
    assertThat(john.by("consent")).isHidden();
    assertThat(john.by("rec-sign")).isHidden();

    say(john, now(State.ASKED));
    assertThat(john.by("consent")).isVisible();
    assertThat(john.by("consent")).containsText("May this interview be recorded?");
    assertThat(john.by("consent-asker")).hasText("Elif Kaya asks you:");
    assertThat(john.by("mute")).isVisible();
    john.by("mute").click();

    john.by("consent-yes").click();
    assertThat(john.by("consent")).isHidden();
    assertThat(answers.getLast())
        .isEqualTo(node().put("given", true).put("text_version", "1").put("language", "en"));
    assertThat(john.by("rec-words")).hasText("You agreed to be recorded");

    say(john, now(State.RECORDING));
    assertThat(john.by("rec-words")).hasText("Recording");
    assertThat(john.by("rec-stop")).hasText("Stop recording");
    john.by("rec-stop").click();
    assertThat(john.by("rec-sign")).isHidden();
    assertThat(answers.getLast().path("given").asBoolean(true)).isFalse();
    assertThat(john.body("[data-recording=withdrawn]")).isVisible();
  }

  @Test
  void theApplicantsPageTellsAndStopsNothing() {
    HostedSide john = johnJoins();
    say(john, now(State.AGREED));
    records(john.frame(), true);
    say(john, now(State.RECORDING));
    assertThat(john.by("rec-words")).hasText("Recording");
    john.by("rec-stop").click();
    assertThat(john.body("[data-recording=withdrawn]")).isVisible();
    records(john.frame(), false);
    say(john, now(State.ASKED));
    assertThat(john.by("consent")).isVisible();
    assertThat(news).as("the backend takes the team's word alone").isEmpty();
    assertThat(commands(john.frame(), "stop-recording")).isZero();
  }

  @Test
  void whoeverComesLaterIsAskedInTheirLanguageAndOlderNewsChangeNothing() {
    CallRecording before = now(State.OFF);
    now(State.ASKED);
    HostedSide john = listening(hosted.john().speak("tr"));
    john.join(hosted.call);
    assertThat(john.by("consent")).containsText("Bu görüşme kaydedilebilir mi?");
    say(john, before);
    john.page.evaluate("window.optimaCall.command({type: 'language', language: 'en'})");
    assertThat(john.by("consent")).containsText("May this interview be recorded?");
    john.by("consent-no").click();
    assertThat(john.by("consent")).isHidden();
    assertThat(john.body("[data-recording=refused]")).isVisible();
    assertThat(answers.getLast().path("language").asText()).isEqualTo("en");
  }

  @Test
  void anAnswerThatCannotBeSentMayBeGivenAgain() {
    HostedSide john = johnJoins();
    say(john, now(State.ASKED));
    var works = Objects.requireNonNull(john.backend.rest.get("POST " + PATH + "/consent"));
    john.backend.rest.put(
        "POST " + PATH + "/consent",
        asked -> new ScriptedBackend.Answer(503, Map.of("code", "unavailable")));
    john.by("consent-yes").click();
    assertThat(john.by("consent-trouble")).isVisible();
    john.backend.rest.put("POST " + PATH + "/consent", works);
    john.by("consent-yes").click();
    assertThat(john.by("consent")).isHidden();
    assertThat(answers).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"en,Your no is being sent", "tr,Hayır yanıtınız gönderiliyor"})
  void aNoThatDoesNotGetThroughIsSaidUntilItDoes(String language, String words) {
    HostedSide john = listening(hosted.john().speak(language));
    john.join(hosted.call);
    hosted.active();
    say(john, now(State.RECORDING));
    assertThat(john.by("rec-stop")).isVisible();
    var works = Objects.requireNonNull(john.backend.rest.get("POST " + PATH + "/consent"));
    john.backend.rest.put(
        "POST " + PATH + "/consent",
        asked -> new ScriptedBackend.Answer(503, Map.of("code", "unavailable")));
    john.by("rec-stop").click();
    assertThat(john.by("rec-note")).containsText(words);
    john.backend.rest.put("POST " + PATH + "/consent", works);
    assertThat(john.body("[data-recording=withdrawn]")).isVisible();
    assertThat(john.by("rec-note")).isHidden();
  }

  @Test
  void theRecruiterAsksAndItBeginsWithTheYes() {
    HostedSide elif = elifJoins();
    Frame frame = elif.frame();
    elif.command("{type: 'record', on: true}");
    elif.says("m.type === 'room' && m.recording === 'asked'");
    assertThat(elif.page.locator("[data-key='rec.note_asked']")).isVisible();
    assertThat(commands(frame, "start-recording")).isZero();

    say(elif, now(State.AGREED));
    elif.told(frame, "start-recording");
    elif.until(() -> news.stream().anyMatch(said -> said.path("on").asBoolean()));
    elif.says("m.type === 'room' && m.recording === 'recording'");
    assertThat(elif.by("rec-sign")).isVisible();
    assertThat(elif.by("rec-stop")).isHidden();

    say(elif, now(State.WITHDRAWN));
    elif.told(frame, "stop-recording");
    assertThat(elif.by("rec-sign")).isHidden();
    assertThat(elif.page.locator("[data-key='rec.note_withdrawn']")).isVisible();
  }

  @Test
  void whatBeginsWithoutConsentIsStoppedAndToldEachTime() {
    HostedSide elif = elifJoins();
    Frame frame = elif.frame();
    records(frame, true);
    elif.told(frame, "stop-recording");
    elif.until(() -> news.size() == 1);
    assertThat(news.getFirst().path("on").asBoolean()).isTrue();
    assertThat(elif.page.locator("[data-key='rec.note_stray']")).isVisible();
    assertThat(elif.by("rec-sign")).isHidden();
    elif.until(() -> commands(frame, "stop-recording") >= 2);
    records(frame, false);
    elif.until(() -> news.size() >= 2 && !news.getLast().path("on").asBoolean(true));
  }

  @Test
  void aYesThatComesAfterTheStartDoesNotCoverIt() {
    HostedSide elif = elifJoins();
    Frame frame = elif.frame();
    elif.backend.rest.put("POST " + PATH + "/news", asked -> ok(present));
    say(elif, now(State.AGREED));
    records(frame, true);
    elif.told(frame, "stop-recording");
  }

  @Test
  void aTranscriptThatTheServerCannotBeginIsSaid() {
    HostedSide elif = elifJoins();
    say(elif, now(State.AGREED));
    elif.says("m.type === 'room' && m.recording === 'agreed'");
    elif.frame().announce("transcribing.failed", null);
    assertThat(elif.page.locator("[data-key='rec.note_failed']")).isVisible();
    elif.until(() -> !news.isEmpty());
    assertThat(last().path("mode").asText()).isEqualTo("transcription");
    assertThat(last().path("error").asText()).isEqualTo("transcribing.failed");
  }

  @Test
  void whatRanBeforeTheFrameWentIsToldOffIfTheNextOneSaysNothingOfIt() {
    HostedSide elif = recording();
    int entered = hosted.jitsi.frames().size();
    elif.frame().fail(Failures.conference("connection.droppedError"));
    Frame again = elif.joined(entered);
    assertThat(last().path("on").asBoolean()).as("not known yet").isTrue();
    elif.until(() -> !last().path("on").asBoolean(true));
    elif.says("m.type === 'room' && m.recording === 'agreed'");
    records(again, true);
    elif.until(() -> last().path("on").asBoolean());
  }

  @Test
  void whatStillRunsInTheNextFrameIsNotToldOff() {
    HostedSide elif = recording();
    int entered = hosted.jitsi.frames().size();
    elif.frame().fail(Failures.conference("connection.droppedError"));
    Frame again = elif.joined(entered);
    // So does each frame begin that knows of nothing yet.
    again.say("recording-status-changed", node().put("on", false).put("mode", "stream"));
    records(again, true);
    elif.page.waitForTimeout(6_000);
    assertThat(news).allSatisfy(said -> assertThat(said.path("on").asBoolean()).isTrue());
  }

  private JsonNode last() {
    return news.getLast();
  }

  private HostedSide recording() {
    HostedSide elif = elifJoins();
    news.clear();
    say(elif, now(State.AGREED));
    elif.says("m.type === 'room' && m.recording === 'agreed'");
    records(elif.frame(), true);
    elif.says("m.type === 'room' && m.recording === 'recording'");
    elif.until(() -> news.size() == 1);
    return elif;
  }

  @Test
  void aRefusalEndsNothingAndIsSaid() {
    HostedSide elif = elifJoins();
    elif.command("{type: 'record', on: true}");
    elif.says("m.type === 'room' && m.recording === 'asked'");
    say(elif, now(State.REFUSED));
    assertThat(elif.page.locator("[data-key='rec.note_refused']")).isVisible();
    assertThat(elif.body("[data-state=connected]")).isVisible();
    elif.backend.rest.put(
        "POST " + PATH + "/ask",
        asked -> new ScriptedBackend.Answer(403, Map.of("code", "forbidden")));
    elif.command("{type: 'record', on: true}");
    assertThat(elif.page.locator("[data-key='rec.note_enough']")).isVisible();
    assertThat(commands(elif.frame(), "start-recording")).isZero();
  }

  @Test
  void whatIsSaidIsKeptThoughTheBackendIsAwayForAWhile() {
    HostedSide elif = elifJoins();
    Frame frame = elif.frame();
    List<String> kept = new ArrayList<>();
    String path = "POST /api/video-calls/c1/transcript";
    elif.backend.rest.put(
        path, asked -> new ScriptedBackend.Answer(503, Map.of("code", "unavailable")));
    say(elif, now(State.AGREED));
    // Its line and its frame speak for themselves: what is said before the yes is not kept.
    elif.says("m.type === 'room' && m.recording === 'agreed'");
    chunk(frame, "m1", "unstable", "Hel");
    chunk(frame, "m1", "final", "Hello");
    chunk(frame, "m1", "final", "Hello");
    chunk(frame, "m2", "final", "How are you?");
    elif.until(() -> elif.backend.requests.contains(path));
    chunk(frame, "m3", "final", "Fine");
    elif.backend.rest.put(
        path,
        asked -> {
          body(asked).path("lines").forEach(line -> kept.add(line.path("text").asText()));
          return new ScriptedBackend.Answer(204, null);
        });
    elif.until(() -> kept.size() >= 3);
    assertThat(kept).containsExactly("Hello", "How are you?", "Fine");
  }

  private static void chunk(Frame frame, String id, String kind, String text) {
    ObjectNode data = node().put("language", "en").put("messageID", id).put(kind, text);
    data.set("participant", node().put("id", "abc").put("name", "John Doe"));
    frame.say("transcription-chunk-received", node().set("data", data));
  }
}
