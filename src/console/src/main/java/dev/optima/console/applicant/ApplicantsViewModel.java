package dev.optima.console.applicant;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Diff;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Names;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.Applicants;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The list of applicants and which of them is before the recruiter's eyes.
public final class ApplicantsViewModel {
  private static final int PAGE = 100;
  private static final Duration TYPING_SHOWN = Duration.ofSeconds(5);
  private static final Duration SEARCH_PAUSE = Duration.ofMillis(300);

  private static final Comparator<ApplicantItem> NEWEST_FIRST =
      Comparator.comparing(ApplicantItem::activity)
          .reversed()
          .thenComparing(item -> item.id().value());

  private final UserId me;
  private final ApiClient api;
  private final Tasks tasks;
  private final InstantSource clock;

  private final Map<UserId, ApplicantItem> known = new HashMap<>();
  private final Map<UserId, Instant> typingUntil = new HashMap<>();
  private final Set<UserId> asked = new HashSet<>();
  private final ObservableList<ApplicantItem> items = FXCollections.observableArrayList();
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable ApplicantItem> selected =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper unread = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private @Nullable UserId chosen;
  private @Nullable String next;
  private @Nullable Instant searchAt;
  private boolean watching;
  private boolean publishing;

  public ApplicantsViewModel(UserId me, ApiClient api, Tasks tasks, InstantSource clock) {
    this.me = me;
    this.api = api;
    this.tasks = tasks;
    this.clock = clock;
    query.addListener(
        (_, _, now) -> {
          searchAt = now.isBlank() ? null : clock.instant().plus(SEARCH_PAUSE);
          publish();
        });
  }

  /// Asks for the first page.
  public void load() {
    if (loading.get()) {
      return;
    }
    loading.set(true);
    problem.set(null);
    tasks.run(() -> api.applicants(null, null, PAGE), page -> took(page, true), this::failed);
  }

  /// Asks for the next page, when the list is scrolled to its end.
  public void more() {
    String after = next;
    if (after == null || loading.get() || !query.get().isBlank()) {
      return;
    }
    loading.set(true);
    tasks.run(() -> api.applicants(null, after, PAGE), page -> took(page, true), this::failed);
  }

  private void took(Applicants page, boolean ordered) {
    loading.set(false);
    if (ordered) {
      next = page.next();
    }
    page.applicants().forEach(this::learn);
    publish();
    if (chosen == null) {
      known.values().stream().min(NEWEST_FIRST).ifPresent(first -> choose(first.id()));
    }
  }

  private void failed(Exception failure) {
    loading.set(false);
    problem.set(ApiFailures.explain(failure));
  }

  private void learn(Applicant applicant) {
    ApplicantItem fresh = ApplicantItem.of(applicant);
    ApplicantItem old = known.get(fresh.id());
    boolean read = watching && fresh.id().equals(chosen);
    boolean typing = old != null && old.typing();
    known.put(fresh.id(), fresh.withTyping(typing).withUnread(read ? 0 : fresh.unread()));
  }

  /// Opens an applicant's room.
  public void choose(UserId applicant) {
    if (publishing) {
      return; // a list view moves its selection while rows move; only people choose
    }
    chosen = applicant;
    if (known.containsKey(applicant)) {
      if (watching) {
        change(applicant, item -> item.withUnread(0));
      }
      publish();
    } else {
      fetch(applicant);
    }
  }

  /// Whether the chosen room is before the recruiter's eyes, so that it has nothing unread.
  public void watch(boolean now) {
    watching = now;
    if (now && chosen != null) {
      change(chosen, item -> item.withUnread(0));
      publish();
    }
  }

  /// Takes up an applicant that was just made, and opens their room.
  public void created(Applicant applicant) {
    learn(applicant);
    query.set("");
    choose(applicant.applicantId());
  }

  public void on(SignalEvent event) {
    if (!(event instanceof SignalEvent.Received(ServerMessage message))) {
      return;
    }
    switch (message) {
      case ServerMessage.Welcome welcome -> welcomed(welcome);
      case ServerMessage.Presence presence -> came(presence);
      case ServerMessage.ChatMessage chat -> said(chat.entry());
      case ServerMessage.ChatTyping typing -> {
        UserId applicant = typing.roomId().applicant();
        if (typing.userId().equals(applicant)) {
          typingUntil.put(applicant, clock.instant().plus(TYPING_SHOWN));
          change(applicant, item -> item.withTyping(true));
        }
      }
      case ServerMessage.ChatStatus status -> {
        if (status.userId().equals(me) && status.readSeq() != null) {
          readElsewhere(status.roomId(), status.readSeq());
        }
      }
      default -> {
        return;
      }
    }
    publish();
  }

  /// Somebody whom a colleague has just invited is not known here yet.
  private void came(ServerMessage.Presence presence) {
    UserId applicant = presence.userId();
    if (known.containsKey(applicant)) {
      change(applicant, item -> item.withOnline(presence.online()));
    } else if (presence.online()) {
      fetch(applicant);
    }
  }

  private void welcomed(ServerMessage.Welcome welcome) {
    Set<UserId> online = new HashSet<>(welcome.online() == null ? List.of() : welcome.online());
    known.replaceAll(
        (id, item) -> {
          long count = welcome.unread().getOrDefault(item.room().value(), 0L);
          boolean read = watching && id.equals(chosen);
          return item.withOnline(online.contains(id)).withUnread(read ? 0 : count);
        });
  }

  private void said(ChatEntry entry) {
    UserId applicant = entry.roomId().applicant();
    ApplicantItem item = known.get(applicant);
    if (item == null) {
      fetch(applicant);
      return;
    }
    if (item.last() != null && item.last().seq() > entry.seq()) {
      return;
    }
    boolean news = item.last() == null || item.last().seq() < entry.seq();
    boolean read = watching && applicant.equals(chosen) || entry.senderId().equals(me);
    boolean counts = news && !read && entry.kind() == ChatEntry.Kind.TEXT;
    change(
        applicant,
        was -> was.withLast(entry).withTyping(false).withUnread(was.unread() + (counts ? 1 : 0)));
  }

  private void readElsewhere(RoomId room, long seq) {
    change(
        room.applicant(),
        item -> item.last() == null || item.last().seq() <= seq ? item.withUnread(0) : item);
  }

  private void fetch(UserId applicant) {
    if (asked.add(applicant)) {
      tasks.run(
          () -> api.applicant(applicant),
          found -> {
            asked.remove(applicant);
            learn(found);
            publish();
          },
          failure -> {
            asked.remove(applicant);
            failed(failure);
          });
    }
  }

  public void tick(Instant now) {
    if (typingUntil.values().removeIf(until -> now.isAfter(until))) {
      known.replaceAll(
          (id, item) -> item.typing() ? item.withTyping(typingUntil.containsKey(id)) : item);
      publish();
    }
    if (searchAt != null && now.isAfter(searchAt)) {
      searchAt = null;
      String words = query.get().strip();
      tasks.run(() -> api.applicants(words, null, PAGE), page -> took(page, false), this::failed);
    }
  }

  private void change(UserId applicant, UnaryOperator<ApplicantItem> change) {
    known.computeIfPresent(applicant, (_, item) -> change.apply(item));
  }

  private void publish() {
    String folded = Names.fold(query.get().strip());
    publishing = true;
    Diff.apply(
        items,
        known.values().stream()
            .filter(item -> folded.isEmpty() || item.matches(folded))
            .sorted(NEWEST_FIRST)
            .toList());
    publishing = false;
    unread.set(known.values().stream().mapToLong(ApplicantItem::unread).sum());
    selected.set(chosen == null ? null : known.get(chosen));
  }

  public ObservableList<ApplicantItem> items() {
    return items;
  }

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
    return loading.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  /// What is known of an applicant.
  public Optional<ApplicantItem> find(UserId applicant) {
    return Optional.ofNullable(known.get(applicant));
  }
}
