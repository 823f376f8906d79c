package dev.optima.console.chat;

import dev.optima.console.look.Nodes;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// What somebody wrote, with links to press and emoji in colour.
final class RichText {
  private static final double SMALL = 17;
  private static final double LARGE = 34;
  private static final int FEW = 3;

  private RichText() {}

  /// @param browse opens an address in the system's browser
  static Node of(String text, Consumer<URI> browse) {
    List<Piece> pieces = Piece.of(text);
    if (pieces.stream().allMatch(Piece.Words.class::isInstance)) {
      return Nodes.wrapped(text, "bubble-text");
    }
    boolean alone =
        pieces.size() <= FEW && pieces.stream().allMatch(Piece.Picture.class::isInstance);
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("rich-text");
    for (Piece piece : pieces) {
      flow.getChildren().add(node(piece, alone ? LARGE : SMALL, browse));
    }
    return flow;
  }

  private static Node node(Piece piece, double size, Consumer<URI> browse) {
    return switch (piece) {
      case Piece.Words words -> {
        Text text = new Text(words.text());
        text.getStyleClass().add("rich-words");
        yield text;
      }
      case Piece.Link link -> {
        Hyperlink shown = new Hyperlink(link.text());
        shown.getStyleClass().add("message-link");
        shown.setWrapText(true);
        shown.setOnAction(_ -> browse.accept(link.target()));
        yield shown;
      }
      case Piece.Picture picture -> Emoji.node(picture.emoji(), size);
    };
  }
}
