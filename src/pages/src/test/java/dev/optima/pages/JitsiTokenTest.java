package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.message.ClientMessage;
import dev.optima.scripted.Frame;
import dev.optima.scripted.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A token opens a room once: whoever comes again has a new one.
class JitsiTokenTest {
  @RegisterExtension static final HostedCall hosted = new HostedCall();

  private List<Frame> of(HostedSide side) {
    return hosted.jitsi.frames().stream()
        .filter(one -> side.tickets.given.contains(one.token()))
        .toList();
  }

  @Test
  void aReloadComesWithAnotherToken() {
    HostedSide john = hosted.john();
    Frame first = john.join(hosted.call);
    int before = hosted.jitsi.frames().size();
    john.page.reload();
    Frame second = john.joined(before);
    assertThat(second.token()).isNotEqualTo(first.token());
    assertThat(second.verdict()).isInstanceOf(Verdict.Welcome.class);
    assertThat(john.backend.heard(ClientMessage.VideoCallEnd.class))
        .as("a reload is no end")
        .isEmpty();
  }

  @Test
  void anExpiredTokenIsRenewedByItself() {
    HostedSide john = hosted.john();
    john.tickets.expired = 1;
    int before = hosted.jitsi.frames().size();
    john.open(hosted.call);
    john.joined(before);
    assertThat(of(john)).hasSize(2);
    assertThat(of(john).getFirst().verdict()).isInstanceOf(Verdict.Refused.class);
    assertThat(john.by("problem")).isHidden();
  }

  @Test
  void aTokenThatIsRefusedAgainAndAgainIsNotAskedForForEver() {
    HostedSide john = hosted.john();
    john.tickets.expired = 1_000;
    john.open(hosted.call);
    assertThat(john.problem("provider_refused")).isVisible();
    int tried = john.tickets.given.size();
    assertThat(tried).isBetween(2, 4);
    john.page.waitForTimeout(2_000);
    assertThat(john.tickets.given).hasSize(tried);
    assertThat(john.backend.heard(ClientMessage.VideoCallJoined.class)).isEmpty();
  }

  @Test
  void theTokenStaysInTheFrameSAddress() {
    HostedSide john = hosted.john();
    Frame frame = john.join(hosted.call);
    assertThat(john.page.url()).doesNotContain("jwt").doesNotContain("oct_");
    assertThat((String) john.page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})"))
        .doesNotContain(frame.token());
  }
}
