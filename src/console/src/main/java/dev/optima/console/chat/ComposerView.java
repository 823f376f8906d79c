package dev.optima.console.chat;

import dev.optima.console.chat.ComposerViewModel.Aim;
import dev.optima.console.chat.ComposerViewModel.Mode;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.io.File;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Where a message is written: Enter sends, Shift+Enter begins a new line. Whether it goes to the
/// applicant or stays with the team is to be seen at every glance: tabs, colour, prompt and button
/// say it.
final class ComposerView extends VBox implements AutoCloseable {
  private final Words words;
  private final ThreadDoors doors;
  private final FloatingLayer layer;
  private final boolean narrow;
  private final MessageInput input;
  private final Button toChat = Nodes.button(Ids.MODE_CHAT, "", () -> write(Mode.CHAT), "mode-tab");
  private final Button toNote = Nodes.button(Ids.MODE_NOTE, "", () -> write(Mode.NOTE), "mode-tab");
  private final Button send;
  private final Label hint = Nodes.label("", "small", "muted");
  private final Label problem = Nodes.wrapped("", "problem", "small");
  private final AimBar aim;
  private final TrayView tray;
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable ComposerViewModel composer;
  private IntConsumer pages = _ -> {};
  private String firstName = "";

  /// @param narrow whether it stands in the side of a call
  ComposerView(Words words, ThreadDoors doors, FloatingLayer layer, boolean narrow) {
    super(8);
    this.narrow = narrow;
    this.words = words;
    this.doors = doors;
    this.layer = layer;
    getStyleClass().add("composer");
    aim = new AimBar(words, this::leaveAim);
    tray = new TrayView(words);
    PasteGate gate = new PasteGate(words, doors, () -> composer);
    input = new MessageInput(board -> gate.takes(board, inputNow()), this::copied);
    input.setId(Ids.CHAT_INPUT);
    input.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    HBox.setHgrow(input, Priority.ALWAYS);
    send = Nodes.button(Ids.SEND, "", this::send);
    problem.setId(Ids.COMPOSER_PROBLEM);
    toNote.setGraphic(Nodes.icon(Feather.LOCK));
    toNote.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    toChat.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    hint.setMinWidth(0);
    HBox tabs = new HBox(4, toChat, toNote, Nodes.spring(), hint);
    tabs.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(tabs, aim, tray, problem, line());
  }

  private HBox line() {
    Button attach =
        Nodes.iconButton(Ids.ATTACH, Feather.PAPERCLIP, words.get("chat.attach"), this::attach);
    Button emoji = Nodes.iconButton(Ids.EMOJI, Feather.SMILE, words.get("chat.emoji"), () -> {});
    emoji.setOnAction(_ -> pickEmoji(emoji));
    HBox line = new HBox(6, attach, emoji, input, send);
    line.setAlignment(Pos.BOTTOM_LEFT);
    return line;
  }

  private MessageInput inputNow() {
    return input;
  }

  /// Writes to this thread from now on.
  void show(ComposerViewModel next, String first) {
    subscriptions.close();
    composer = next;
    firstName = first;
    toChat.setText(words.get("chat.mode.chat", first));
    toNote.setText(words.get("chat.mode.note"));
    input.textProperty().bindBidirectional(next.text());
    subscriptions.add(() -> input.textProperty().unbindBidirectional(next.text()));
    subscriptions.follow(next.mode(), this::on);
    subscriptions.follow(next.aim(), this::on);
    subscriptions.follow(
        next.problem(),
        why -> {
          problem.setText(why == null ? "" : words.get(why));
          Nodes.present(problem, why != null);
        });
    input.end();
  }

  private void on(Mode mode) {
    boolean note = mode == Mode.NOTE;
    getStyleClass().remove("composer-note");
    toChat.getStyleClass().remove("on");
    toNote.getStyleClass().remove("on");
    (note ? toNote : toChat).getStyleClass().add("on");
    send.getStyleClass().removeAll("accent", "note");
    send.getStyleClass().add(note ? "note" : "accent");
    send.setGraphic(Nodes.icon(note ? Feather.LOCK : Feather.SEND));
    send.setText(words.get(note ? "chat.send.note" : "chat.send"));
    hint.setText(note ? words.get("chat.mode.note.hint", firstName) : "");
    if (note) {
      getStyleClass().add("composer-note");
    }
    String prompt = words.get(note ? "chat.prompt.note" : "chat.prompt", firstName);
    input.setPromptText(
        narrow ? words.get(note ? "chat.prompt.note.short" : "chat.prompt.short") : prompt);
    input.setAccessibleText(prompt);
    ComposerViewModel model = composer;
    if (model != null) {
      tray.show(model.tray());
      send.disableProperty()
          .bind(
              Bindings.createBooleanBinding(
                  () -> model.text().get().isBlank() && !model.tray().hasFiles(),
                  model.text(),
                  model.tray().items()));
    }
    input.end();
  }

  private void on(Aim what) {
    aim.show(what, composer);
    if (!(what instanceof Aim.New)) {
      input.requestFocus();
      input.end();
    }
  }

  private void onKey(KeyEvent event) {
    ComposerViewModel model = composer;
    if (model == null) {
      return;
    }
    boolean done =
        switch (event.getCode()) {
          case ENTER -> {
            if (event.isShiftDown()) {
              input.replaceSelection("\n");
            } else {
              send();
            }
            yield true;
          }
          case ESCAPE -> model.escape();
          case UP -> model.editLast();
          case PAGE_UP -> scrolls(-1);
          case PAGE_DOWN -> scrolls(1);
          default -> false;
        };
    if (done) {
      event.consume();
    }
  }

  private boolean scrolls(int direction) {
    pages.accept(direction);
    return true;
  }

  /// What Page Up (-1) and Page Down (1) do.
  void onPage(IntConsumer then) {
    pages = then;
  }

  private void write(Mode mode) {
    if (composer != null) {
      composer.write(mode);
      input.requestFocus();
    }
  }

  private void leaveAim() {
    if (composer != null) {
      composer.escape();
      input.requestFocus();
    }
  }

  private void send() {
    if (composer != null) {
      composer.send();
    }
  }

  private void copied() {
    if (composer != null) {
      composer.copied(input.getSelectedText());
    }
  }

  private void attach() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(words.get("chat.attach"));
    List<File> files = chooser.showOpenMultipleDialog(getScene().getWindow());
    if (files != null && composer != null) {
      composer.tray().add(files.stream().map(File::toPath).toList());
    }
  }

  private void pickEmoji(Button from) {
    EmojiPicker picker =
        new EmojiPicker(
            words,
            emoji -> {
              layer.hide();
              input.requestFocus();
              input.replaceSelection(emoji);
            });
    layer.show(picker, from);
    picker.focusFirst();
  }

  void focus() {
    input.requestFocus();
  }

  /// Leaves the thread: back to writing to the applicant.
  void leave() {
    subscriptions.close();
    if (composer != null) {
      composer.leave();
      composer = null;
    }
  }

  @Override
  public void close() {
    leave();
    tray.close();
  }
}
