package dev.optima.console.booking;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.CopyField;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.rest.Booking;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The link that was made. It is told only once: the backend keeps it hashed.
final class LinkView extends VBox {
  private final Button done;

  LinkView(Words words, Booking booking, String name, boolean mailed, Runnable onDone) {
    super(12);
    String link = booking.url() == null ? "" : booking.url();
    done = Nodes.button(Ids.DIALOG_OK, words.get("common.done"), onDone, "accent");
    getChildren()
        .addAll(
            Nodes.wrapped(words.get("booking.made", name), "heading"),
            Nodes.wrapped(words.get(mailed ? "booking.made.mailed" : "booking.made.text"), "muted"),
            new CopyField(words, Ids.BOOKING_LINK, link),
            Nodes.wrapped(
                words.get("booking.until", words.formats().dateAndTime(booking.expiresAt())),
                "small",
                "muted"),
            new HBox(8, Nodes.spring(), done));
  }

  void focusFirst() {
    done.requestFocus();
  }
}
