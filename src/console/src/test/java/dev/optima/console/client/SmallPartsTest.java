package dev.optima.console.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses, waiting times and the backend's clock.
class SmallPartsTest {

  @ParameterizedTest
  @CsvSource({
    "https://optima.example.org, https://optima.example.org, wss://optima.example.org/ws",
    "https://optima.example.org/, https://optima.example.org, wss://optima.example.org/ws",
    "optima.example.org, https://optima.example.org, wss://optima.example.org/ws",
    "localhost:8080, http://localhost:8080, ws://localhost:8080/ws",
    "127.0.0.1:8080, http://127.0.0.1:8080, ws://127.0.0.1:8080/ws",
    "http://10.0.0.5:8080, http://10.0.0.5:8080, ws://10.0.0.5:8080/ws",
    "https://optima.example.org/?from=mail#top, https://optima.example.org, wss://optima.example.org/ws",
    "HTTPS://kuzey.example/optima/, https://kuzey.example/optima, wss://kuzey.example/optima/ws",
  })
  void readsWhatPeopleType(String typed, String http, String socket) {
    ServerAddress address = ServerAddress.parse(typed).orElseThrow();
    assertThat(address.http()).hasToString(http);
    assertThat(address.socket()).hasToString(socket);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "ftp://example.org",
        "http://",
        "two words",
        "http://a b",
        "https://optima.example.org@elsewhere.example"
      })
  void refusesWhatIsNoAddress(String typed) {
    assertThat(ServerAddress.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8080, true",
    "http://127.0.0.3, true",
    "http://[::1]:8080, true",
    "http://10.0.0.5, false",
    "http://localhost.example.org, false",
  })
  void knowsWhatNeverLeavesThisMachine(String typed, boolean stays) {
    assertThat(ServerAddress.parse(typed).orElseThrow().isThisMachine()).isEqualTo(stays);
  }

  @Test
  void waitsLongerEachTimeUpToALimitAndNeverTheSame() {
    Backoff most = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), () -> 1);
    Backoff least = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), () -> 0);
    assertThat(most.before(0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(most.before(3)).isEqualTo(Duration.ofSeconds(8));
    assertThat(most.before(500)).isEqualTo(Duration.ofSeconds(30));
    assertThat(least.before(3)).isEqualTo(Duration.ofSeconds(4));
    assertThat(most.afterRestart()).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void learnsTheBackendsTimeFromTheMiddleOfTheRoundTrip() {
    Instant here = Instant.parse("2026-11-22T12:00:00Z");
    ServerClock clock = new ServerClock(InstantSource.fixed(here));
    assertThat(clock.instant()).isEqualTo(here);
    clock.learn(here, Instant.parse("2026-11-22T12:05:01Z"), here.plusSeconds(2));
    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-22T12:05:00Z"));
  }
}
