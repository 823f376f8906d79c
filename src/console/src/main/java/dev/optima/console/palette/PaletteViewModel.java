package dev.optima.console.palette;

import dev.optima.console.fx.Diff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the palette finds for what is typed, and which of it is picked.
public final class PaletteViewModel {
  private static final int MOST = 12;

  /// Without a query, so many people are offered.
  private static final int RECENT = 5;

  private static final Duration SEARCH_PAUSE = Duration.ofMillis(250);

  private final Consumer<String> search;
  private Supplier<List<PaletteItem>> all = List::of;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<PaletteItem> found = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper picked = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private @Nullable Instant searchAt;

  /// @param search asks the backend for people too
  public PaletteViewModel(InstantSource clock, Consumer<String> search) {
    this.search = search;
    query.addListener(
        (_, _, now) -> {
          refresh();
          picked.set(0);
          searchAt = now.isBlank() ? null : clock.instant().plus(SEARCH_PAUSE);
        });
  }

  /// Finds among these; people in the order of their activity.
  public void among(Supplier<List<PaletteItem>> everything) {
    all = everything;
  }

  /// Lets time go by: asks the backend once the typing rests, and looks who has become known.
  public void tick(Instant now) {
    if (open.get() && searchAt != null && now.isAfter(searchAt)) {
      searchAt = null;
      search.accept(query.get().strip());
    }
    refresh();
  }

  public void open() {
    query.set("");
    open.set(true);
    refresh();
    picked.set(0);
  }

  public void close() {
    open.set(false);
  }

  private void refresh() {
    if (open.get()) {
      Diff.apply(found, query.get().isBlank() ? offered() : matching());
      picked.set(Math.clamp(picked.get(), 0, Math.max(0, found.size() - 1)));
    }
  }

  private List<PaletteItem> offered() {
    List<PaletteItem> items = all.get();
    Stream<PaletteItem> people =
        items.stream().filter(item -> item.kind() == PaletteItem.Kind.PERSON).limit(RECENT);
    Stream<PaletteItem> rest =
        items.stream()
            .filter(
                item ->
                    item.kind() == PaletteItem.Kind.PAGE || item.kind() == PaletteItem.Kind.ACTION);
    return Stream.concat(people, rest).toList();
  }

  private List<PaletteItem> matching() {
    record Scored(PaletteItem item, int score) {}
    return all.get().stream()
        .map(item -> new Scored(item, score(item)))
        .filter(scored -> scored.score() > Integer.MIN_VALUE)
        .sorted(
            Comparator.comparingInt(Scored::score)
                .reversed()
                .thenComparing(scored -> scored.item().kind()))
        .map(Scored::item)
        .limit(MOST)
        .toList();
  }

  /// By the name, or a little less well by another one.
  private int score(PaletteItem item) {
    OptionalInt name = FuzzyMatch.score(query.get(), item.name());
    int best = name.orElse(Integer.MIN_VALUE);
    for (String other : item.others()) {
      OptionalInt score = FuzzyMatch.score(query.get(), other);
      if (score.isPresent()) {
        best = Math.max(best, score.getAsInt() - 30);
      }
    }
    return best;
  }

  /// Moves the pick down, or up; around at the ends.
  public void move(int by) {
    if (!found.isEmpty()) {
      picked.set(Math.floorMod(picked.get() + by, found.size()));
    }
  }

  /// Does what is picked.
  public void take() {
    if (!found.isEmpty()) {
      take(found.get(picked.get()));
    }
  }

  public void take(PaletteItem item) {
    close();
    item.deed().run();
  }

  public StringProperty query() {
    return query;
  }

  public ObservableList<PaletteItem> found() {
    return found;
  }

  /// The index of what is picked.
  public ReadOnlyIntegerProperty picked() {
    return picked.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty isOpen() {
    return open.getReadOnlyProperty();
  }
}
