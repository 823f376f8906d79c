package dev.optima.console.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is a link of ours, and what only looks like one.
class ConsoleLinkTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "optima://join/c_1-Z",
        "OPTIMA://join/c_1-Z",
        "optima://JOIN/c_1-Z/",
        "optima://join/c_1-Z?utm_source=mail#x",
        " optima://join/c_1-Z\n"
      })
  void readsACallHoweverTheSystemWritesIt(String text) {
    assertThat(ConsoleLink.parse(text)).contains(new ConsoleLink.Join(new CallId("c_1-Z")));
  }

  @Test
  void readsAnApplicantAndAServer() {
    assertThat(ConsoleLink.parse("optima://applicant/jd"))
        .contains(new ConsoleLink.Applicant(new UserId("jd")));
    assertThat(ConsoleLink.parse("optima://server?url=https%3A%2F%2Foptima.example.org%3A8443"))
        .contains(new ConsoleLink.Server(URI.create("https://optima.example.org:8443")));
    assertThat(ConsoleLink.parse("optima://server/?url=http%3A%2F%2Flocalhost%3A8080"))
        .contains(new ConsoleLink.Server(URI.create("http://localhost:8080")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "optima:",
        "optima://",
        "optima:join/c1",
        "optima:///join/c1",
        "https://join/c1",
        "javascript:alert(1)",
        "optima://join",
        "optima://join/",
        "optima://join/c1/../c2",
        "optima://join/%2e%2e",
        "optima://join/c%0A1",
        "optima://join/c\n1",
        "optima://join/c1\u0000",
        "optima://join/ş",
        "optima://join/a/b",
        "optima://you@join/c1",
        "optima://join:80/c1",
        "optima://end/c1",
        "optima://applicant/x y",
        "optima://server",
        "optima://server?url=",
        "optima://server?link=https%3A%2F%2Fa.b",
        "optima://server?url=ftp%3A%2F%2Fa.b",
        "optima://server?url=file%3A%2F%2F%2Fetc%2Fpasswd",
        "optima://server?url=javascript%3Aalert(1)",
        "optima://server?url=http%3A%2F%2Foptima.example.org",
        "optima://server?url=https%3A%2F%2Foptima.example.org%40evil.example",
        "optima://server?url=https%3A%2F%2Fa%3Ab%40evil.example",
        "optima://server?url=https%3A%2F%2Fa.b%0Aevil.example",
        "optima://server?url=https%3A%2F%2Fa.b%2F%3Fx",
        "optima://server?url=https%3A%2F%2Fa.b%2F%23x",
        "optima://server?url=https%3A%2F%2Fоptima.example",
        "optima://server?url=https%3A%2F%2Fa.b&url=https%3A%2F%2Fc.d",
        "optima://server?url=%zz",
        "optima://server/x?url=https%3A%2F%2Fa.b"
      })
  void refusesWhatOnlyLooksLikeOne(String text) {
    assertThat(ConsoleLink.parse(text)).isEmpty();
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(ConsoleLink.parse("optima://join/" + "a".repeat(64))).isPresent();
    assertThat(ConsoleLink.parse("optima://join/" + "a".repeat(65))).isEmpty();
    assertThat(ConsoleLink.parse("optima://join/c1?" + "a".repeat(100_000))).isEmpty();
  }

  @Test
  void keepsWhatComesBeforeTheWindowButNotForEver() {
    LinkInbox inbox = new LinkInbox();
    for (int i = 0; i < 100; i++) {
      inbox.accept("link " + i);
    }
    List<String> read = new ArrayList<>();
    inbox.read(read::add);
    assertThat(read).hasSize(16).startsWith("link 0");
    inbox.accept("later");
    assertThat(read).endsWith("later");
  }
}
