package dev.optima.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.client.HttpExchange;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.login.LoginView;
import dev.optima.console.login.LoginViewModel;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Styles;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.Shots;
import dev.optima.console.settings.SettingsStore;
import dev.optima.console.surface.PageState;
import dev.optima.console.surface.SurfaceChoice;
import dev.optima.console.surface.SurfaceEvent;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

/// Draws each screen from the running console on sample data, in both languages, to
/// `target/screens/<language>-<screen>.png`: a test that they come about, and a command to look at
/// them (`mvn -pl src/console -am test -Dtest=ScreensTest
/// -Dsurefire.failIfNoSpecifiedTests=false`).
class ScreensTest {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  @TempDir Path home;

  @ParameterizedTest
  @EnumSource(Language.class)
  void drawsEveryScreen(Language language) throws Exception {
    login(language);
    try (DeskRig rig = DeskRig.of(Samples.admin(), home, language)) {
      SampleDesk sample = new SampleDesk(rig.backend(), rig.now());
      sample.fill();
      rig.show(Samples.admin(), WIDTH, HEIGHT);
      rig.awaitText(Ids.ROOM_NAME, "John Doe");
      rig.until("the room is online", () -> isOnline(rig));
      Shots.shoot(rig, language, "room");
      palette(rig, language);
      notices(rig, language);
      CallSnapshot call = ringing(rig, sample, language);
      call(rig, sample, call, language);
      pages(rig, language);
      rig.backend().socket().setWelcoming(false);
      rig.backend().socket().cut();
      rig.skip(java.time.Duration.ofSeconds(2));
      rig.await(Ids.OFFLINE_BAR);
      rig.press(Ids.NAV_APPLICANTS);
      Shots.shoot(rig, language, "offline");
    }
  }

  private static void palette(DeskRig rig, Language language) throws Exception {
    DeskRig.fx(
        () -> {
          Styles.look(true);
          return true;
        });
    Shots.shoot(rig, language, "room-dark");
    DeskRig.fx(
        () -> {
          rig.stage().getScene().getAccelerators().entrySet().stream()
              .filter(keys -> keys.getKey().getName().endsWith("+K"))
              .forEach(keys -> keys.getValue().run());
          return true;
        });
    javafx.scene.control.TextField input =
        (javafx.scene.control.TextField) rig.await(Ids.PALETTE_INPUT);
    DeskRig.fx(
        () -> {
          input.setText("j");
          return true;
        });
    Shots.shoot(rig, language, "palette-dark");
    DeskRig.fx(
        () -> {
          input.clear();
          Styles.look(false);
          return true;
        });
    Shots.shoot(rig, language, "palette");
    DeskRig.fx(
        () -> {
          input.fireEvent(
              new javafx.scene.input.KeyEvent(
                  javafx.scene.input.KeyEvent.KEY_PRESSED,
                  "",
                  "",
                  javafx.scene.input.KeyCode.ESCAPE,
                  false,
                  false,
                  false,
                  false));
          return true;
        });
  }

  private static boolean isOnline(DeskRig rig) {
    return rig.stage().getScene().lookup("#" + Ids.VIDEO_CALL) != null
        && !rig.stage().getScene().lookup("#" + Ids.VIDEO_CALL).isDisabled();
  }

  private void login(Language language) throws Exception {
    SettingsStore settings = SettingsStore.open(home.resolve("login"));
    Stage stage = FxToolkit.registerPrimaryStage();
    LoginViewModel model =
        new LoginViewModel(
            HttpExchange::standard,
            Tasks.onFxThread(),
            settings,
            InstantSource.system(),
            "0.1.0",
            _ -> {});
    LoginView view =
        DeskRig.fx(
            () -> {
              Styles.look(false);
              LoginView made = new LoginView(Words.of(language, ZoneId.of("UTC")), model, _ -> {});
              model.server().set("https://optima.example.org");
              model.email().set("elif@example.org");
              model.again(Message.of("error.badCredentials"));
              Scene scene = new Scene(made, WIDTH, HEIGHT);
              Styles.apply(scene);
              DeskRig.put(stage, scene);
              stage.show();
              return made;
            });
    assertThat(view.lookup("#" + Ids.LOGIN_PROBLEM)).isNotNull();
    Shots.write(stage.getScene(), language, "login");
    DeskRig.fx(
        () -> {
          view.close();
          return true;
        });
  }

  private static void notices(DeskRig rig, Language language) throws Exception {
    rig.press(Ids.VIDEO_CALL);
    String key = rig.backend().socket().next(ClientMessage.VideoCallRequest.class).key();
    rig.backend()
        .socket()
        .say(
            new ServerMessage.Failure(
                ErrorCode.BUSY,
                "busy",
                key,
                null,
                null,
                "Mert Demir",
                Samples.MERT,
                rig.now().minusSeconds(600),
                null,
                null));
    rig.await(Ids.NOTICE);
    Shots.shoot(rig, language, "busy");
    rig.press(Ids.NOTICE_CLOSE);
    rig.press(Ids.INVITE);
    rig.until(
        "the link is there",
        () -> !rig.stage().getScene().lookup("#" + Ids.INVITE_COPY).isDisabled());
    Shots.shoot(rig, language, "invitation");
    rig.press(Ids.INVITE_MAIL);
    rig.await(Ids.INVITE_PREVIEW);
    Shots.shoot(rig, language, "invitation-mail");
    rig.press(Ids.INVITE_SEND);
    rig.await(Ids.INVITE_MAIL_STATE);
    rig.press(Ids.DIALOG_CANCEL);
    rig.press(Ids.DIALOG_OK);
    importing(rig, language);
    rig.press(Ids.APPLICANT_NEW);
    rig.await(Ids.NEW_CREATE);
    rig.press(Ids.NEW_CREATE);
    Shots.shoot(rig, language, "new-applicant");
    rig.press(Ids.DIALOG_CANCEL);
  }

  private static void importing(DeskRig rig, Language language) throws Exception {
    rig.press(Ids.APPLICANT_IMPORT);
    dev.optima.console.applicant.ImportView view =
        (dev.optima.console.applicant.ImportView) rig.await(Ids.IMPORT);
    Shots.shoot(rig, language, "import");
    Path file = Files.createTempFile("applicants", ".csv");
    Files.writeString(
        file,
        "Name,E-mail,Position\nZeynep Şahin,zeynep@example.org,Designer\n"
            + "Nobody,no address,Engineer\nAli Vural,ali@example.org,Analyst\n");
    DeskRig.fx(
        () -> {
          view.model().choose(file);
          return true;
        });
    rig.await(Ids.IMPORT_TABLE);
    Shots.shoot(rig, language, "import-seen");
    rig.press(Ids.IMPORT_RUN);
    rig.awaitText(Ids.IMPORT_COUNT, "2");
    rig.press(Ids.DIALOG_OK);
    Files.delete(file);
  }

  private static CallSnapshot ringing(DeskRig rig, SampleDesk sample, Language language)
      throws Exception {
    rig.press(Ids.VIDEO_CALL);
    String key = rig.backend().socket().next(ClientMessage.VideoCallRequest.class).key();
    CallSnapshot call = sample.ringing(rig.now(), 7);
    rig.backend().socket().say(SampleDesk.rings(call, key, 2));
    rig.awaitText(Ids.RING_STATUS, "0:45");
    Shots.shoot(rig, language, "ringing");
    return call;
  }

  private static void call(DeskRig rig, SampleDesk sample, CallSnapshot ringing, Language language)
      throws Exception {
    CallSnapshot accepted =
        Samples.call(
            ringing.callId().value(),
            Samples.JOHN,
            "John Doe",
            Samples.ELIF,
            "Elif Kaya",
            CallState.CONNECTING,
            2,
            ringing.createdAt());
    rig.backend().socket().say(sample.ready(accepted));
    rig.await(Ids.CALL_VIEW);
    Shots.shoot(rig, language, "connecting");
    CallSnapshot active =
        Samples.call(
            ringing.callId().value(),
            Samples.JOHN,
            "John Doe",
            Samples.ELIF,
            "Elif Kaya",
            CallState.ACTIVE,
            3,
            ringing.createdAt());
    rig.backend().socket().say(new ServerMessage.VideoCallStarted(active));
    rig.awaitGone(Ids.CALL_STATE);
    DeskRig.fx(
        () -> {
          rig.surface().say(new SurfaceEvent.Media(true, true, false));
          rig.surface().say(new SurfaceEvent.State(PageState.CONNECTED, null));
          rig.surface()
              .say(
                  new SurfaceEvent.Stats(
                      0.038, 0.002, 0.004, 1_800_000.0, 30.0, 1280, 720, 400, 4));
          return true;
        });
    rig.skip(java.time.Duration.ofSeconds(766));
    Shots.shoot(rig, language, "call");
    rig.press(Ids.MUTE);
    DeskRig.fx(
        () -> {
          rig.surface().say(new SurfaceEvent.Media(false, true, false));
          rig.surface().say(new SurfaceEvent.State(PageState.RECONNECTING, null));
          return true;
        });
    rig.press(Ids.CHAT);
    rig.await(Ids.CALL_SIDE);
    Shots.shoot(rig, language, "call-chat");
    rig.press(Ids.SHARE);
    rig.await(Ids.DIALOG_OK);
    Shots.shoot(rig, language, "share");
    rig.press(Ids.DIALOG_CANCEL);
    rig.press(Ids.NAV_APPLICANTS);
    rig.await(Ids.IN_CALL_BAR);
    Shots.shoot(rig, language, "in-call-bar");
    rig.surface()
        .choose(
            new SurfaceChoice(
                SurfaceChoice.Form.BROWSER_WINDOW, SurfaceChoice.Reason.ENGINE_FAILED));
    rig.press(Ids.IN_CALL_RETURN);
    DeskRig.fx(
        () -> {
          rig.surface().say(new SurfaceEvent.Unavailable());
          return true;
        });
    rig.await(Ids.SURFACE_NOTE);
    Shots.shoot(rig, language, "call-in-browser");
    rig.backend()
        .socket()
        .say(
            new ServerMessage.VideoCallEnded(
                Samples.ended(
                    active,
                    CallState.ENDED,
                    dev.optima.protocol.call.CallOutcome.COMPLETED,
                    java.time.Duration.ofSeconds(766),
                    rig.now(),
                    Samples.JOHN)));
    rig.await(Ids.NOTICE);
    Shots.shoot(rig, language, "ended");
    rig.press(Ids.NOTICE_CLOSE);
  }

  private static void pages(DeskRig rig, Language language) throws Exception {
    rig.press(Ids.NAV_CALLS);
    rig.await(Ids.CALLS_LIVE);
    Shots.shoot(rig, language, "calls");
    rig.press(Ids.NAV_SETTINGS);
    rig.await(Ids.SIGN_OUT);
    Shots.shoot(rig, language, "settings");
    rig.press(Ids.NAV_APPLICANTS);
    DeskRig.fx(
        () -> {
          rig.stage().setWidth(900);
          rig.stage().setHeight(600);
          return true;
        });
    Shots.shoot(rig, language, "narrow");
    DeskRig.fx(
        () -> {
          rig.stage().setWidth(WIDTH);
          rig.stage().setHeight(HEIGHT);
          return true;
        });
  }
}
