package dev.optima.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.client.HttpExchange;
import dev.optima.console.client.LoopbackAuthority;
import dev.optima.console.client.LoopbackAuthority.Kind;
import dev.optima.console.client.LoopbackServer;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Styles;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.Shots;
import dev.optima.console.settings.SettingsStore;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The first start of a console that knows no server, on real servers with bad certificates.
@SuppressWarnings("NullAway.Init") // Each test shows it first.
class FirstStartTest {
  @TempDir static Path folder;
  @TempDir Path home;

  private static LoopbackAuthority authority;
  private static HttpExchange http;

  private Stage stage;
  private LoginViewModel model;
  private SignInView view;

  @BeforeAll
  static void make() throws Exception {
    authority = new LoopbackAuthority(folder);
    http = authority.trusting();
  }

  @AfterAll
  static void end() {
    http.close();
  }

  @AfterEach
  void close() {
    DeskRig.fx(
        () -> {
          view.close();
          stage.hide();
          Styles.look(false);
          return true;
        });
  }

  private void show(Language language, boolean dark, double width, double height) throws Exception {
    stage = FxToolkit.registerPrimaryStage();
    model =
        new LoginViewModel(
            () -> http,
            Tasks.onFxThread(),
            SettingsStore.open(home),
            InstantSource.system(),
            "0.1.0",
            _ -> {});
    DeskRig.fx(
        () -> {
          Styles.look(dark);
          view = new SignInView(Words.of(language, ZoneId.of("Europe/Istanbul")), model, _ -> {});
          Scene scene = new Scene(view, width, height);
          Styles.apply(scene);
          DeskRig.put(stage, scene);
          stage.show();
          view.focusFirst();
          return true;
        });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void findsTheServerAndAsksWhoOneIs(Language language) throws Exception {
    show(language, false, 1440, 900);
    Shots.write(stage.getScene(), language, "server");
    try (LoopbackServer server = new LoopbackServer(authority.server(Kind.GOOD))) {
      type(server.address().toString());
      press(Ids.SERVER_GO);
      until("one is asked who one is", () -> find(Ids.LOGIN_EMAIL) != null);
      assertThat(text(Ids.LOGIN_PLACE)).startsWith("Kuzey Yazılım · 127.0.0.1:");
      assertThat(DeskRig.fx(() -> stage.getScene().getFocusOwner().getId()))
          .isEqualTo(Ids.LOGIN_EMAIL);
      Shots.write(stage.getScene(), language, "login-found");
      press(Ids.LOGIN_CHANGE);
      until("back", () -> find(Ids.LOGIN_SERVER) != null);
      assertThat(DeskRig.fx(() -> ((TextInputControl) find(Ids.LOGIN_SERVER)).getText()))
          .isEqualTo(server.address().toString());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void explainsBadCertificatesInPlainWords(Kind kind) throws Exception {
    if (kind == Kind.GOOD) {
      show(Language.EN, false, 900, 600);
      return;
    }
    boolean turkish = kind == Kind.STRANGE || kind == Kind.EXPIRED;
    boolean small = kind == Kind.BY_ITSELF || kind == Kind.EXPIRED;
    Language language = turkish ? Language.TR : Language.EN;
    show(language, kind == Kind.NOT_YET, small ? 900 : 1440, small ? 600 : 900);
    try (LoopbackServer server = new LoopbackServer(authority.server(kind))) {
      type(server.address().toString());
      press(Ids.SERVER_GO);
      String said =
          switch (kind) {
            case EXPIRED -> "sertifikasının süresi doldu";
            case NOT_YET -> "valid only from";
            case FOR_OTHERS -> "for another name: mail.kuzey.example, kuzey.example";
            case STRANGE -> "“Corp Inspection CA” imzalamış";
            case BY_ITSELF -> "signed by nobody but itself";
            case GOOD -> throw new AssertionError();
          };
      until("the trouble is said", () -> text(Ids.TROUBLE).contains(said));
      assertThat(text(Ids.TROUBLE_STEP)).isNotBlank();
      assertThat(DeskRig.fx(() -> stage.getScene().getFocusOwner().getId()))
          .isEqualTo(Ids.LOGIN_SERVER);
      Shots.write(stage.getScene(), language, "trouble-" + kind.name().toLowerCase(Locale.ROOT));
      type(server.address() + "/");
      until("it goes when the address changes", () -> !find(Ids.TROUBLE).getParent().isVisible());
    }
  }

  @Test
  void saysWhatToDoAboutOtherTroubles() throws Exception {
    show(Language.EN, false, 900, 600);
    type("not an address");
    press(Ids.SERVER_GO);
    until("it is no address", () -> text(Ids.TROUBLE).contains("not a server address"));
    type("https://no-such-host.invalid");
    press(Ids.SERVER_GO);
    until("nobody is called so", () -> text(Ids.TROUBLE).contains("no server called"));
    Shots.write(stage.getScene(), Language.EN, "trouble-name");
    try (LoopbackServer server = new LoopbackServer(null)) {
      server.tells("0.3.0");
      type(server.address().toString());
      press(Ids.SERVER_GO);
      until("too old", () -> text(Ids.TROUBLE).contains("this console is older (0.1.0)"));
    }
  }

  @Test
  void sendsNoPasswordWhereEverybodyReadsIt() throws Exception {
    show(Language.TR, true, 900, 600);
    type("http://10.0.0.5:8080");
    press(Ids.SERVER_GO);
    until("it says so", () -> text(Ids.TROUBLE).contains("https ile değil http ile"));
    assertThat(DeskRig.fx(() -> model.serverStep().busy().get())).isFalse();
    Shots.write(stage.getScene(), Language.TR, "trouble-open-dark");
  }

  @Test
  void aPastedLinkFillsInAsAnOpenedOneDoes() throws Exception {
    show(Language.EN, false, 900, 600);
    try (LoopbackServer server = new LoopbackServer(null)) {
      String address = server.address().toString();
      type("optima://server?url=" + URLEncoder.encode(address, StandardCharsets.UTF_8) + " ");
      press(Ids.SERVER_GO);
      until("it is filled in", () -> find(Ids.SERVER_LINKED).isVisible());
      assertThat(DeskRig.fx(() -> ((TextInputControl) find(Ids.LOGIN_SERVER)).getText()))
          .isEqualTo(address);
      press(Ids.SERVER_GO);
      until("one is asked who one is", () -> find(Ids.LOGIN_EMAIL) != null);
    }
  }

  @Test
  void aLinkFillsInAndSaysWhichHost() throws Exception {
    show(Language.TR, true, 900, 600);
    DeskRig.fx(
        () -> {
          model.suggest(URI.create("https://optima.example.org"));
          return true;
        });
    assertThat(text(Ids.SERVER_LINKED)).contains("optima.example.org");
    Shots.write(stage.getScene(), Language.TR, "server-linked-dark");
    type("https://other.example.org");
    assertThat(DeskRig.fx(() -> find(Ids.SERVER_LINKED).isVisible())).isFalse();
  }

  private void type(String address) {
    DeskRig.fx(
        () -> {
          ((TextInputControl) find(Ids.LOGIN_SERVER)).setText(address);
          return true;
        });
  }

  private void press(String id) {
    DeskRig.fx(
        () -> {
          ((ButtonBase) find(id)).fire();
          return true;
        });
  }

  private String text(String id) {
    return DeskRig.fx(() -> find(id) instanceof Labeled words ? words.getText() : "");
  }

  private Node find(String id) {
    return stage.getScene().getRoot().lookup("#" + id);
  }

  private static void until(String what, Callable<Boolean> holds) {
    try {
      WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> DeskRig.fx(holds));
    } catch (Exception e) {
      throw new AssertionError("did not happen: " + what, e);
    }
  }
}
