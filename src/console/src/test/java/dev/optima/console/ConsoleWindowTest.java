package dev.optima.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.ConsoleWindow.Surfaces;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.client.LoopbackAuthority;
import dev.optima.console.client.LoopbackAuthority.Kind;
import dev.optima.console.client.LoopbackServer;
import dev.optima.console.client.SignalTiming;
import dev.optima.console.devices.DevicePlace;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.notify.Announcer;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.console.sample.ScriptedNotifier;
import dev.optima.console.sample.ScriptedSurface;
import dev.optima.console.sample.Shots;
import dev.optima.console.settings.ConsoleSettings;
import dev.optima.console.settings.SettingsStore;
import dev.optima.console.shell.Desk;
import dev.optima.console.surface.SurfaceChoice;
import dev.optima.protocol.message.ErrorCode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The window between signing in and the desk: whatever goes wrong there is said in words.
class ConsoleWindowTest {
  @TempDir Path home;

  private final HttpExchange http = HttpExchange.standard();
  private final ScriptedSurface surface = new ScriptedSurface();
  private final ScriptedSurface checks = new ScriptedSurface();
  private boolean firstStart;
  private @Nullable String remembered;
  private @Nullable String named;
  private SettingsStore kept;
  private Optional<String> token = Optional.empty();
  private ScriptedBackend backend;
  private Stage stage;
  private @Nullable ConsoleWindow window;

  @BeforeEach
  void start() throws Exception {
    backend = ScriptedBackend.start(Samples.elif());
    kept = SettingsStore.open(home);
    stage = FxToolkit.registerPrimaryStage();
  }

  @AfterEach
  void stop() throws Exception {
    DeskRig.fx(
        () -> {
          if (window != null) {
            window.close();
          }
          stage.hide();
          return true;
        });
    backend.close();
    http.close();
  }

  @Test
  void saysThatTheDeskCouldNotBeBuilt() {
    open(
        surfaces(
            () -> {
              throw new IllegalStateException("no surface can be chosen");
            }));
    signIn(ScriptedBackend.PASSWORD);
    until("the form says why", () -> problem().contains("DESK-1"));
    assertThat(node(Ids.LOGIN_SUBMIT).isDisabled()).isFalse();
    assertThat(seen(Ids.SHELL)).isNull();
  }

  @Test
  void saysThatTheAccountCouldNotBeRead() {
    open(surfaces(surface::choice));
    backend.script("GET /api/sessions/current", Answer.problem(500, ErrorCode.INTERNAL, null));
    signIn(ScriptedBackend.PASSWORD);
    until("the form says why", () -> problem().contains("Something went wrong"));
    assertThat(node(Ids.LOGIN_SUBMIT).isDisabled()).isFalse();
  }

  @Test
  void whoeverMistypedThePasswordTypesOnAtOnce() {
    open(surfaces(surface::choice));
    signIn("guess");
    until("the form says why", () -> problem().contains("password is wrong"));
    TextInputControl password = (TextInputControl) node(Ids.LOGIN_PASSWORD);
    until("the password is marked", () -> password.getSelectedText().equals("guess"));
    assertThat(stage.getScene().getFocusOwner()).isSameAs(password);
    signIn(ScriptedBackend.PASSWORD);
    until("the desk is there", () -> seen(Ids.SHELL) != null);
  }

  @Test
  void hasItsPictureBeforeAnybodySignsIn() {
    DeskRig.fx(() -> stage.getIcons().removeAll(List.copyOf(stage.getIcons())));
    open(surfaces(surface::choice));
    until("the window has its picture", () -> !stage.getIcons().isEmpty());
  }

  @Test
  void aLinkThatComesBeforeSigningInIsShownAfterIt() throws Exception {
    new SampleDesk(backend, Instant.now()).fill();
    open(surfaces(surface::choice));
    link("optima://applicant/ayse");
    until("the form says that it waits", () -> isShown(Ids.LOGIN_LINK_WAITS));
    Shots.write(stage.getScene(), Language.EN, "login-link-waits");
    signIn(ScriptedBackend.PASSWORD);
    until("the desk is there", () -> seen(Ids.SHELL) != null);
    until(
        "the room is open",
        () -> seen(Ids.ROOM_NAME) instanceof Labeled name && name.getText().equals("Ayşe Yılmaz"));
  }

  @Test
  void aLinkToAServerIsFilledInAndNothingElse() throws Exception {
    open(surfaces(surface::choice));
    DeskRig.fx(
        () -> {
          ((TextInputControl) node(Ids.LOGIN_PASSWORD)).setText("typed for the first one");
          return true;
        });
    int asked = backend.requests().size();
    link("optima://server?url=https%3A%2F%2Foptima.evil.example");
    until("the server is asked for", () -> isShown(Ids.SERVER_LINKED));
    assertThat(((Labeled) node(Ids.SERVER_LINKED)).getText()).contains("optima.evil.example");
    assertThat(((TextInputControl) node(Ids.LOGIN_SERVER)).getText())
        .isEqualTo("https://optima.evil.example");
    Shots.write(stage.getScene(), Language.EN, "server-linked");
    assertThat(backend.requests()).hasSize(asked);
    assertThat(SettingsStore.open(home).get().server()).isNull();
    DeskRig.fx(
        () -> {
          ((TextInputControl) node(Ids.LOGIN_SERVER)).setText(backend.address().toString());
          ((ButtonBase) node(Ids.SERVER_GO)).fire();
          return true;
        });
    until("one is asked who one is", () -> isShown(Ids.LOGIN_PASSWORD));
    assertThat(((TextInputControl) node(Ids.LOGIN_PASSWORD)).getText()).isEmpty();
  }

  @Test
  void aLinkToAnotherServerAsksBeforeItSignsOut() throws Exception {
    open(surfaces(surface::choice));
    signIn(ScriptedBackend.PASSWORD);
    until("the desk is there", () -> seen(Ids.SHELL) != null);
    link("optima://server?url=https%3A%2F%2Foptima.example.org");
    until("it asks", () -> isShown(Ids.DIALOG));
    Shots.write(stage.getScene(), Language.EN, "link-server");
    assertThat(SettingsStore.open(home).get().token()).isNotNull();
    press(Ids.DIALOG_CANCEL);
    assertThat(seen(Ids.SHELL)).isNotNull();
    link("optima://server?url=https%3A%2F%2Foptima.example.org");
    until("it asks again", () -> isShown(Ids.DIALOG));
    press(Ids.DIALOG_OK);
    until("the server is filled in", () -> isShown(Ids.SERVER_LINKED));
  }

  @Test
  void theQuestionTellsTwoServersOfOneHostApart() throws Exception {
    open(surfaces(surface::choice));
    signIn(ScriptedBackend.PASSWORD);
    until("the desk is there", () -> seen(Ids.SHELL) != null);
    link("optima://server?url=http%3A%2F%2F127.0.0.1%3A1%2Fother");
    until("it asks", () -> isShown(Ids.DIALOG));
    assertThat(words(node(Ids.DIALOG)))
        .contains("127.0.0.1:1/other")
        .contains("at " + backend.address().place() + ".");
  }

  @Test
  void aLaterStartThatNamesAServerIsHeard() throws Exception {
    open(surfaces(surface::choice));
    signIn(ScriptedBackend.PASSWORD);
    until("the desk is there", () -> seen(Ids.SHELL) != null);
    String here = backend.address().toString();
    link(told("--server", here + "/"));
    link(told());
    assertThat(isShown(Ids.DIALOG)).isFalse();
    link(told("--server", "optima.example.org"));
    until("it asks", () -> isShown(Ids.DIALOG));
    assertThat(words(node(Ids.DIALOG))).contains("optima.example.org");
  }

  @Test
  void aServerThatIsNamedAtTheStartIsRememberedOnceSomebodyHasSignedIn() throws Exception {
    remembered = "https://other.example.org";
    named = backend.address().toString();
    open(surfaces(surface::choice));
    until("one is asked who one is", () -> isShown(Ids.LOGIN_PASSWORD));
    assertThat(kept.get().server()).isEqualTo("https://other.example.org");
    signIn(ScriptedBackend.PASSWORD);
    until("the desk is there", () -> seen(Ids.SHELL) != null);
    assertThat(kept.get().server()).isEqualTo(backend.address().toString());
  }

  private static String told(String... words) {
    return WindowLinks.telling(Arguments.parse(List.of(words), Map.of()));
  }

  private static String words(Node node) {
    return node.lookupAll(".label").stream()
        .map(label -> ((Labeled) label).getText())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void saysThatALinkIsNotUnderstood() {
    open(surfaces(surface::choice));
    link("optima://join/%2e%2e");
    until("the form says so", () -> problem().contains("not understood"));
  }

  @Test
  void offersTheCheckOfTheDevicesOnceOnAComputer() throws Exception {
    firstStart = true;
    open(surfaces(surface::choice));
    signIn(ScriptedBackend.PASSWORD);
    until("the check is offered", () -> isShown(Ids.DEVICES_STEP));
    assertThat(checks.opened()).as("no camera before it is asked for").isEmpty();
    Shots.write(stage.getScene(), Language.EN, "devices-step");
    press(Ids.DEVICES_GO);
    until("the page is asked for", () -> checks.opened().size() == 1);
    assertThat(checks.opened().getFirst().joinUrl().getPath())
        .isEqualTo("/pages/devices/index.html");
    press(Ids.DEVICES_LEAVE);
    until("the desk is there", () -> seen(Ids.SHELL) != null);
    assertThat(checks.closed()).isEqualTo(1);
    assertThat(surface.opened()).isEmpty();
    until("it is remembered", () -> SettingsStore.open(home).get().devicesAsked());
  }

  @Test
  void saysWhyARememberedSessionDoesNotGetIn() throws Exception {
    LoopbackAuthority authority = new LoopbackAuthority(home);
    try (LoopbackServer stranger = new LoopbackServer(authority.server(Kind.BY_ITSELF))) {
      remembered = stranger.address().toString();
      token = Optional.of("ost_remembered");
      open(surfaces(surface::choice));
      until(
          "the form says why",
          () ->
              seen(Ids.TROUBLE) instanceof Labeled words
                  && words.getText().contains("signed by nobody but itself"));
      assertThat(node(Ids.LOGIN_SUBMIT).isDisabled()).isFalse();
    }
  }

  private void link(String text) {
    DeskRig.fx(
        () -> {
          if (window != null) {
            window.opened(text);
          }
          return true;
        });
  }

  private void press(String id) {
    DeskRig.fx(
        () -> {
          ((ButtonBase) node(id)).fire();
          return true;
        });
  }

  private boolean isShown(String id) {
    Node node = seen(id);
    return node != null && node.isVisible();
  }

  private Surfaces surfaces(Supplier<SurfaceChoice> choice) {
    return new Surfaces(
        surface.picture(), choice, () -> {}, new DevicePlace(checks, checks.picture()));
  }

  private void open(Surfaces surfaces) {
    SettingsStore settings = kept;
    if (!firstStart) {
      settings.change(ConsoleSettings::withDevicesAsked);
    }
    settings.change(
        known ->
            known
                .withLanguage(Language.EN)
                .withSounds(false)
                .withSignIn(
                    remembered == null ? backend.address().toString() : remembered, "", null));
    Tasks tasks = Tasks.onFxThread();
    InstantSource clock = InstantSource.system();
    ZoneId zone = ZoneId.of("Europe/Istanbul");
    Desk.Ground ground =
        new Desk.Ground(
            tasks,
            settings,
            surface,
            SignalTiming.standard(),
            clock,
            zone,
            new Announcer(settings, tasks, clock, zone, new ScriptedNotifier(), (_, _) -> {}));
    DeskRig.fx(
        () -> {
          ConsoleWindow opened = new ConsoleWindow(stage, ground, surfaces, () -> http);
          window = opened;
          String given = named == null ? remembered : named;
          opened.open(given == null ? backend.address().toString() : given, token);
          return true;
        });
  }

  private void signIn(String password) {
    DeskRig.fx(
        () -> {
          ((TextInputControl) node(Ids.LOGIN_EMAIL)).setText("elif@example.org");
          ((TextInputControl) node(Ids.LOGIN_PASSWORD)).setText(password);
          ((ButtonBase) node(Ids.LOGIN_SUBMIT)).fire();
          return true;
        });
  }

  private String problem() {
    return seen(Ids.LOGIN_PROBLEM) instanceof Labeled words ? words.getText() : "";
  }

  private Node node(String id) {
    Node node = seen(id);
    if (node == null) {
      throw new AssertionError("#" + id + " is not there");
    }
    return node;
  }

  private @Nullable Node seen(String id) {
    return stage.getScene().getRoot().lookup("#" + id);
  }

  private static void until(String what, Callable<Boolean> holds) {
    try {
      WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> DeskRig.fx(holds));
    } catch (Exception e) {
      throw new AssertionError("did not happen: " + what, e);
    }
  }
}
