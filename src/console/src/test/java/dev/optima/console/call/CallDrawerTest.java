package dev.optima.console.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleCalls;
import dev.optima.console.sample.SampleDetails;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.console.sample.Shots;
import dev.optima.console.settings.Theme;
import dev.optima.protocol.call.CallHappening;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.CallDetails;
import dev.optima.protocol.rest.CallRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A call, opened from the history: what happened in it and how well it went.
class CallDrawerTest {
  private static final UserId ZEYNEP = new UserId("zeynep");
  private static final CallId CALL = new CallId("call-zeynep");

  @TempDir Path home;

  private DeskRig rig;
  private SampleCalls sample;

  @BeforeEach
  void start() throws Exception {
    rig = DeskRig.of(Samples.elif(), home, Language.EN);
    sample = new SampleCalls(rig.backend(), rig.now());
    sample.fill();
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void known(boolean bad) {
    var from = rig.now().minus(Duration.ofHours(40));
    rig.backend().calls().timeline(CALL, SampleDetails.timeline(from, ZEYNEP, "Zeynep Şahin"));
    rig.backend()
        .calls()
        .quality(
            bad
                ? SampleDetails.poor(CALL, from, ZEYNEP, "Zeynep Şahin")
                : SampleDetails.good(CALL, from, ZEYNEP, "Zeynep Şahin"));
  }

  private void open(double width, double height, String call) {
    rig.show(Samples.elif(), width, height);
    rig.press(Ids.NAV_CALLS);
    ListView<?> list = (ListView<?>) rig.await(Ids.CALLS_HISTORY);
    rig.until("rows", () -> list.getItems().size() == 8);
    int row =
        DeskRig.fx(
            () ->
                list.getItems().stream()
                    .map(one -> ((CallRow) one).call().callId().value())
                    .toList()
                    .indexOf(call));
    DeskRig.fx(
        () -> {
          list.requestFocus();
          list.getSelectionModel().select(row);
          key(list, KeyCode.ENTER);
          return true;
        });
    rig.await(Ids.CALL_DETAILS);
  }

  private static void key(Node node, KeyCode code) {
    node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  private List<String> texts(String within) {
    Node node = rig.await(within);
    return DeskRig.fx(
        () ->
            node.lookupAll(".label").stream()
                .map(one -> ((Labeled) one).getText())
                .filter(text -> text != null)
                .toList());
  }

  private void says(String within, String... parts) {
    rig.await(within);
    for (String part : parts) {
      rig.until(
          part + " in " + texts(within),
          () -> texts(within).stream().anyMatch(text -> text.contains(part)));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void tellsWhatHappenedAndWhyItWasBad(Language language) throws Exception {
    rig.speak(language);
    known(true);
    open(1440, 900, "call-zeynep");
    boolean english = language == Language.EN;
    says(
        Ids.CALL_TIMELINE,
        english ? "Both sides met" : "İki taraf buluştu",
        english ? "4 times" : "4 kez");
    Shots.shoot(rig, language, "call-drawer-timeline");
    rig.press(Ids.CALL_DETAILS_QUALITY);
    says(
        Ids.CALL_QUALITY_REASONS,
        english ? "34% of the time" : "Sürenin %34 kadarı",
        english ? "On Zeynep Şahin’s side" : "Zeynep Şahin tarafında",
        "480 ms",
        english ? "240 kbit/s" : "240 kbit/sn");
    Shots.shoot(rig, language, "call-drawer-quality");
    scroll(0.45);
    Shots.shoot(rig, language, "call-drawer-graphs");
    scroll(1);
    Shots.shoot(rig, language, "call-drawer-graphs-below");
  }

  private void scroll(double to) {
    ScrollPane pane = (ScrollPane) rig.await(Ids.CALL_QUALITY_GRAPHS);
    DeskRig.fx(
        () -> {
          pane.setVvalue(to);
          return true;
        });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void isADialogWhereThereIsLittleRoomInTheDark(Language language) throws Exception {
    rig.speak(language);
    rig.settings().change(known -> known.withTheme(Theme.DARK));
    known(false);
    open(900, 600, "call-zeynep");
    says(Ids.CALL_TIMELINE, language == Language.EN ? "Camera lost" : "Kamera kayboldu");
    Shots.shoot(rig, language, "call-dialog-timeline");
    rig.press(Ids.CALL_DETAILS_QUALITY);
    says(Ids.CALL_QUALITY_REASONS, language == Language.EN ? "It went well" : "İyi geçti");
    Shots.shoot(rig, language, "call-dialog-quality");
    Node close = rig.await(Ids.CALL_DETAILS_CLOSE);
    assertThat(close.localToScene(close.getBoundsInLocal()).getMaxX()).isLessThan(900);
    DeskRig.fx(
        () -> {
          key(close, KeyCode.ESCAPE);
          return true;
        });
    rig.awaitGone(Ids.CALL_DETAILS);
  }

  @Test
  void saysThatNothingWasMeasuredAndNothingNoted() throws Exception {
    open(1440, 900, "call-caner");
    says(Ids.CALL_TIMELINE, "Nothing was noted");
    rig.press(Ids.CALL_DETAILS_QUALITY);
    says(Ids.CALL_QUALITY_GRAPHS, "Nothing was measured");
    Shots.shoot(rig, Language.EN, "call-drawer-nothing");
    Node tab = rig.await(Ids.CALL_DETAILS_QUALITY);
    DeskRig.fx(
        () -> {
          key(tab, KeyCode.ESCAPE);
          return true;
        });
    rig.awaitGone(Ids.CALL_DETAILS);
    rig.until(
        "the keyboard is in the history again",
        () -> rig.stage().getScene().getFocusOwner() == rig.find(Ids.CALLS_HISTORY));
  }

  @Test
  void explainsRefusalsAndAsksAgain() {
    String details = "GET /api/video-calls/" + CALL + "/details";
    String quality = "GET /api/video-calls/" + CALL + "/quality";
    rig.backend().script(details, Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    rig.backend().script(quality, Answer.problem(404, ErrorCode.NOT_FOUND, null));
    open(1440, 900, "call-zeynep");
    Node retry = rig.await(Ids.CALL_TIMELINE_RETRY);
    rig.until("one may try again", retry::isVisible);
    rig.press(Ids.CALL_DETAILS_QUALITY);
    says(Ids.CALL_DETAILS, "deleted");
    rig.press(Ids.CALL_DETAILS_TIMELINE);
    rig.backend()
        .script(
            details,
            new Answer(
                200,
                "application/json",
                Json.write(
                    new CallDetails(
                        SampleCalls.row(
                            "zeynep",
                            "Zeynep Şahin",
                            rig.now(),
                            CallOutcome.COMPLETED,
                            100,
                            3.2,
                            1,
                            Samples.ELIF),
                        List.of(
                            new CallHappening(
                                rig.now(), CallHappening.Kind.RINGING, null, null, null))))));
    rig.press(Ids.CALL_TIMELINE_RETRY);
    says(Ids.CALL_TIMELINE, "Ringing");
  }

  @Test
  void opensOneAfterAnotherAndForgetsTheFirst() {
    known(true);
    open(1440, 900, "call-zeynep");
    says(Ids.CALL_TIMELINE, "Both sides met");
    ListView<?> list = (ListView<?>) rig.await(Ids.CALLS_HISTORY);
    DeskRig.fx(
        () -> {
          list.getSelectionModel().select(0);
          key(list, KeyCode.ENTER);
          return true;
        });
    says(Ids.CALL_DETAILS, "Deniz Arslan");
    says(Ids.CALL_TIMELINE, "Nothing was noted");
    rig.press(Ids.CALL_DETAILS_CLOSE);
    rig.awaitGone(Ids.CALL_DETAILS);
  }
}
