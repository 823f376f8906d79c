package dev.optima.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.message.ChatEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page lets one write as much as the backend takes, no more and no less.
class ComposerLimitTest {
  private static final Pattern MOST = Pattern.compile("const MOST = ([0-9_]+);");

  @Test
  void thePageTakesTheLongestMessageThatTheBackendTakes() throws IOException {
    Matcher most = MOST.matcher(text("/pages/applicant/composer.js"));
    assertThat(most.find()).isTrue();
    assertThat(Integer.parseInt(most.group(1).replace("_", ""))).isEqualTo(ChatEntry.MAX_BODY);
  }

  private static String text(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ComposerLimitTest.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
