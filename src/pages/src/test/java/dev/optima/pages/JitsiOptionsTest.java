package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import dev.optima.protocol.message.Role;
import dev.optima.scripted.Frame;
import dev.optima.scripted.Verdict;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the call page gives to a Jitsi: exactly what was decided, and nothing that says too much.
class JitsiOptionsTest {
  @RegisterExtension static final HostedCall hosted = new HostedCall();

  @ParameterizedTest
  @ValueSource(strings = {"en", "tr"})
  void theFrameIsToldTheRoomTheTokenAndTheLanguage(String language) {
    HostedSide john = hosted.john().speak(language);
    Frame frame = john.join(hosted.call);

    assertThat(frame.path()).isEqualTo(JitsiTickets.ROOM);
    assertThat(frame.token()).isEqualTo(john.tickets.given.getLast());
    assertThat(frame.verdict()).isInstanceOf(Verdict.Welcome.class);
    assertThat(
            frame.language().isEmpty()
                ? frame.config().path("defaultLanguage").asText()
                : frame.language())
        .isEqualTo(language);
  }

  @Test
  void whatOurOwnControlsOfferIsNotOfferedTwice() {
    JsonNode config = hosted.elif().join(hosted.call).config();

    assertThat(config.path("prejoinPageEnabled")).isEqualTo(BooleanNode.FALSE);
    assertThat(config.path("prejoinConfig").path("enabled")).isEqualTo(BooleanNode.FALSE);
    assertThat(config.path("disableDeepLinking").asBoolean()).isTrue();
    assertThat(config.path("toolbarButtons").isArray()).isTrue();
    assertThat(config.path("toolbarButtons"))
        .noneMatch(
            button ->
                Set.of(
                        "microphone",
                        "camera",
                        "desktop",
                        "hangup",
                        "chat",
                        "recording",
                        "security",
                        "invite",
                        "embedmeeting",
                        "fullscreen",
                        "profile")
                    .contains(button.asText()));
  }

  @Test
  void nobodyIsToldAnAddressAndNoPageBelowLearnsTheTicket() {
    Frame frame = hosted.john().join(hosted.call);
    String everything = frame.config() + " " + frame.interfaceConfig() + " " + frame.user();
    assertThat(everything).doesNotContain("@").doesNotContain("oct_").doesNotContain("email");
    assertThat(frame.referrer()).doesNotContain("c1").doesNotContain("oct_");
  }

  @Test
  void nobodyElseIsAskedForAnything() {
    HostedSide john = hosted.john();
    john.join(hosted.call);
    HostedSide elif = hosted.elif();
    elif.join(hosted.call);
    hosted.active();
    assertThat(elif.body("[data-state=connected]")).isVisible();
    assertThat(john.body("[data-state=connected]")).isVisible();
    assertThat(john.origins)
        .containsExactlyInAnyOrder(hosted.server.origin(), hosted.jitsi.origin());
  }

  @Test
  void theFrameMayUseCameraAndMicrophone() {
    Frame frame = hosted.john().join(hosted.call);
    HostedSide elif = hosted.elif();
    elif.join(hosted.call);
    elif.until(() -> frame.devices() != null);
    assertThat(Objects.requireNonNull(frame.devices()).path("video").asBoolean())
        .as("%s", frame.devices())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIGHT", "DARK"})
  void nothingStandsInAnybodysWay(ColorScheme scheme) {
    HostedSide elif =
        hosted.side(Role.RECRUITER, new Browser.NewContextOptions().setColorScheme(scheme));
    elif.join(hosted.call);
    Access.isOpen(elif.page, "alone in the room");
    hosted.john().join(hosted.call);
    hosted.active();
    assertThat(elif.body("[data-state=connected]")).isVisible();
    Access.isOpen(elif.page, "together");
  }
}
