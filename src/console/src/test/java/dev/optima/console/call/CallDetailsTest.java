package dev.optima.console.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Styles;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.console.sample.Shots;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.message.CallRecording.State;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.recording.RecordingMode;
import dev.optima.protocol.rest.CallRow;
import dev.optima.protocol.rest.RecordingHistory;
import dev.optima.protocol.rest.RecordingHistory.Act;
import dev.optima.protocol.rest.RecordingHistory.Consent;
import dev.optima.protocol.rest.RecordingHistory.Recorded;
import dev.optima.protocol.rest.Transcript;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is kept of a call, on a whole desk.
class CallDetailsTest {
  private static final String LINK = "https://recordings.example.org/r/2026-11-22/abc.mp4?sig=42";

  @TempDir Path home;

  private DeskRig rig;

  @SuppressWarnings("NullAway.Init") // The test shows it first.
  private CallSnapshot call;

  @BeforeEach
  void start() throws Exception {
    rig = DeskRig.of(Samples.elif(), home, Language.EN);
    new SampleDesk(rig.backend(), rig.now()).fill();
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void show(Language language, RecordingHistory history, Transcript transcript) {
    rig.speak(language);
    rig.show(Samples.elif(), 1280, 800);
    rig.press(Ids.NAV_CALLS);
    ListView<?> list = (ListView<?>) rig.await(Ids.CALLS_HISTORY);
    rig.until("there are calls", () -> !list.getItems().isEmpty());
    call =
        list.getItems().stream()
            .map(row -> ((CallRow) row).call())
            .filter(one -> one.outcome() == CallOutcome.COMPLETED)
            .findFirst()
            .orElseThrow();
    answer("recording/history", history);
    answer("transcript", transcript);
    details();
    rig.await(Ids.CALL_DETAILS);
    rig.press(Ids.CALL_DETAILS_CONSENT);
  }

  /// What can be done with a row is beside it while it is chosen.
  private void details() {
    ListView<?> list = (ListView<?>) rig.await(Ids.CALLS_HISTORY);
    DeskRig.fx(
        () -> {
          for (int i = 0; i < list.getItems().size(); i++) {
            if (((CallRow) list.getItems().get(i)).call().equals(call)) {
              list.getSelectionModel().clearAndSelect(i);
            }
          }
          return true;
        });
    rig.press(Ids.CALLS_DETAILS + call.callId());
  }

  private void answer(String what, Object body) {
    rig.backend()
        .script(
            "GET /api/video-calls/" + call.callId() + "/" + what,
            new Answer(200, "application/json", Json.write(body)));
  }

  private Instant at(int second) {
    return rig.now().minusSeconds(7200).plusSeconds(second);
  }

  private CallRecording recording(State state, String... links) {
    return new CallRecording(state, "Elif Kaya", at(0), "1", at(20), null, List.of(links), 3);
  }

  private RecordingHistory whole() {
    return new RecordingHistory(
        recording(State.WITHDRAWN, LINK),
        List.of(
            new Consent(
                "Elif Kaya",
                at(0),
                "1",
                "tr",
                "Bu görüşme kaydedilebilir mi?\n\nÖrnek A.Ş. bu görüşmeyi kaydetmek istiyor.",
                true,
                at(20),
                at(900))),
        List.of(
            new Recorded(RecordingMode.FILE, at(30), at(902)),
            new Recorded(RecordingMode.TRANSCRIPTION, at(31), at(902))),
        List.of(
            new Act("stray", at(-20), "Elif Kaya", "file"),
            new Act("asked", at(0), "Elif Kaya", null),
            new Act("agreed", at(20), "John Doe", null),
            new Act("started", at(30), "Elif Kaya", "file"),
            new Act("withdrawn", at(900), "John Doe", null),
            new Act("stopped", at(902), null, "file"),
            new Act("link", at(1000), null, null)),
        3);
  }

  private Transcript said() {
    return new Transcript(
        List.of(
            line("1", "Elif Kaya", "Welcome! How was your way here?", 40),
            line(
                "2",
                "John Doe",
                "Fine, thank you. I took the train from Potsdam, which was on time for once, so I"
                    + " had an hour to look around and to read what you sent me yesterday evening.",
                48),
            line("3", "Elif Kaya", "Let us begin with your last project, then.", 62)));
  }

  private Transcript.Line line(String id, String speaker, String text, int second) {
    return new Transcript.Line(id, null, speaker, text, "en", at(second));
  }

  private RecordingHistory nothing() {
    return new RecordingHistory(CallRecording.NONE, List.of(), List.of(), List.of(), 0);
  }

  @ParameterizedTest
  @EnumSource
  void saysWhoAgreedToWhatAndWhatWasRecorded(Language language) throws Exception {
    show(language, whole(), said());
    rig.await(Ids.CALL_DETAILS_LINK);
    boolean english = language == Language.EN;
    rig.awaitText(Ids.CALL_DETAILS_STATE, english ? "Consent taken back" : "İzin geri alındı");
    assertThat(((TextField) rig.await(Ids.CALL_DETAILS_LINK)).getText()).isEqualTo(LINK);
    Shots.shoot(rig, language, "call-details");
    looks(true, language, "call-details-dark");

    rig.press(Ids.CALL_DETAILS_TRANSCRIPT);
    rig.await(Ids.CALL_DETAILS_LINES);
    rig.awaitText(Ids.CALL_DETAILS_TRANSCRIPT, "(3)");
    looks(true, language, "call-transcript-dark");
    looks(false, language, "call-transcript");
  }

  private void looks(boolean dark, Language language, String name) throws Exception {
    DeskRig.fx(
        () -> {
          Styles.look(dark);
          return true;
        });
    Shots.shoot(rig, language, name);
    DeskRig.fx(
        () -> {
          Styles.look(false);
          return true;
        });
  }

  @Test
  void looksForWordsAndCopiesWhatIsShown() {
    show(Language.EN, whole(), said());
    rig.press(Ids.CALL_DETAILS_TRANSCRIPT);
    ListView<?> lines = (ListView<?>) rig.await(Ids.CALL_DETAILS_LINES);
    rig.until("it is there", () -> lines.getItems().size() == 3);
    TextField search = (TextField) rig.await(Ids.CALL_DETAILS_SEARCH);
    DeskRig.fx(
        () -> {
          search.setText("POTSDAM");
          return true;
        });
    rig.until("one is left", () -> lines.getItems().size() == 1);
    rig.press(Ids.CALL_DETAILS_COPY);
    String copied = DeskRig.fx(() -> Clipboard.getSystemClipboard().getString());
    assertThat(copied).contains("John Doe: Fine, thank you.").doesNotContain("Welcome");
    DeskRig.fx(
        () -> {
          search.setText("nobody said this");
          return true;
        });
    rig.until("nothing is left", () -> lines.getItems().isEmpty());
    assertThat(((Labeled) lines.getPlaceholder()).getText()).isEqualTo("Nobody said that.");
  }

  @ParameterizedTest
  @EnumSource
  void saysSoWhereNothingIsKept(Language language) throws Exception {
    show(language, nothing(), new Transcript(List.of()));
    rig.awaitText(Ids.CALL_DETAILS_STATE, language == Language.EN ? "Not asked" : "Sorulmadı");
    Shots.shoot(rig, language, "call-details-none");
    rig.press(Ids.CALL_DETAILS_TRANSCRIPT);
    Shots.shoot(rig, language, "call-transcript-none");
    assertThat(rig.backend().requests()).noneMatch(asked -> asked.endsWith("/transcript"));
    rig.press(Ids.CALL_DETAILS_CLOSE);
    rig.awaitGone(Ids.CALL_DETAILS);
  }

  @Test
  void followsTheNewsAndTriesAgain() {
    show(Language.EN, nothing(), said());
    rig.awaitText(Ids.CALL_DETAILS_STATE, "Not asked");
    answer("recording/history", whole());
    rig.backend()
        .socket()
        .say(new ServerMessage.VideoCallRecording(call.callId(), recording(State.WITHDRAWN)));
    rig.awaitText(Ids.CALL_DETAILS_STATE, "Consent taken back");
    rig.press(Ids.CALL_DETAILS_CLOSE);

    String path = "GET /api/video-calls/" + call.callId() + "/recording/history";
    rig.backend().script(path, Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    details();
    rig.press(Ids.CALL_DETAILS_CONSENT);
    Button retry = (Button) rig.await(Ids.CALL_DETAILS_RETRY);
    rig.until("one may try again", retry::isVisible);
    answer("recording/history", nothing());
    rig.press(Ids.CALL_DETAILS_RETRY);
    rig.awaitText(Ids.CALL_DETAILS_STATE, "Not asked");
  }
}
