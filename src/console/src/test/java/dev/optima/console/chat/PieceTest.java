package dev.optima.console.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Links and emoji in what people write.
class PieceTest {
  @Test
  void findsLinksWithoutTheSentenceAroundThem() {
    assertThat(Piece.of("See https://example.org/a_(b), or (http://x.org/y)."))
        .containsExactly(
            new Piece.Words("See "),
            new Piece.Link("https://example.org/a_(b)", URI.create("https://example.org/a_(b)")),
            new Piece.Words(", or ("),
            new Piece.Link("http://x.org/y", URI.create("http://x.org/y")),
            new Piece.Words(")."));
  }

  @Test
  void makesAnAddressAMail() {
    assertThat(Piece.of("write to elif@example.org!"))
        .contains(new Piece.Link("elif@example.org", URI.create("mailto:elif@example.org")));
  }

  @Test
  void leavesOtherSchemesAsWords() {
    for (String text :
        List.of("javascript:alert(1)", "file:///etc/passwd", "ftp://x.org", "data:text/html,x")) {
      assertThat(Piece.of(text)).as(text).noneMatch(Piece.Link.class::isInstance);
    }
    assertThat(Piece.mayOpen(URI.create("http:///nohost"))).isFalse();
  }

  @Test
  void keepsBrokenAddressesAsWords() {
    assertThat(Piece.of("http://[oops and http://exa mple"))
        .filteredOn(Piece.Link.class::isInstance)
        .hasSize(1);
  }

  @Test
  void takesEmojiOut() {
    assertThat(Piece.of("Great 👍❤️!"))
        .containsExactly(
            new Piece.Words("Great "),
            new Piece.Picture("👍"),
            new Piece.Picture("❤️"),
            new Piece.Words("!"));
  }

  @Test
  void takesALongTextInNoTime() {
    String text = "http://".repeat(1000) + "a.b@".repeat(1000);
    assertThat(Piece.of(text)).isNotEmpty();
  }
}
