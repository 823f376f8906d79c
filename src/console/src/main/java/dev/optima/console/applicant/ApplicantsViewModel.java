package dev.optima.console.applicant;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Diff;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Names;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.Applicant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The list of applicants and which of them is before the recruiter's eyes.
public final class ApplicantsViewModel {
  private static final Duration SEARCH_PAUSE = Duration.ofMillis(300);

  private static final Comparator<ApplicantItem> NEWEST_FIRST =
      Comparator.comparing(ApplicantItem::activity)
          .reversed()
          .thenComparing(item -> item.id().value());

  private final InstantSource clock;
  private final Roster roster;
  private final ApplicantPages pages;
  private final ObservableList<ApplicantItem> items = FXCollections.observableArrayList();
  private final StringProperty query = new SimpleStringProperty("");
  private final ObjectProperty<ApplicantFilter> filter =
      new SimpleObjectProperty<>(ApplicantFilter.NONE);
  private final ReadOnlyObjectWrapper<@Nullable ApplicantItem> selected =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper unread = new ReadOnlyLongWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private @Nullable UserId chosen;
  private @Nullable Instant searchAt;
  private boolean begun;
  private final ApplicantNews news;
  private boolean watching;
  private boolean publishing;

  public ApplicantsViewModel(UserId me, ApiClient api, Tasks tasks, InstantSource clock) {
    this.clock = clock;
    roster = new Roster(me);
    pages = new ApplicantPages(api, tasks, this::took, this::failed);
    news = new ApplicantNews(me, clock, roster, pages, this::isSeen);
    query.addListener(
        (_, _, _) -> {
          searchAt = clock.instant().plus(SEARCH_PAUSE);
          publish();
        });
    filter.addListener(
        (_, _, _) -> {
          publish();
          load();
        });
  }

  /// Asks for the first page of what the list shows.
  public void load() {
    begun = true;
    searchAt = null;
    problem.set(null);
    pages.begin(filter.get().query(query.get().strip()));
  }

  /// Asks the backend who is called so, for those who look for somebody by other means.
  public void lookFor(String words) {
    pages.look(words);
  }

  /// Asks for the next page, when the end of the list comes near.
  public void more() {
    pages.more();
  }

  private void took(List<Applicant> applicants) {
    problem.set(null);
    applicants.forEach(this::learn);
    publish();
    if (chosen == null && !items.isEmpty()) {
      choose(items.getFirst().id());
    }
  }

  private void failed(Exception failure) {
    if (!(failure instanceof ApiException api && api.is(ErrorCode.NOT_FOUND))) {
      problem.set(ApiFailures.explain(failure));
    }
  }

  private void learn(Applicant applicant) {
    roster.learn(applicant);
    if (isSeen(applicant.applicantId())) {
      roster.seen(applicant.applicantId());
    }
  }

  /// Takes up what an answer said of an applicant who was just made or changed.
  public void changed(Applicant applicant) {
    ApplicantItem neighbour = applicant.archivedAt() == null ? null : neighbour(applicant);
    learn(applicant);
    publish();
    if (neighbour != null) {
      choose(neighbour.id());
    }
  }

  /// Who is chosen instead of an open applicant that leaves the list.
  private @Nullable ApplicantItem neighbour(Applicant leaving) {
    if (!leaving.applicantId().equals(chosen) || filter.get().archived()) {
      return null;
    }
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).id().equals(chosen)) {
        return i + 1 < items.size() ? items.get(i + 1) : i > 0 ? items.get(i - 1) : null;
      }
    }
    return null;
  }

  /// Opens an applicant's room.
  public void choose(UserId applicant) {
    if (publishing) {
      return; // a list view moves its selection while rows move; only people choose
    }
    watching &= applicant.equals(chosen);
    chosen = applicant;
    if (roster.knows(applicant)) {
      publish();
    } else {
      pages.fetch(applicant);
    }
  }

  /// Opens the room of the one after the open one, or before it.
  ///
  /// @param by 1 for the next, -1 for the one before
  public void step(int by) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).id().equals(chosen)) {
        choose(items.get(Math.clamp(i + (long) by, 0, items.size() - 1)).id());
        return;
      }
    }
    if (!items.isEmpty()) {
      choose(items.getFirst().id());
    }
  }

  /// Whether the newest of the chosen room is before the recruiter's eyes, so that it has nothing
  /// unread.
  public void watch(boolean now) {
    watching = now;
    if (now && chosen != null) {
      roster.seen(chosen);
      publish();
    }
  }

  private boolean isSeen(UserId applicant) {
    return watching && applicant.equals(chosen);
  }

  /// Takes up an applicant that was just made, and opens their room.
  public void created(Applicant applicant) {
    learn(applicant);
    filter.set(ApplicantFilter.NONE);
    query.set("");
    choose(applicant.applicantId());
  }

  public void on(SignalEvent event) {
    ApplicantNews.Told told = news.on(event);
    if (told == ApplicantNews.Told.BACK) {
      welcomed();
    }
    if (told != ApplicantNews.Told.NOTHING) {
      publish();
    }
  }

  /// Who was added or changed while there was no connection is not told again: what is shown is
  /// asked anew, also where an answer is still on its way that was asked for before.
  private void welcomed() {
    if (watching && chosen != null) {
      roster.seen(chosen);
    }
    if (begun && (news.wasAway() || !pages.loading().get())) {
      load();
    }
  }

  public void tick(Instant now) {
    pages.tick();
    if (roster.tick(now)) {
      publish();
    }
    if (searchAt != null && now.isAfter(searchAt)) {
      load();
    }
  }

  private void publish() {
    String folded = Names.fold(query.get().strip());
    ApplicantFilter wanted = filter.get();
    publishing = true;
    Diff.apply(
        items,
        roster.all().stream()
            .filter(item -> wanted.shows(item, item.id().equals(chosen)))
            .filter(item -> folded.isEmpty() || item.matches(folded))
            .sorted(NEWEST_FIRST)
            .toList());
    publishing = false;
    unread.set(roster.unread());
    selected.set(chosen == null ? null : roster.find(chosen).orElse(null));
  }

  public ObservableList<ApplicantItem> items() {
    return items;
  }

  /// Which applicants the list shows.
  public ObjectProperty<ApplicantFilter> filter() {
    return filter;
  }

  /// What is typed into the search.
  public StringProperty query() {
    return query;
  }

  public ReadOnlyObjectProperty<@Nullable ApplicantItem> selected() {
    return selected.getReadOnlyProperty();
  }

  /// Messages not read, in all rooms.
  public ReadOnlyLongProperty unread() {
    return unread.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loading() {
    return pages.loading();
  }

  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  /// What is known of an applicant.
  public Optional<ApplicantItem> find(UserId applicant) {
    return roster.find(applicant);
  }

  /// All that are known, newest activity first, whatever the list shows.
  public List<ApplicantItem> all() {
    return roster.all().stream().sorted(NEWEST_FIRST).toList();
  }
}
