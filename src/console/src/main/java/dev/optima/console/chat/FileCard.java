package dev.optima.console.chat;

import dev.optima.console.look.Nodes;
import dev.optima.console.look.Overlay;
import dev.optima.protocol.message.Attachment;
import java.io.File;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/// A file of a message: its picture, if it has one, its name, and what can be done with it.
final class FileCard extends VBox {
  private static final double WIDEST = 320;
  private static final double HIGHEST = 240;
  private static final double NARROWEST = 120;

  private final RowKit kit;
  private final Attachment file;

  FileCard(RowKit kit, Attachment file) {
    super(6);
    this.kit = kit;
    this.file = file;
    getStyleClass().add("file-card");
    if (file.preview() != null) {
      getChildren().add(picture(file.preview()));
    }
    getChildren().add(line());
  }

  /// The room for the picture is there before the picture is, so nothing jumps.
  private Node picture(Attachment.Preview preview) {
    double widest = Math.max(NARROWEST, Math.min(WIDEST, kit.list().getWidth() * 0.6 - 60));
    double scale = Math.min(1, Math.min(widest / preview.width(), HIGHEST / preview.height()));
    double width = Math.max(1, preview.width() * scale);
    double height = Math.max(1, preview.height() * scale);
    ImageView view = new ImageView();
    view.setFitWidth(width);
    view.setFitHeight(height);
    StackPane frame = new StackPane(view);
    frame.getStyleClass().add("file-picture");
    frame.setMinSize(width, height);
    frame.setMaxSize(width, height);
    frame.setAccessibleRole(AccessibleRole.BUTTON);
    frame.setAccessibleText(kit.words().get("chat.file.open.named", file.name()));
    frame.setFocusTraversable(true);
    frame.setOnMouseClicked(_ -> open());
    frame.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            open();
            event.consume();
          }
        });
    kit.thread().files().images().load(file.attachmentId(), view::setImage);
    return frame;
  }

  private Node line() {
    VBox words = new VBox(1, name(), Nodes.wrapped(facts(), "small", "muted"));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button open =
        Nodes.iconButton(
            "",
            Feather.EXTERNAL_LINK,
            kit.words().get("chat.file.open.named", file.name()),
            this::open);
    Button save =
        Nodes.iconButton(
            "", Feather.DOWNLOAD, kit.words().get("chat.file.save.named", file.name()), this::save);
    HBox line = new HBox(10, Nodes.icon(icon()), words);
    line.setAlignment(Pos.CENTER_LEFT);
    if (!kit.narrow()) {
      line.getChildren().addAll(open, save);
      return line;
    }
    HBox acts = new HBox(10, Nodes.spring(), open, save);
    return new VBox(line, acts);
  }

  /// In the side of a call the name has one line, and keeps its beginning and its end.
  private Label name() {
    if (!kit.narrow()) {
      return Nodes.wrapped(file.name(), "name");
    }
    Label name = Nodes.label(file.name(), "name");
    name.setMinWidth(0);
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setTooltip(new Tooltip(file.name()));
    return name;
  }

  private String facts() {
    StringBuilder facts = new StringBuilder(kit.size(file.size()));
    if (file.pages() != null) {
      facts.append(" · ").append(kit.words().get("chat.file.pages", file.pages()));
    }
    if (file.checked()) {
      facts.append(" · ").append(kit.words().get("chat.file.checked"));
    }
    return facts.toString();
  }

  private Feather icon() {
    String type = file.mediaType().toLowerCase(Locale.ROOT);
    if (type.startsWith("image/")) {
      return Feather.IMAGE;
    }
    return type.contains("zip") || type.contains("compressed")
        ? Feather.ARCHIVE
        : Feather.FILE_TEXT;
  }

  private void open() {
    if (FilesViewModel.isRisky(file)) {
      kit.doors()
          .ask()
          .accept(
              new Overlay.Question(
                  kit.words().get("chat.file.risky.title", file.name()),
                  kit.words().get("chat.file.risky.text"),
                  kit.words().get("chat.file.risky.yes"),
                  true),
              yes -> {
                if (yes) {
                  openNow();
                }
              });
    } else {
      openNow();
    }
  }

  private void openNow() {
    kit.thread().files().open(file, path -> kit.doors().open().accept(path.toUri()));
  }

  private void save() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(kit.words().get("chat.file.save"));
    chooser.setInitialFileName(FilesViewModel.safeName(file.name()));
    File target = chooser.showSaveDialog(getScene().getWindow());
    if (target != null) {
      kit.thread().files().save(file, target.toPath());
    }
  }
}
