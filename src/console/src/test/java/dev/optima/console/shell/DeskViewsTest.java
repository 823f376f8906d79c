package dev.optima.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.SampleMeeting;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.Shots;
import dev.optima.console.surface.PageCommand;
import dev.optima.console.surface.PageState;
import dev.optima.console.surface.SurfaceEvent;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.CallRow;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The desk as it is seen and pressed: the real views on a scripted backend.
class DeskViewsTest {
  @TempDir Path home;

  private DeskRig rig;
  private SampleDesk sample;

  @BeforeEach
  void start() throws Exception {
    rig = DeskRig.of(Samples.elif(), home, Language.EN);
    sample = new SampleDesk(rig.backend(), rig.now());
  }

  private void show(Language language, double width) {
    rig.speak(language);
    sample.fill();
    rig.show(Samples.elif(), width, 800);
    rig.awaitText(Ids.ROOM_NAME, "John Doe");
    rig.until(
        "one may call", () -> !rig.stage().getScene().lookup("#" + Ids.VIDEO_CALL).isDisabled());
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  @Test
  void showsTheRoomWithTheTimeThere() throws Exception {
    show(Language.EN, 1440);
    assertThat(rig.text(Ids.ROOM_STATUS))
        .isEqualTo("Online · Backend engineer · Berlin, 12:48 local time");
    rig.skip(Duration.ofMinutes(2));
    rig.awaitText(Ids.ROOM_STATUS, "12:50");
    assertThat(rig.text(Ids.NAV_UNREAD)).isEqualTo("5");
    assertThat(rig.stage().getTitle()).isEqualTo("(5) Optima");
  }

  @Test
  void sendsByEnterAndBreaksTheLineByShiftEnter() throws Exception {
    show(Language.EN, 1440);
    TextArea input = (TextArea) rig.await(Ids.CHAT_INPUT);
    DeskRig.fx(
        () -> {
          input.setText("first");
          input.end();
          input.fireEvent(enter(true));
          input.appendText("second");
          input.fireEvent(enter(false));
          return true;
        });
    ClientMessage.ChatSend sent = rig.backend().socket().next(ClientMessage.ChatSend.class);
    assertThat(sent.body()).isEqualTo("first\nsecond");
    assertThat(sent.roomId()).isEqualTo(Samples.JOHNS_ROOM);
    rig.until("the input is empty", () -> input.getText().isEmpty());
  }

  private static KeyEvent enter(boolean shift) {
    return new KeyEvent(
        KeyEvent.KEY_PRESSED, "\n", "\n", KeyCode.ENTER, shift, false, false, false);
  }

  @Test
  void keepsTheOpenRoomWhenAnotherMovesUp() throws Exception {
    show(Language.EN, 1440);
    UserId emre = new UserId("emre");
    rig.backend()
        .socket()
        .say(
            new ServerMessage.ChatMessage(
                Samples.text(RoomId.of(emre), 2, emre, "Emre Can", "Merhaba", rig.now())));
    ListView<?> list = (ListView<?>) rig.await(Ids.APPLICANT_LIST);
    rig.until("Emre is first", () -> list.getItems().getFirst().toString().contains("Emre Can"));
    rig.awaitText(Ids.NAV_UNREAD, "6");
    assertThat(rig.text(Ids.ROOM_NAME)).isEqualTo("John Doe");
    assertThat(String.valueOf(list.getSelectionModel().getSelectedItem())).contains("John Doe");
  }

  @Test
  void ringsAndCancels() throws Exception {
    show(Language.EN, 1440);
    CallSnapshot call = ring();
    rig.awaitText(Ids.RING_STATUS, "Ringing on 2 devices · 0:0");
    assertThat(rig.text(Ids.RING_TITLE)).isEqualTo("Calling John Doe…");
    rig.press(Ids.RING_CANCEL);
    assertThat(rig.backend().socket().next(ClientMessage.VideoCallCancel.class).callId())
        .isEqualTo(call.callId());
    rig.backend()
        .socket()
        .say(
            new ServerMessage.VideoCallEnded(
                Samples.ended(
                    call,
                    CallState.CANCELLED,
                    CallOutcome.CANCELLED,
                    Duration.ZERO,
                    rig.now(),
                    Samples.ELIF)));
    rig.awaitGone(Ids.RING_CARD);
    assertThat(rig.isShown(Ids.NOTICE)).isFalse();
  }

  @Test
  void stopsRingingByItselfAndOffersTheNextStep() throws Exception {
    show(Language.TR, 1440);
    CallSnapshot call = ring();
    rig.await(Ids.RING_CARD);
    rig.backend()
        .add(
            Samples.ended(
                call, CallState.MISSED, CallOutcome.NO_ANSWER, Duration.ZERO, rig.now(), null));
    rig.skip(Duration.ofSeconds(50));
    rig.awaitGone(Ids.RING_CARD);
    rig.awaitText(Ids.NOTICE_TITLE, "John Doe yanıtlamadı");
    rig.press(Ids.NOTICE_WRITE);
    rig.awaitGone(Ids.NOTICE);
    assertThat(DeskRig.fx(() -> rig.stage().getScene().getFocusOwner().getId()))
        .isEqualTo(Ids.CHAT_INPUT);
  }

  @Test
  void controlsAskThePageAndShowWhatItSays() throws Exception {
    show(Language.EN, 1440);
    active(ring());
    rig.press(Ids.MUTE);
    assertThat(rig.surface().commands()).containsExactly(new PageCommand.Audio(false));
    assertThat(rig.text(Ids.MUTE)).isEqualTo("Mute");
    page(new SurfaceEvent.Media(false, true, false));
    rig.awaitText(Ids.MUTE, "Unmute");
    rig.press(Ids.CAMERA);
    page(new SurfaceEvent.Media(false, false, false));
    rig.awaitText(Ids.CAMERA, "Camera on");
    rig.press(Ids.SHARE);
    rig.press(Ids.DIALOG_OK);
    assertThat(rig.surface().commands())
        .endsWith(new PageCommand.Video(false), new PageCommand.Screen(true));
    rig.press(Ids.END_CALL);
    rig.backend().socket().next(ClientMessage.VideoCallEnd.class);
  }

  @Test
  void staysReachableDuringACallAndComesBack() throws Exception {
    show(Language.EN, 1440);
    active(ring());
    rig.press(Ids.NAV_CALLS);
    rig.await(Ids.IN_CALL_BAR);
    assertThat(rig.isShown(Ids.CALL_VIEW)).isFalse();
    rig.press(Ids.IN_CALL_RETURN);
    rig.await(Ids.CALL_VIEW);
    rig.press(Ids.CHAT);
    rig.await(Ids.CALL_SIDE);
    rig.press(Ids.SIDE_PROFILE);
    rig.await(Ids.PROFILE);
    assertThat(rig.isShown(Ids.IN_CALL_BAR)).isFalse();
  }

  @Test
  void popsOutAndComesBackIntoTheOneWindow() throws Exception {
    show(Language.EN, 1440);
    active(ring());
    Node picture = rig.surface().picture().get();
    rig.press(Ids.POP_OUT);
    rig.until("it has a window of its own", () -> picture.getScene() != rig.stage().getScene());
    assertThat(rig.isShown(Ids.IN_CALL_BAR)).isFalse();
    DeskRig.fx(
        () -> {
          ((Button) picture.getScene().lookup("#" + Ids.POP_OUT)).fire();
          return true;
        });
    rig.await(Ids.CALL_VIEW);
    assertThat(picture.getScene()).isSameAs(rig.stage().getScene());
  }

  @Test
  void aKnockIsSeenWhereTheCallIs() throws Exception {
    show(Language.EN, 1440);
    active(ring());
    Node picture = rig.surface().picture().get();
    rig.press(Ids.POP_OUT);
    rig.until("it has a window of its own", () -> picture.getScene() != rig.stage().getScene());
    SampleMeeting mia =
        SampleMeeting.of("mia", new UserId("mia"), "Mia Schulz", rig.now().plusSeconds(300));
    Meeting waiting = rig.backend().meetings().add(mia.version(2).knocking(rig.now()).build());

    rig.backend().socket().say(ServerMessage.MeetingChanged.of(waiting));

    rig.until("the call's window says it", () -> knock(picture) != null);
    assertThat(rig.isShown(Ids.KNOCK_BAR + "mia")).as("and the main window").isTrue();
    Shots.write(picture.getScene(), Language.EN, "call-window-knock");
    DeskRig.fx(
        () -> {
          ((Button) picture.getScene().lookup("#" + Ids.KNOCK_ADMIT + "mia")).fire();
          return true;
        });
    rig.until("nobody waits", () -> knock(picture) == null);
    assertThat(rig.backend().requests()).contains("POST /api/meetings/mia/admit");
  }

  private static @Nullable Node knock(Node picture) {
    return picture.getScene().lookup("#" + Ids.KNOCK_BAR + "mia");
  }

  @Test
  void asksBeforeTheWindowIsClosedInACall() throws Exception {
    show(Language.EN, 1440);
    active(ring());
    assertThat(rig.wouldStayOpen()).isTrue();
    rig.await(Ids.DIALOG);
    rig.press(Ids.DIALOG_CANCEL);
    rig.awaitGone(Ids.DIALOG);
    assertThat(rig.backend().socket().peek(ClientMessage.VideoCallEnd.class)).isNull();
  }

  @Test
  void saysCalmlyThatItIsOfflineAndRetries() throws Exception {
    show(Language.EN, 1440);
    rig.backend().socket().setWelcoming(false);
    rig.backend().socket().cut();
    rig.skip(Duration.ofSeconds(2));
    rig.awaitText(Ids.OFFLINE_TEXT, "Reconnecting… in");
    assertThat(DeskRig.fx(() -> rig.stage().getScene().lookup("#" + Ids.VIDEO_CALL).isDisabled()))
        .isTrue();
    rig.backend().socket().setWelcoming(true);
    rig.press(Ids.OFFLINE_RETRY);
    rig.awaitGone(Ids.OFFLINE_BAR);
  }

  @Test
  void asksWhenItIsNightThere() throws Exception {
    show(Language.TR, 1440);
    rig.skip(Duration.ofHours(10));
    rig.press(Ids.VIDEO_CALL);
    rig.await(Ids.DIALOG);
    rig.press(Ids.DIALOG_CANCEL);
    assertThat(rig.isShown(Ids.RING_CARD)).isFalse();
  }

  @Test
  void switchesTheLanguageAtOnce() throws Exception {
    show(Language.EN, 1440);
    rig.press(Ids.NAV_SETTINGS);
    javafx.scene.control.ChoiceBox<?> box =
        (javafx.scene.control.ChoiceBox<?>) rig.await(Ids.SETTINGS_LANGUAGE);
    DeskRig.fx(
        () -> {
          box.getSelectionModel().select(Language.TR.ordinal());
          return true;
        });
    rig.awaitText(Ids.SIGN_OUT, "Oturumu kapat");
  }

  @Test
  void showsTheHistoryAndCallsBack() throws Exception {
    show(Language.EN, 1440);
    rig.press(Ids.NAV_CALLS);
    ListView<?> history = (ListView<?>) rig.await(Ids.CALLS_HISTORY);
    rig.until("the history is there", () -> history.getItems().size() > 6);
    rig.await(Ids.CALLS_LIVE);
    rig.press(Ids.CALLS_MISSED);
    rig.until(
        "only missed ones",
        () ->
            history.getItems().stream()
                .allMatch(row -> ((CallRow) row).call().state() == CallState.MISSED));
  }

  @Test
  void fitsLongTurkishNamesIntoANarrowWindow() throws Exception {
    rig.speak(Language.TR);
    UserId id = new UserId("long");
    String name = "İsmail Çağrı Nurettin Öztürkoğlu-Karahanlı Küçükgümüşlü";
    rig.backend()
        .add(
            Samples.with(
                Samples.applicant(
                    "long",
                    name,
                    "Kıdemli Bulut Altyapı Güvenilirliği Mühendisi",
                    "tr",
                    "Europe/Istanbul"),
                true,
                120,
                Samples.text(
                    RoomId.of(id), 1, id, name, "Çok uzun bir mesaj ".repeat(30), rig.now()),
                null));
    rig.show(Samples.elif(), 900, 640);
    rig.awaitText(Ids.ROOM_NAME, "İsmail");
    for (String what : new String[] {Ids.VIDEO_CALL, Ids.SEND, Ids.INVITE, Ids.NAV_APPLICANTS}) {
      Node node = rig.await(what);
      rig.until(
          what + " is inside the window",
          () -> node.localToScene(node.getBoundsInLocal()).getMaxX() <= 901);
      assertThat(DeskRig.fx(() -> isWhole((Labeled) node))).as("words of %s", what).isTrue();
    }
  }

  @Test
  void savesTheNameWhereItStandsAndShowsItEverywhere() throws Exception {
    show(Language.EN, 1440);
    TextField name = (TextField) rig.await(Ids.PROFILE_FIELD + "NAME");
    DeskRig.fx(
        () -> {
          name.setText("John M. Doe");
          name.fireEvent(new javafx.event.ActionEvent());
          return true;
        });
    rig.awaitText(Ids.ROOM_NAME, "John M. Doe");
    assertThat(rig.backend().people().get(Samples.JOHN).name()).isEqualTo("John M. Doe");
  }

  @Test
  void archivesAndTakesItBack() throws Exception {
    show(Language.EN, 1440);
    archive();
    rig.awaitText(Ids.TOAST_TEXT, "John Doe was archived.");
    rig.awaitText(Ids.ROOM_NAME, "Ayşe Yılmaz");
    assertThat(rig.backend().people().get(Samples.JOHN).archivedAt()).isNotNull();
    rig.press(Ids.TOAST_STEP);
    rig.awaitText(Ids.TOAST_TEXT, "back in the list");
    assertThat(rig.backend().people().get(Samples.JOHN).archivedAt()).isNull();
    rig.skip(Duration.ofSeconds(7));
    rig.awaitGone(Ids.TOAST);
  }

  @Test
  void findsAndOpensByThePaletteAlone() throws Exception {
    show(Language.EN, 1440);
    key(KeyCode.K, true);
    TextField input = (TextField) rig.await(Ids.PALETTE_INPUT);
    DeskRig.fx(
        () -> {
          input.setText("ayse");
          input.fireEvent(pressed(KeyCode.ENTER, false));
          return true;
        });
    rig.awaitText(Ids.ROOM_NAME, "Ayşe Yılmaz");
    rig.awaitGone(Ids.PALETTE);
    key(KeyCode.K, true);
    rig.await(Ids.PALETTE);
    DeskRig.fx(
        () -> {
          input.fireEvent(pressed(KeyCode.ESCAPE, false));
          return true;
        });
    rig.awaitGone(Ids.PALETTE);
  }

  @Test
  void showsItsKeysAndStepsThroughTheList() throws Exception {
    show(Language.TR, 1440);
    DeskRig.fx(
        () -> {
          rig.stage().getScene().getAccelerators().entrySet().stream()
              .filter(keys -> keys.getKey().getName().equals("Alt+Down"))
              .forEach(keys -> keys.getValue().run());
          return true;
        });
    rig.awaitText(Ids.ROOM_NAME, "Ayşe Yılmaz");
    key(KeyCode.F1, false);
    rig.await(Ids.SHORTCUTS);
    rig.press(Ids.DIALOG_OK);
    rig.awaitGone(Ids.SHORTCUTS);
  }

  @Test
  void tellsOfAnotherRoomInsideTheWindowAndKeepsSilentOnWish() throws Exception {
    show(Language.EN, 1440);
    rig.backend().socket().say(said("selim", 9));
    rig.awaitText(Ids.TOAST_TEXT, "Selim Koç: Merhaba");
    rig.press(Ids.TOAST_STEP);
    rig.awaitText(Ids.ROOM_NAME, "Selim Koç");
    MenuButton menu = (MenuButton) rig.await(Ids.AVAILABILITY);
    assertThat(DeskRig.fx(menu::getText)).isEqualTo("Available");
    DeskRig.fx(
        () -> {
          menu.getItems().get(1).fire();
          return true;
        });
    rig.awaitText(Ids.AVAILABILITY, "Do not disturb");
    rig.backend().socket().say(said("ayse", 9));
    rig.awaitText(Ids.NAV_UNREAD, "3");
    assertThat(rig.isShown(Ids.TOAST)).isFalse();
  }

  private ServerMessage said(String id, long seq) {
    UserId user = new UserId(id);
    String name = id.equals("selim") ? "Selim Koç" : "Ayşe Yılmaz";
    return new ServerMessage.ChatMessage(
        Samples.text(RoomId.of(user), seq, user, name, "Merhaba", rig.now()));
  }

  private void key(KeyCode code, boolean control) {
    DeskRig.fx(
        () -> {
          javafx.event.Event.fireEvent(
              rig.stage().getScene().getFocusOwner() == null
                  ? rig.stage().getScene().getRoot()
                  : rig.stage().getScene().getFocusOwner(),
              pressed(code, control));
          return true;
        });
  }

  private static KeyEvent pressed(KeyCode code, boolean control) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
  }

  private void archive() {
    MenuButton menu = (MenuButton) rig.await(Ids.ROOM_MENU);
    DeskRig.fx(
        () -> {
          menu.getItems().stream()
              .filter(item -> Ids.ARCHIVE.equals(item.getId()))
              .forEach(javafx.scene.control.MenuItem::fire);
          return true;
        });
  }

  /// Whether a button has room for its words.
  private static boolean isWhole(Labeled labeled) {
    return labeled.getText().isEmpty() || labeled.getWidth() + 1 >= labeled.prefWidth(-1);
  }

  private CallSnapshot ring() throws InterruptedException {
    rig.press(Ids.VIDEO_CALL);
    String key = rig.backend().socket().next(ClientMessage.VideoCallRequest.class).key();
    CallSnapshot call = sample.ringing(rig.now(), 1);
    rig.backend().socket().say(SampleDesk.rings(call, key, 2));
    rig.awaitText(Ids.RING_STATUS, "0:45");
    return call;
  }

  private void active(CallSnapshot call) {
    rig.backend().socket().say(sample.ready(in(call, CallState.CONNECTING, 2)));
    rig.await(Ids.CALL_VIEW);
    rig.backend().socket().say(new ServerMessage.VideoCallStarted(in(call, CallState.ACTIVE, 3)));
    rig.awaitGone(Ids.CALL_STATE);
    page(new SurfaceEvent.Media(true, true, false));
    page(new SurfaceEvent.State(PageState.CONNECTED, null));
  }

  private static CallSnapshot in(CallSnapshot call, CallState state, long version) {
    return Samples.call(
        call.callId().value(),
        Samples.JOHN,
        "John Doe",
        Samples.ELIF,
        "Elif Kaya",
        state,
        version,
        call.createdAt());
  }

  private void page(SurfaceEvent event) {
    DeskRig.fx(
        () -> {
          rig.surface().say(event);
          return true;
        });
  }
}
