package dev.optima.console.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FenceTest {
  private static final URI JOIN = URI.create("https://optima.example/call/c1#ticket=oct_secret");
  private final Fence fence =
      new Fence(
          new CallTarget(
              JOIN, "en", Set.of(Origin.of(URI.create("https://meet.example:8443/x"))), null));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "about:blank",
        "https://optima.example/call/c1?host=console#ticket=oct_secret",
        "HTTPS://OPTIMA.EXAMPLE:443/",
        "https://optima.example/odd?q=a b|c"
      })
  void the_window_may_show_the_backend(String url) {
    assertThat(fence.allowsPage(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://optima.example/call/c1",
        "https://optima.example:8443/",
        "https://optima.example.evil.example/",
        "https://evil.example/https://optima.example/",
        "https://optima.example@evil.example/",
        "https://user@optima.example/",
        "https://meet.example:8443/room",
        "data:text/html,x",
        "blob:https://optima.example/1",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "about:srcdoc",
        "chrome://settings",
        "devtools://devtools/bundled/inspector.html",
        "",
        "https://"
      })
  void the_window_may_show_nothing_else(String url) {
    assertThat(fence.allowsPage(url)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://meet.example:8443/room, true",
    "https://optima.example/x, true",
    "about:srcdoc, true",
    "https://meet.example/room, false",
    "http://meet.example:8443/room, false",
    "'data:text/html,x', false"
  })
  void frames_may_be_the_providers_too(String url, boolean allowed) {
    assertThat(fence.allowsFrame(url)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "wss://optima.example/ws, true",
    "ws://optima.example/ws, false",
    "wss://meet.example:8443/xmpp, true",
    "'data:image/png;base64,AA', true",
    "blob:https://optima.example/1, true",
    "https://other.example/x.js, false"
  })
  void what_is_fetched_is_of_the_same_origins(String url, boolean allowed) {
    assertThat(fence.allowsResource(url)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "https://cdn.example/app.js, https://meet.example:8443, true",
    "wss://shard.example/xmpp, https://meet.example:8443, true",
    "http://cdn.example/app.js, https://meet.example:8443, false",
    "ftp://cdn.example/app.js, https://meet.example:8443, false",
    "https://cdn.example/app.js, https://optima.example, false",
    "https://meet.example:8443/external_api.js, https://optima.example, true",
    "https://cdn.example/app.js, https://meet.example, false",
    "https://cdn.example/app.js, null, false",
    "https://cdn.example/app.js, '', false"
  })
  void a_providers_own_page_may_fetch_from_its_cdn(String url, String initiator, boolean allowed) {
    assertThat(fence.allowsResource(url, initiator)).isEqualTo(allowed);
  }

  @Test
  void only_the_backend_may_speak() {
    assertThat(fence.isHome("https://optima.example/call/c1")).isTrue();
    assertThat(fence.isHome("https://meet.example:8443/room")).isFalse();
    assertThat(fence.isHome("about:blank")).isFalse();
  }

  @Test
  void a_ticket_is_never_logged() {
    CallTarget target = new CallTarget(JOIN, "tr");
    assertThat(target.toString()).doesNotContain("oct_secret");
    assertThat(Fence.loggable("https://a.example/b?t=oct_secret#oct_secret"))
        .isEqualTo("https://a.example/b");
  }

  @Test
  void the_page_is_asked_for_with_its_host_and_language() {
    CallTarget target = new CallTarget(JOIN, "tr");
    assertThat(target.hostedUrl())
        .hasToString("https://optima.example/call/c1?host=console&lang=tr#ticket=oct_secret");
    assertThat(target.plainUrl())
        .hasToString("https://optima.example/call/c1?lang=tr#ticket=oct_secret");
    assertThat(new CallTarget(URI.create("http://h/c?a=b"), "en").hostedUrl())
        .hasToString("http://h/c?a=b&host=console&lang=en");
  }

  @Test
  void an_address_without_an_origin_is_no_call() {
    assertThatThrownBy(() -> new CallTarget(URI.create("file:///x"), "en"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_origin_is_written_as_browsers_do() {
    assertThat(Origin.of(URI.create("https://A.example:443/x"))).hasToString("https://a.example");
    assertThat(Origin.of(URI.create("http://[::1]:8080/"))).hasToString("http://[::1]:8080");
  }
}
