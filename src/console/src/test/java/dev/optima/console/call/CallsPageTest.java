package dev.optima.console.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleCalls;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedAnalytics;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.console.sample.Shots;
import dev.optima.console.settings.Theme;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.LiveCall;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.CallRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.util.WaitForAsyncUtils;

/// The page of calls, on a whole desk.
class CallsPageTest {
  @TempDir Path home;

  private DeskRig rig;
  private SampleCalls sample;

  @BeforeEach
  void start() throws Exception {
    rig = DeskRig.of(Samples.elif(), home, Language.EN);
    rig.backend()
        .add(Samples.applicant("john", "John Doe", "Backend engineer", "en", "Europe/Istanbul"));
    sample = new SampleCalls(rig.backend(), rig.now());
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void show(double width, double height) {
    rig.show(Samples.elif(), width, height);
    rig.press(Ids.NAV_CALLS);
    rig.await(Ids.CALLS);
  }

  private ListView<CallRow> history(int rows) {
    @SuppressWarnings("unchecked")
    ListView<CallRow> list = (ListView<CallRow>) rig.await(Ids.CALLS_HISTORY);
    rig.until(rows + " rows", () -> list.getItems().size() == rows);
    return list;
  }

  private List<String> names(ListView<CallRow> list) {
    return DeskRig.fx(
        () -> list.getItems().stream().map(row -> row.call().applicantName()).toList());
  }

  private void asked(String part) {
    rig.until("asked " + part, () -> pages().anyMatch(request -> request.contains(part)));
  }

  private Stream<String> pages() {
    return rig.backend().requests().stream()
        .filter(request -> request.startsWith("GET /api/video-calls?"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void looksAsDrawn(Language language) throws Exception {
    rig.speak(language);
    sample.fill();
    show(1440, 900);
    history(8);
    rig.await(Ids.CALLS_LIVE_CARD + "live-ayse");
    rig.await(Ids.CALLS_NEXT_JOIN + "m-selim");
    rig.awaitText(Ids.CALLS_COUNT, "8");
    Shots.shoot(rig, language, "calls-page");
    rig.press(Ids.CALLS_MISSED);
    history(2);
    DeskRig.fx(
        () -> {
          ((ToggleButton) rig.stage().getScene().lookup("#" + Ids.CALLS_FILTERS)).fire();
          return true;
        });
    Shots.shoot(rig, language, "calls-page-filtered");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void fitsANarrowWindowInTheDark(Language language) throws Exception {
    rig.speak(language);
    rig.settings().change(known -> known.withTheme(Theme.DARK));
    sample.fill();
    show(900, 600);
    history(8);
    rig.awaitText(Ids.CALLS_COUNT, "8");
    for (String what :
        new String[] {Ids.CALLS_NEW, Ids.CALLS_EXPORT, Ids.CALLS_MINE, Ids.CALLS_FILTERS}) {
      Node node = rig.await(what);
      rig.until(
          what + " is inside the window",
          () -> node.localToScene(node.getBoundsInLocal()).getMaxX() <= 900);
    }
    Shots.shoot(rig, language, "calls-page-narrow");
    DeskRig.fx(
        () -> {
          ((ScrollPane) rig.stage().getScene().lookup("#" + Ids.CALLS + " .scroll-pane"))
              .setVvalue(0.75);
          return true;
        });
    Shots.shoot(rig, language, "calls-page-narrow-below");
  }

  @Test
  void saysWhatIsNotThere() throws Exception {
    show(1440, 900);
    history(0);
    rig.awaitText(Ids.CALLS_NOTE, "No calls here yet");
    rig.until(
        "the figures are known to be nothing",
        () ->
            rig.backend().requests().stream().filter(it -> it.contains("/analytics/")).count()
                >= 2);
    rig.until("counted", () -> accessible("answers").contains("nothing rang yet this week"));
    assertThat(figure("interviews")).isEqualTo("Interviews this week: 0 none by now last week");
    assertThat(figure("noShows")).isEqualTo("No-show rate: — no meetings due yet this week");
    Shots.shoot(rig, Language.EN, "calls-page-empty");
  }

  private String figure(String id) {
    Node node = rig.await(Ids.CALLS_FIGURE + id);
    return DeskRig.fx(node::getAccessibleText);
  }

  @Test
  void countsTheWeekAndLeadsToItsRows() {
    sample.fill();
    show(1440, 900);
    rig.until("counted", () -> accessible("interviews").contains("34"));
    assertThat(figure("interviews")).isEqualTo("Interviews this week: 34, ▲ 13% ");
    assertThat(figure("answers")).contains("87%").contains("of rings picked up");
    assertThat(figure("noShows")).isEqualTo("No-show rate: 6%, ▼ 2 pt ");
    assertThat(figure("length")).contains("27 min");

    rig.press(Ids.CALLS_FIGURE + "answers");

    asked("rang=true");
    rig.await(Ids.CALLS_CHIP + "rang");
    assertThat(pages().toList().getLast()).contains("from=2026-11-15T21%3A00%3A00Z");
  }

  @Test
  void ofAWeekThatHasJustBegunNoPercentsAreTold() {
    rig.backend()
        .analytics()
        .count(
            (from, to) ->
                ScriptedAnalytics.of(
                    from,
                    to,
                    ScriptedAnalytics.figures(0, 2, 1, 1, 1, 0),
                    ScriptedAnalytics.figures(1, 2, 1, 9, 0, 600),
                    List.of()));
    show(1440, 900);
    rig.until("counted", () -> accessible("answers").contains("50%"));
    assertThat(figure("interviews")).isEqualTo("Interviews this week: 0 1 by now last week");
    assertThat(figure("noShows")).isEqualTo("No-show rate: 100% ");
    assertThat(figure("length")).isEqualTo("Median length: — no interviews yet this week");
  }

  private String accessible(String id) {
    Node node = rig.stage().getScene().lookup("#" + Ids.CALLS_FIGURE + id);
    return node == null ? "" : node.getAccessibleText();
  }

  @Test
  void followsWhatIsToldWithoutAsking() {
    sample.fill();
    show(1440, 900);
    history(8);
    rig.await(Ids.CALLS_RETURN + "live-john");
    LiveCall zoe =
        sample.active("live-zoe", new UserId("zoe"), "Zoe Ray", Samples.MERT, "Mert Demir", 65, 2);

    rig.backend().socket().say(new ServerMessage.TeamCall(zoe));

    rig.awaitText(Ids.CALLS_LIVE_TIME + "live-zoe", "1:0");
    rig.skip(Duration.ofSeconds(60));
    rig.awaitText(Ids.CALLS_LIVE_TIME + "live-zoe", "2:0");
    long questions =
        rig.backend().requests().stream().filter(it -> it.endsWith("/video-calls/live")).count();
    assertThat(questions).as("nobody asks again and again").isEqualTo(1);
  }

  @Test
  void aCallThatEndsGoesToTheTopOfTheHistory() {
    sample.fill();
    show(1440, 900);
    ListView<CallRow> list = history(8);
    choose(list, 2);
    rig.await(Ids.CALLS_LIVE_CARD + "live-ayse");
    CallRow over =
        SampleCalls.row(
            "over",
            "Ayşe Yılmaz",
            rig.now().minusSeconds(9),
            CallOutcome.NO_ANSWER,
            0,
            null,
            0,
            Samples.MERT);
    rig.backend().calls().add(over);

    aysesEnds();

    rig.awaitGone(Ids.CALLS_LIVE_CARD + "live-ayse");
    rig.until("it is there", () -> list.getItems().size() == 9);
    assertThat(names(list).getFirst()).isEqualTo("Ayşe Yılmaz");
    assertThat(DeskRig.fx(() -> list.getSelectionModel().getSelectedItem().call().applicantName()))
        .as("the selection stays with whom it was")
        .isEqualTo("Maria Rossi");
  }

  private void aysesEnds() {
    CallSnapshot rang =
        Samples.call(
            "live-ayse",
            Samples.AYSE,
            "Ayşe Yılmaz",
            Samples.MERT,
            "Mert Demir",
            CallState.RINGING,
            1,
            rig.now());
    rig.backend()
        .socket()
        .say(
            new ServerMessage.TeamCall(
                new LiveCall(
                    Samples.ended(
                        rang,
                        CallState.MISSED,
                        CallOutcome.NO_ANSWER,
                        Duration.ZERO,
                        rig.now(),
                        null),
                    rig.now(),
                    "direct",
                    null,
                    null,
                    List.of(),
                    CallRecording.State.OFF,
                    false)));
  }

  @Test
  void staysWhereOneLooksWhenACallEnds() {
    sample.many(60);
    show(1440, 900);
    @SuppressWarnings("unchecked")
    ListView<CallRow> list = (ListView<CallRow>) rig.await(Ids.CALLS_HISTORY);
    rig.until("a page", () -> list.getItems().size() >= 50);
    DeskRig.fx(
        () -> {
          list.scrollTo(12);
          return true;
        });
    WaitForAsyncUtils.waitForFxEvents(10);
    String before = first(list);
    assertThat(before).as("the top row, scrolled").isNotEqualTo("Aday 00000");
    int known = list.getItems().size();
    rig.backend()
        .calls()
        .add(
            SampleCalls.row(
                "over",
                "Ayşe Yılmaz",
                rig.now().minusSeconds(9),
                CallOutcome.NO_ANSWER,
                0,
                null,
                0,
                Samples.MERT));

    aysesEnds();

    rig.until("it is there", () -> list.getItems().size() > known);
    WaitForAsyncUtils.waitForFxEvents(10);
    assertThat(first(list)).isEqualTo(before);
  }

  private static String first(ListView<CallRow> list) {
    return DeskRig.fx(
        () -> {
          VirtualFlow<?> flow = (VirtualFlow<?>) list.lookup(".virtual-flow");
          return ((CallRow) flow.getFirstVisibleCell().getItem()).call().applicantName();
        });
  }

  private static void choose(ListView<CallRow> list, int index) {
    DeskRig.fx(
        () -> {
          list.getSelectionModel().clearAndSelect(index);
          list.fireEvent(clicked(1));
          return true;
        });
  }

  private static MouseEvent clicked(int count) {
    return new MouseEvent(
        MouseEvent.MOUSE_CLICKED,
        5,
        5,
        5,
        5,
        MouseButton.PRIMARY,
        count,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        true,
        false,
        true,
        null);
  }

  @Test
  void thirtyLiveCallsLeaveTheHistoryItsPlace() throws Exception {
    sample.fill();
    for (int i = 0; i < 30; i++) {
      String id = "live-" + i;
      rig.backend()
          .calls()
          .add(
              sample.active(
                  id, new UserId("a" + i), "Aday " + i, Samples.MERT, "Mert Demir", i * 61, 2));
    }
    show(1440, 900);
    history(8);
    rig.await(Ids.CALLS_LIVE_CARD + "live-29");
    Node live = rig.await(Ids.CALLS_LIVE);
    rig.until("they scroll", () -> live.getBoundsInLocal().getHeight() < 400);
    Shots.shoot(rig, Language.EN, "calls-page-thirty");
  }

  /// What is to be read of a head: all of its text, if there is room for it.
  private String drawn(String column) {
    WaitForAsyncUtils.waitForFxEvents(10);
    Node head = rig.stage().getScene().lookup("#" + Ids.CALLS_SORT + column);
    return DeskRig.fx(() -> ((javafx.scene.text.Text) head.lookup(".text")).getText());
  }

  @Test
  void sortsByAPressOnTheHead() {
    sample.fill();
    show(1440, 900);
    ListView<CallRow> list = history(8);
    rig.press(Ids.CALLS_SORT + "LENGTH");
    rig.until("the longest first", () -> names(list).getFirst().equals("Maria Rossi"));
    asked("sort=length&order=desc");
    rig.awaitText(Ids.CALLS_SORT + "LENGTH", "↓");
    assertThat(drawn("LENGTH")).isEqualTo("Length ↓");
    rig.press(Ids.CALLS_SORT + "QUALITY");
    rig.awaitText(Ids.CALLS_SORT + "QUALITY", "↓");
    assertThat(drawn("QUALITY")).isEqualTo("Quality ↓");
    rig.press(Ids.CALLS_SORT + "LENGTH");
    rig.press(Ids.CALLS_SORT + "LENGTH");
    asked("sort=length&order=asc");
    rig.awaitText(Ids.CALLS_SORT + "LENGTH", "↑");
    rig.press(Ids.CALLS_SORT + "APPLICANT");
    rig.until("by name", () -> names(list).getFirst().equals("Ali Vural"));
  }

  @Test
  void filtersAndTakesFiltersAway() {
    sample.fill();
    show(1440, 900);
    history(8);
    rig.press(Ids.CALLS_REJECTED);
    assertThat(names(history(1))).containsExactly("Tom Becker");
    rig.press(Ids.CALLS_MINE);
    asked("outcome=rejected&person=elif");
    rig.press(Ids.CALLS_ALL);
    history(8);
    type("Rossi");
    assertThat(names(history(1))).containsExactly("Maria Rossi");
    rig.press(Ids.CALLS_CHIP + "words");
    history(8);
    assertThat(((TextField) rig.await(Ids.CALLS_SEARCH)).getText()).isEmpty();
    type("nobody");
    history(0);
    rig.awaitText(Ids.CALLS_NOTE, "No call fits");
  }

  private void type(String words) {
    TextField field = (TextField) rig.await(Ids.CALLS_SEARCH);
    DeskRig.fx(
        () -> {
          field.setText(words);
          return true;
        });
  }

  @Test
  void loadsAsOneScrolls() {
    sample.many(170);
    show(1440, 900);
    @SuppressWarnings("unchecked")
    ListView<CallRow> list = (ListView<CallRow>) rig.await(Ids.CALLS_HISTORY);
    rig.until("a page", () -> list.getItems().size() == 50);
    rig.awaitText(Ids.CALLS_COUNT, "170");
    rig.until(
        "all of them",
        () -> {
          list.scrollTo(list.getItems().size() - 1);
          return list.getItems().size() == 170;
        });
    assertThat(names(list)).doesNotHaveDuplicates().isSortedAccordingTo(String::compareTo);
  }

  @Test
  void saysWhyThereIsNothingAndTriesAgain() {
    sample.fill();
    rig.backend().script("GET /api/video-calls", Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    show(1440, 900);
    rig.awaitText(Ids.CALLS_PROBLEM, "cannot answer now");
    rig.backend().unscript("GET /api/video-calls");
    rig.press(Ids.CALLS_RETRY);
    history(8);
    rig.awaitGone(Ids.CALLS_PROBLEM);
  }

  @Test
  void saysWhyTheLiveCallsAreNotKnownAndTriesAgain() throws Exception {
    sample.fill();
    rig.backend()
        .script("GET /api/video-calls/live", Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    show(1440, 900);
    rig.await(Ids.CALLS_LIVE_RETRY);
    rig.backend().socket().say(new ServerMessage.TeamCall(sample.johns()));
    rig.await(Ids.CALLS_LIVE_CARD + "live-john");
    Labeled note = (Labeled) rig.await(Ids.CALLS_LIVE_NOTE);
    assertThat(DeskRig.fx(note::getText)).contains("cannot answer now");
    Shots.shoot(rig, Language.EN, "calls-page-live-failed");
    rig.backend().unscript("GET /api/video-calls/live");
    rig.press(Ids.CALLS_LIVE_RETRY);
    rig.await(Ids.CALLS_LIVE_CARD + "live-ayse");
    rig.awaitGone(Ids.CALLS_LIVE_RETRY);
  }

  @Test
  void whoHasLeftIsNoLongerNamedOnTheCard() {
    LiveCall johns = sample.johns();
    rig.backend().calls().add(johns);
    show(1440, 900);
    Node card = rig.await(Ids.CALLS_LIVE_CARD + "live-john");
    assertThat(DeskRig.fx(() -> said(card))).anyMatch(it -> it.contains("with you"));
    CallSnapshot left = LiveCallsTest.left(johns.call(), Samples.ELIF, rig.now());
    rig.backend()
        .socket()
        .say(
            new ServerMessage.TeamCall(
                new LiveCall(
                    left,
                    rig.now().plusSeconds(1),
                    johns.provider(),
                    johns.position(),
                    johns.meetingTitle(),
                    johns.quality(),
                    johns.recording(),
                    false)));
    rig.until(
        "nobody is named",
        () -> said(card).stream().noneMatch(it -> it.contains("with you") || it.contains("Elif")));
  }

  private static List<String> said(Node card) {
    return card.lookupAll(".label").stream().map(it -> ((Labeled) it).getText()).toList();
  }

  @Test
  void ringsWhomOneChooses() throws Exception {
    show(1440, 900);
    rig.press(Ids.CALLS_NEW);
    TextField search = (TextField) rig.await(Ids.NEW_CALL_SEARCH);
    rig.until("John is offered", () -> offered("John Doe", search));
    rig.awaitGone(Ids.NEW_CALL_OBSTACLE);
    DeskRig.fx(
        () -> {
          search.fireEvent(
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "\n", "\n", KeyCode.ENTER, false, false, false, false));
          return true;
        });
    rig.awaitGone(Ids.NEW_CALL);
    rig.backend().socket().next(ClientMessage.VideoCallRequest.class);
  }

  private boolean offered(String name, TextField search) {
    search.setText("john");
    Node list = rig.stage().getScene().lookup("#" + Ids.NEW_CALL_LIST);
    return list instanceof ListView<?> people
        && people.getItems().size() == 1
        && people.getItems().getFirst().toString().contains(name);
  }

  @Test
  void leadsIntoWhatComesNext() {
    sample.fill();
    show(1440, 900);
    Node hannah = rig.await(Ids.CALLS_NEXT_OPEN + "m-hannah");
    assertThat(DeskRig.fx(() -> ((Labeled) hannah).getText())).isEqualTo("Open");
    rig.press(Ids.CALLS_NEXT_JOIN + "m-selim");
    rig.until(
        "asked for the way in",
        () -> rig.backend().requests().contains("POST /api/meetings/m-selim/join"));
  }
}
