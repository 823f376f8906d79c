package dev.optima.console.chat;

import dev.optima.console.client.ApiFailures;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.rest.SearchHits;
import dev.optima.protocol.rest.SearchHits.Hit;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Looks for words in what was said: in one thread, or in all of them.
public final class SearchViewModel {
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int PAGE = 30;

  private final ChatGround ground;
  private final @Nullable RoomId room;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<Hit> hits = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper searched = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private @Nullable Instant searchAt;
  private @Nullable String next;
  private int epoch;

  /// @param room of the thread; null for all threads
  SearchViewModel(ChatGround ground, @Nullable RoomId room) {
    this.ground = ground;
    this.room = room;
    query.addListener((_, _, now) -> typed(now));
  }

  private void typed(String now) {
    epoch++;
    problem.set(null);
    loading.set(false);
    if (now.isBlank()) {
      searchAt = null;
      searched.set(false);
      hits.clear();
    } else {
      searchAt = ground.clock().instant().plus(PAUSE);
    }
  }

  void tick(Instant now) {
    if (searchAt != null && now.isAfter(searchAt)) {
      search();
    }
  }

  /// Looks now, without waiting for more keys.
  public void search() {
    searchAt = null;
    if (!query.get().isBlank()) {
      ask(null);
    }
  }

  /// The next page of what was found.
  public void more() {
    if (next != null && !loading.get()) {
      ask(next);
    }
  }

  private void ask(@Nullable String after) {
    int asked = ++epoch;
    String words = query.get().strip();
    loading.set(true);
    ground
        .tasks()
        .run(
            () -> ground.api().chat().search(words, room, after, PAGE),
            found -> {
              if (asked == epoch) {
                took(found, after == null);
              }
            },
            failure -> {
              if (asked == epoch) {
                loading.set(false);
                problem.set(ApiFailures.explain(failure));
              }
            });
  }

  private void took(SearchHits found, boolean anew) {
    loading.set(false);
    searched.set(true);
    next = found.next();
    if (anew) {
      hits.setAll(found.hits());
    } else {
      hits.addAll(found.hits());
    }
  }

  /// What is looked for.
  public StringProperty query() {
    return query;
  }

  /// What was found, newest first.
  public ObservableList<Hit> hits() {
    return hits;
  }

  public ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  /// Whether [#hits()] answer the query.
  public ReadOnlyBooleanProperty searched() {
    return searched.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }
}
