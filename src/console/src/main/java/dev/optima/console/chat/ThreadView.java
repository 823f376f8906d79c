package dev.optima.console.chat;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Names;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A room's thread, and where one writes into it. The same view serves one room after another.
public final class ThreadView extends VBox implements AutoCloseable {
  private static final double AT_END = 0.995;

  private final Words words;
  private final ListView<ThreadItem> list = new ListView<>();
  private final Label placeholder = Nodes.wrapped("", "muted");
  private final Label typing = Nodes.label("", "small", "muted");
  private final Label problem = Nodes.wrapped("", "problem", "small");
  private final ComposerView composer;
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable ThreadViewModel thread;
  private boolean watching;

  /// @param callBack what "Call back" does in the room that is shown
  /// @param narrow whether it stands in the side of a call
  public ThreadView(Words words, InstantSource clock, Runnable callBack, boolean narrow) {
    this.words = words;
    this.composer = new ComposerView(words);
    getStyleClass().add("thread");
    list.setId(Ids.CHAT_LIST);
    list.getStyleClass().addAll("plain-list", "thread-list");
    list.setFocusTraversable(false);
    list.setPlaceholder(placeholder);
    list.setCellFactory(view -> new ThreadCell(words, clock, new Asked(callBack), view, narrow));
    list.setOnScroll(_ -> olderAtTop());
    VBox.setVgrow(list, Priority.ALWAYS);
    typing.setId(Ids.CHAT_TYPING);
    problem.setId(Ids.CHAT_PROBLEM);
    VBox.setMargin(typing, new Insets(0, 22, 6, 22));
    VBox.setMargin(problem, new Insets(0, 22, 6, 22));
    getChildren().addAll(list, typing, problem, composer);
  }

  /// Shows this room.
  public void show(ThreadViewModel next, String applicantName) {
    if (thread == next) {
      return;
    }
    leave();
    thread = next;
    list.setItems(next.items());
    ListChangeListener<ThreadItem> follow = this::changed;
    next.items().addListener(follow);
    subscriptions.add(() -> next.items().removeListener(follow));
    subscriptions.follow(
        next.typing(),
        who -> {
          typing.setText(who == null ? "" : words.get("chat.typing", who));
          typing.setVisible(who != null);
        });
    subscriptions.follow(
        next.problem(),
        what -> {
          problem.setText(what == null ? "" : words.get(what));
          Nodes.present(problem, what != null);
        });
    subscriptions.follow(
        next.loading(),
        loading ->
            placeholder.setText(
                loading
                    ? words.get("common.loading")
                    : words.get("chat.empty", Names.first(applicantName))));
    composer.show(next, Names.first(applicantName));
    next.open();
    if (watching) {
      next.watched();
    }
    toEnd();
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

  private void changed(ListChangeListener.Change<? extends ThreadItem> change) {
    boolean atEnd = isAtEnd();
    int before = 0;
    while (change.next()) {
      if (change.wasAdded()
          && change.getFrom() <= 1
          && change.getTo() < change.getList().size()
          && change.getAddedSize() > change.getRemovedSize()) {
        before += change.getAddedSize() - change.getRemovedSize();
      }
    }
    if (before > 0 && !atEnd) {
      list.scrollTo(firstVisible() + before);
    } else if (atEnd || lastIsMine(change)) {
      toEnd();
    }
  }

  private static boolean lastIsMine(ListChangeListener.Change<? extends ThreadItem> change) {
    return !change.getList().isEmpty() && change.getList().getLast() instanceof ThreadItem.Sending;
  }

  private void toEnd() {
    if (!list.getItems().isEmpty()) {
      int last = list.getItems().size() - 1;
      list.scrollTo(last);
      // The first time heights are guessed; after a layout they are known.
      list.layout();
      list.scrollTo(last);
    }
  }

  private void olderAtTop() {
    if (thread != null && firstVisible() == 0) {
      thread.loadOlder();
    }
  }

  private boolean isAtEnd() {
    return !(list.lookup(".scroll-bar:vertical") instanceof ScrollBar bar)
        || !bar.isVisible()
        || bar.getValue() >= AT_END;
  }

  private int firstVisible() {
    Node flow = list.lookup("#virtual-flow");
    if (flow instanceof VirtualFlow<?> cells && cells.getFirstVisibleCell() != null) {
      return cells.getFirstVisibleCell().getIndex();
    }
    return 0;
  }

  /// Puts the cursor where one writes.
  public void focusComposer() {
    composer.focus();
  }

  /// Leaves the room that is shown.
  public void leave() {
    subscriptions.close();
    composer.close();
    if (thread != null && watching) {
      thread.unwatched();
    }
    thread = null;
  }

  @Override
  public void close() {
    leave();
  }

  /// The rows' wishes, in the room that is shown.
  private final class Asked implements ThreadCell.Actions {
    private final Runnable callBack;

    Asked(Runnable callBack) {
      this.callBack = callBack;
    }

    @Override
    public void callBack() {
      callBack.run();
    }

    @Override
    public void retry(String key) {
      with(t -> t.retry(key));
    }

    @Override
    public void takeBack(String key) {
      with(t -> t.takeBack(key));
    }

    private void with(Consumer<ThreadViewModel> action) {
      if (thread != null) {
        action.accept(thread);
      }
    }
  }
}
