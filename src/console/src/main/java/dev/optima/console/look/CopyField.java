package dev.optima.console.look;

import dev.optima.console.i18n.Words;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// A link that can be read and copied, not changed.
public final class CopyField extends HBox {

  /// @param id of the field
  public CopyField(Words words, String id, String link) {
    super(8);
    TextField field = new TextField(link);
    field.setId(id);
    field.setEditable(false);
    HBox.setHgrow(field, Priority.ALWAYS);
    Button copy = Nodes.button(id + "Copy", words.get("invitation.copy"), () -> {}, "accent");
    copy.setGraphic(Nodes.icon(Feather.COPY));
    copy.setOnAction(
        _ -> {
          Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, link));
          copy.setText(words.get("invitation.copied"));
          copy.setGraphic(Nodes.icon(Feather.CHECK));
        });
    getChildren().addAll(field, copy);
  }
}
