package dev.optima.console.call;

import dev.optima.console.client.CallQuery;
import dev.optima.console.client.CallsClient;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.rest.CallRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What became of the team's calls: filtered, sorted and searched by the backend, page after page.
public final class CallHistoryViewModel {
  private static final int PAGE = 50;
  private static final Duration TYPING_PAUSE = Duration.ofMillis(300);

  private final HistoryPages pages;
  private final InstantSource clock;
  private final ZoneId zone;
  private final ObjectProperty<HistoryFilter> filter =
      new SimpleObjectProperty<>(HistoryFilter.ALL);
  private final ObjectProperty<HistoryOrder> order =
      new SimpleObjectProperty<>(HistoryOrder.NEWEST);
  private final JustEnded ended;
  private final StringProperty words = new SimpleStringProperty("");
  private @Nullable Instant searchAt;

  /// How many calls fit.
  ///
  /// @param exact whether these are all, or there are at least as many
  public record Count(long calls, boolean exact) {}

  /// @param random from 0 to 1: when this console asks, of all that do
  CallHistoryViewModel(
      CallsClient client, Tasks tasks, InstantSource clock, ZoneId zone, DoubleSupplier random) {
    ended = new JustEnded(random);
    pages = new HistoryPages(client, tasks, this::query);
    this.clock = clock;
    this.zone = zone;
    filter.addListener(
        (_, _, now) -> {
          words.set(now.words());
          searchAt = null;
          load();
        });
    order.addListener((_, _, _) -> load());
    words.addListener((_, _, now) -> typed(now));
  }

  private void typed(String now) {
    searchAt = now.equals(filter.get().words()) ? null : clock.instant().plus(TYPING_PAUSE);
  }

  /// Looks for what was typed without waiting for a pause.
  public void search() {
    searchAt = null;
    filter.set(filter.get().words(words.get()));
  }

  /// Asks for the first page, in place of what is shown.
  public void load() {
    pages.load();
  }

  /// Asks for the next page.
  public void more() {
    pages.more();
  }

  /// Asks for the first page again; what was loaded behind it stays.
  public void renew() {
    pages.renew();
  }

  /// Tries again what failed.
  public void retry() {
    pages.retry();
  }

  /// A call is over: it may belong here now, and once more when it has been judged.
  void ended(CallId call) {
    ended.add(call, clock.instant());
  }

  void tick(Instant now) {
    if (searchAt != null && !now.isBefore(searchAt)) {
      search();
    }
    if (ended.isDue(now, this::has)) {
      renew();
    }
  }

  private boolean has(CallId call) {
    return rows().stream().anyMatch(row -> row.call().callId().equals(call));
  }

  /// The question that is answered by what is shown.
  CallQuery query() {
    HistoryOrder sorted = order.get();
    return new CallQuery(
        filter.get().terms(zone),
        CallQuery.Sort.valueOf(sorted.by().name()),
        sorted.ascending(),
        null,
        PAGE);
  }

  /// Sorts by a column, or the other way round.
  public void sort(HistoryOrder.Column column) {
    order.set(order.get().pressed(column));
  }

  public ObjectProperty<HistoryFilter> filter() {
    return filter;
  }

  public ObjectProperty<HistoryOrder> order() {
    return order;
  }

  /// What is typed; it is looked for when the typing rests.
  public StringProperty words() {
    return words;
  }

  public ObservableList<CallRow> rows() {
    return pages.rows();
  }

  /// What those in sight applied for.
  public Stream<@Nullable String> positions() {
    return rows().stream().map(CallRow::position);
  }

  /// How many there are; null until it is known.
  public ReadOnlyObjectProperty<@Nullable Count> count() {
    return pages.count();
  }

  public ReadOnlyBooleanProperty loading() {
    return pages.loading();
  }

  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return pages.problem();
  }
}
