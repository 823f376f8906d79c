package dev.optima.console.chat;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Names;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.time.InstantSource;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
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
  private final BooleanProperty watching = new SimpleBooleanProperty();
  private final ObservableValue<Boolean> focused =
      sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::focusedProperty).orElse(false);
  private final BooleanBinding inFront =
      Bindings.createBooleanBinding(() -> watching.get() && focused.getValue(), watching, focused);
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();

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
    subscriptions.onChange(
        next.loading(),
        loading -> {
          if (!loading && next.problem().get() == null) {
            scroll.tellAgain();
          }
        });
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
    subscriptions.update(() -> look(next), scroll.atEnd(), next.hasNewer(), inFront);
    subscriptions.update(
        () -> offerLatest(next), scroll.atEnd(), next.hasNewer(), next.missed(), next.items());
  }

  private static @Nullable Message either(@Nullable Message one, @Nullable Message other) {
    return one == null ? other : one;
  }

  private void tell(Label label, @Nullable Message what) {
    label.setText(what == null ? "" : words.get(what));
    Nodes.present(label, what != null);
  }

  /// Says what of the thread is seen here: that counts as read.
  private void look(ThreadViewModel next) {
    boolean atEnd = scroll.atEnd().get() && !next.hasNewer().get();
    next.look(this, inFront.get(), atEnd);
    reading.set(inFront.get() && atEnd);
  }

  private void offerLatest(ThreadViewModel next) {
    long missed = next.missed().get();
    latest.setText(missed == 0 ? "" : Long.toString(missed));
    boolean further = !scroll.atEnd().get() || next.hasNewer().get();
    latest.setVisible(further && !next.items().isEmpty());
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
                thread.own().react(said.entry(), emoji);
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

  /// Whether the view is shown: it is before the recruiter's eyes if its window has the focus, too.
  public void watch(boolean now) {
    watching.set(now);
  }

  /// Whether the newest message is before the recruiter's eyes.
  public ReadOnlyBooleanProperty reading() {
    return reading.getReadOnlyProperty();
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
    reading.set(false);
    if (thread != null) {
      thread.lookAway(this);
    }
    thread = null;
  }

  @Override
  public void close() {
    leave();
    composer.close();
  }
}
