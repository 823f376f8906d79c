package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.JoinTicket;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A call that is held elsewhere, by a link: the page opens it and keeps what Optima knows of it.
class LinkCallTest {
  @RegisterExtension static final HostedCall hosted = new HostedCall();

  private static final String ELSEWHERE = "https://meet.example/optima-c1";

  private HostedSide john;

  @BeforeEach
  void link() {
    john = hosted.john();
    linked(john);
  }

  private static void linked(HostedSide side) {
    side.backend.rest.put(
        "POST /api/video-calls/c1/join",
        asked ->
            new ScriptedBackend.Answer(
                201,
                new JoinTicket(
                    Side.CALL,
                    "link",
                    hosted.server.origin() + "/call/c1#ticket=oct_john",
                    null,
                    null,
                    null,
                    null,
                    ELSEWHERE,
                    true)));
    side.context.route(
        "https://meet.example/**",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody("<title>elsewhere</title>")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "tr"})
  void theLinkIsOpenedBesideAndKnowsNothingOfUs(String language) {
    john.speak(language).open(hosted.call);
    assertThat(john.body("[data-carrier=link]")).isVisible();
    var opener = john.by("link-open");
    assertThat(opener).hasAttribute("href", ELSEWHERE);
    Access.isOpen(john.page, "a link, " + language);
    var beside = john.context.waitForPage(opener::click);
    assertThat(beside.url()).isEqualTo(ELSEWHERE);
    assertThat(beside.evaluate("window.opener")).isNull();
    assertThat(beside.evaluate("document.referrer")).isEqualTo("");
    assertThat(john.page.locator("iframe")).hasCount(0);
  }

  @Test
  void theCallEndsHereAsEver() {
    john.open(hosted.call);
    assertThat(john.body("[data-carrier=link]")).isVisible();
    assertThat(john.by("link-open")).isVisible();
    assertThat(john.backend.heard(ClientMessage.VideoCallJoined.class)).isEmpty();
    john.context.waitForPage(john.by("link-open")::click);
    john.until(() -> !john.backend.heard(ClientMessage.VideoCallJoined.class).isEmpty());
    hosted.active();
    john.by("hang-up").click();
    john.until(() -> john.backend.heard(ClientMessage.VideoCallEnd.class).size() == 1);
    hosted.ended();
    assertThat(john.body("[data-state=ended]")).isVisible();
  }

  /// A browser wakes the timers of a tab that is hidden and silent once a minute, longer than the
  /// lease.
  @Test
  void whoHasThePageBehindTheLinkIsThereThoughItsTimersSleep() {
    john.context.addInitScript(
        "{ const real = window.setInterval; window.setInterval = (act, ms, ...more) =>"
            + " (ms >= 5000 ? 0 : real(act, ms, ...more)); }");
    john.open(hosted.call);
    john.context.waitForPage(john.by("link-open")::click);
    john.until(() -> !john.backend.heard(ClientMessage.VideoCallJoined.class).isEmpty());
    john.until(() -> !john.backend.heard(ClientMessage.VideoCallAlive.class).isEmpty());
  }

  @Test
  void theConsoleOpensItInTheSystemSBrowser() {
    HostedSide elif = hosted.elif().inConsole();
    linked(elif);
    elif.open(hosted.call);
    assertThat(elif.body("[data-carrier=link]")).isVisible();
    elif.by("link-open").click();
    elif.says("m.type === 'open_link' && m.url === '" + ELSEWHERE + "'");
    assertThat(elif.context.pages()).hasSize(1);
    elif.says("m.type === 'offers' && !m.media && !m.screen");
    elif.by("link-open").click();
    elif.until(
        () ->
            Objects.equals(
                2, elif.page.evaluate("said.filter(m => m.type === 'open_link').length")));
  }
}
