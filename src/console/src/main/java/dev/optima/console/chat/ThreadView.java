package dev.optima.console.chat;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Names;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.time.InstantSource;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// An applicant's thread, and where one writes into it. The same view serves one thread after
/// another.
public final class ThreadView extends StackPane implements AutoCloseable {
  private final Words words;
  private final ListView<ThreadItem> list = new ListView<>();
  private final Label placeholder = Nodes.wrapped("", "muted");
  private final Label typing = Nodes.label("", "small", "muted");
  private final Label note = Nodes.wrapped("", "small", "muted");
  private final Label problem = Nodes.wrapped("", "problem", "small");
  private final FloatingLayer layer = new FloatingLayer();
  private final ComposerView composer;
  private final ThreadScroll scroll;
  private final Button latest;
  private final RoomSearchView search;
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable ThreadViewModel thread;
  private boolean watching;

  /// @param narrow whether it stands in the side of a call
  public ThreadView(Words words, InstantSource clock, ThreadDoors doors, boolean narrow) {
    this.words = words;
    composer = new ComposerView(words, doors, layer, narrow);
    scroll = new ThreadScroll(list, new Edges());
    latest = Nodes.button(Ids.CHAT_LATEST, "", this::toLatest, "latest-button");
    search = new RoomSearchView(words, clock, this::leaveSearch);
    RowKit kit = new RowKit(words, clock, list, narrow, doors, () -> thread, this::pick);
    build(kit);
    new FileDrop(words, this, () -> thread);
    composer.onPage(direction -> scroll.page(direction * 0.9));
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private void build(RowKit kit) {
    getStyleClass().add("thread");
    list.setId(Ids.CHAT_LIST);
    list.getStyleClass().addAll("plain-list", "thread-list");
    list.setPlaceholder(placeholder);
    list.setCellFactory(_ -> new ThreadCell(kit));
    list.setAccessibleText(words.get("chat.thread"));
    list.setOnKeyPressed(this::onListKey);
    latest.setGraphic(Nodes.icon(Feather.CHEVRON_DOWN));
    latest.setAccessibleText(words.get("chat.latest"));
    StackPane rows = new StackPane(list, latest, search);
    StackPane.setAlignment(latest, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(latest, new Insets(0, 24, 12, 0));
    StackPane.setAlignment(search, Pos.TOP_CENTER);
    VBox.setVgrow(rows, Priority.ALWAYS);
    typing.setId(Ids.CHAT_TYPING);
    note.setId(Ids.CHAT_NOTE);
    problem.setId(Ids.CHAT_PROBLEM);
    Stream.of(typing, note, problem).forEach(one -> VBox.setMargin(one, new Insets(0, 22, 6, 22)));
    getChildren().addAll(new VBox(rows, typing, note, problem, composer), layer);
  }

  /// The rows near an edge are in sight: more is asked for.
  private final class Edges implements ThreadScroll.Edges {
    @Override
    public void nearTop() {
      if (thread != null && thread.hasOlder().get()) {
        thread.loadOlder();
      }
    }

    @Override
    public void nearBottom() {
      if (thread != null && thread.hasNewer().get()) {
        thread.loadNewer();
      }
    }
  }

  /// Shows this thread.
  public void show(ThreadViewModel next, String applicantName) {
    if (thread == next) {
      return;
    }
    leave();
    thread = next;
    list.setItems(next.items());
    scroll.show(next.items());
    String first = Names.first(applicantName);
    follow(next, first);
    composer.show(next.composer(), first);
    next.open();
    if (watching) {
      next.watched();
    }
  }

  private void follow(ThreadViewModel next, String first) {
    subscriptions.follow(
        next.typing(),
        who -> {
          typing.setText(who == null ? "" : words.get(who));
          typing.setVisible(who != null);
        });
    subscriptions.update(
        () -> tell(problem, either(next.problem().get(), next.files().problem().get())),
        next.problem(),
        next.files().problem());
    subscriptions.follow(next.files().note(), what -> tell(note, what));
    subscriptions.follow(
        next.loading(),
        loading ->
            placeholder.setText(words.get(loading ? "common.loading" : "chat.empty", first)));
    subscriptions.follow(
        next.spot(),
        key -> {
          if (key != null && scroll.reveal(key)) {
            point(key);
          }
        });
    ChangeListener<Number> sent = (_, _, _) -> scroll.toEnd();
    next.sends().addListener(sent);
    subscriptions.add(() -> next.sends().removeListener(sent));
    subscriptions.follow(scroll.atEnd(), now -> next.atEnd(now && !next.hasNewer().get()));
    subscriptions.update(() -> offerLatest(next), scroll.atEnd(), next.hasNewer(), next.missed());
  }

  private static @Nullable Message either(@Nullable Message one, @Nullable Message other) {
    return one == null ? other : one;
  }

  private void tell(Label label, @Nullable Message what) {
    label.setText(what == null ? "" : words.get(what));
    Nodes.present(label, what != null);
  }

  private void offerLatest(ThreadViewModel next) {
    long missed = next.missed().get();
    latest.setText(missed == 0 ? "" : Long.toString(missed));
    latest.setVisible(!scroll.atEnd().get() || next.hasNewer().get());
  }

  /// Points a row out.
  private void point(String key) {
    for (int i = 0; i < list.getItems().size(); i++) {
      if (list.getItems().get(i).key().equals(key)) {
        list.getSelectionModel().clearAndSelect(i);
      }
    }
  }

  private void toLatest() {
    list.getSelectionModel().clearSelection();
    if (thread != null) {
      thread.toLatest();
    }
    scroll.toEnd();
  }

  private void pick(Node from, ThreadItem.Said said) {
    EmojiPicker picker =
        new EmojiPicker(
            words,
            emoji -> {
              layer.hide();
              if (thread != null) {
                thread.react(said.entry(), emoji);
              }
            });
    layer.show(picker, from);
    picker.focusFirst();
  }

  private void onKey(KeyEvent event) {
    if (event.isShortcutDown() && !event.isShiftDown() && event.getCode() == KeyCode.F) {
      if (thread != null) {
        search.open(thread);
      }
      event.consume();
    }
  }

  /// Enter opens the menu of the row that is chosen, Escape goes back to writing.
  private void onListKey(KeyEvent event) {
    ThreadItem chosen = list.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.ESCAPE) {
      list.getSelectionModel().clearSelection();
      composer.focus();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && chosen != null) {
      list.lookupAll(".list-cell").stream()
          .filter(node -> node instanceof ThreadCell cell && cell.getItem() == chosen)
          .map(ThreadCell.class::cast)
          .findFirst()
          .ifPresent(ThreadCell::offer);
      event.consume();
    }
  }

  private void leaveSearch() {
    composer.focus();
  }

  /// Whether the view is before the recruiter's eyes: shown, in a window that has the focus.
  public void watch(boolean now) {
    if (watching == now) {
      return;
    }
    watching = now;
    if (thread != null && now) {
      thread.watched();
    } else if (thread != null) {
      thread.unwatched();
    }
  }

  /// The thread that is shown, or null.
  @Nullable ThreadViewModel shown() {
    return thread;
  }

  /// Puts the cursor where one writes.
  public void focusComposer() {
    composer.focus();
  }

  /// Leaves the thread that is shown.
  public void leave() {
    subscriptions.close();
    layer.hide();
    search.close();
    composer.leave();
    scroll.leave();
    if (thread != null && watching) {
      thread.unwatched();
    }
    thread = null;
  }

  @Override
  public void close() {
    leave();
    composer.close();
  }
}
