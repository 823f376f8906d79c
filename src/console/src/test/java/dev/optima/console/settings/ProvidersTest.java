package dev.optima.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.look.ProviderWords;
import dev.optima.console.look.Styles;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.console.sample.Shots;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.Me;
import dev.optima.protocol.rest.ProviderTest;
import dev.optima.protocol.rest.ProviderTest.Check;
import dev.optima.protocol.rest.Providers;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What carries the calls, in the settings.
class ProvidersTest {
  private static final Answer THREE =
      Answer.json(
          new Providers(
              "jitsi",
              true,
              List.of(
                  new Providers.Provider("direct", null),
                  new Providers.Provider("jitsi", "meet.kuzey.example:8443"),
                  new Providers.Provider("jaas", "8x8.vc"))));

  @TempDir Path home;

  @ParameterizedTest
  @EnumSource(Language.class)
  void showsWhatIsSetAndSaysInWordsWhatIsWrong(Language language) throws Exception {
    try (DeskRig rig = open(Samples.admin(), language, THREE)) {
      rig.backend()
          .script(
              "POST /api/providers/jitsi/test",
              Answer.json(
                  new ProviderTest(
                      false,
                      List.of(
                          new Check("token", true, "token_ok", null),
                          new Check("script", true, "script_ok", null),
                          new Check("clock", false, "clock_off", "95"),
                          new Check("frame", false, "frame_blocked", "X-Frame-Options: DENY")))));
      rig.backend()
          .script(
              "POST /api/providers/jaas/test", Answer.problem(503, ErrorCode.UNAVAILABLE, null));
      rig.press(Ids.PROVIDER_TEST + "jitsi");
      rig.awaitText(Ids.PROVIDER_CHECK + "clock_off", "95");
      rig.awaitText(Ids.PROVIDER_CHECK + "frame_blocked", "X-Frame-Options: DENY");
      rig.press(Ids.PROVIDER_TEST + "jaas");
      scroll(rig);
      Shots.shoot(rig, language, "providers");
      DeskRig.fx(
          () -> {
            Styles.look(true);
            rig.stage().setWidth(900);
            rig.stage().setHeight(600);
            return true;
          });
      scroll(rig);
      Shots.shoot(rig, language, "providers-dark-narrow");
      DeskRig.fx(
          () -> {
            Styles.look(false);
            return true;
          });
    }
  }

  @Test
  void recruitersOnlyRead() throws Exception {
    try (DeskRig rig = open(Samples.elif(), Language.EN, THREE)) {
      assertThat(rig.find(Ids.PROVIDER_TEST + "jitsi")).isNull();
    }
  }

  @Test
  void saysThatTheServerIsTooOld() throws Exception {
    try (DeskRig rig =
        open(Samples.admin(), Language.EN, Answer.problem(404, ErrorCode.NOT_FOUND, null))) {
      rig.awaitText(Ids.PROVIDERS_PROBLEM, "too old");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token_ok",
        "token_bad",
        "anonymous",
        "script_ok",
        "script_missing",
        "script_unreachable",
        "script_tls",
        "script_not_api",
        "script_elsewhere",
        "clock_ok",
        "clock_off",
        "clock_unknown",
        "frame_ok",
        "frame_blocked",
        "frame_missing",
        "frame_unreachable",
        "public_server",
        "link_ok",
        "ice_ok",
        "ice_stun_only",
        "ice_none"
      })
  void hasWordsForWhateverTheBackendFinds(String code) {
    assertThat(ProviderWords.found(new Check("x", true, code, null)).key())
        .isEqualTo("provider.test." + code);
  }

  private DeskRig open(Me me, Language language, Answer providers) throws Exception {
    DeskRig rig = DeskRig.of(me, home, language);
    new SampleDesk(rig.backend(), rig.now()).fill();
    rig.backend().script("GET /api/providers", providers);
    rig.show(me, 1440, 900);
    rig.await(Ids.NAV_SETTINGS);
    rig.press(Ids.NAV_SETTINGS);
    rig.await(Ids.PROVIDERS);
    rig.until(
        "it is known",
        () ->
            rig.stage().getScene().getRoot().lookupAll("#" + Ids.PROVIDERS + " .name").size() == 3
                || rig.find(Ids.PROVIDERS_PROBLEM) instanceof Label said
                    && !said.getText().isEmpty());
    return rig;
  }

  private static void scroll(DeskRig rig) {
    DeskRig.fx(
        () -> {
          ScrollPane page = (ScrollPane) rig.stage().getScene().lookup("#settings .scroll-pane");
          page.applyCss();
          page.layout();
          double top =
              rig.stage().getScene().lookup("#" + Ids.PROVIDERS).getBoundsInParent().getMinY();
          double hidden =
              page.getContent().getBoundsInLocal().getHeight()
                  - page.getViewportBounds().getHeight();
          page.setVvalue(Math.min(1, top / hidden));
          return true;
        });
  }
}
