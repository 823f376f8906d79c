package dev.optima.console.meeting;

import dev.optima.console.client.MeetingQuery;
import dev.optima.console.client.MeetingsClient;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Tasks;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.Meetings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The meetings that somebody looks at, each once, and each as its newest version says: answers and
/// messages may overtake each other. Belongs to the FX thread.
public final class MeetingFeed {
  private static final int PAGE = 200;

  private final MeetingsClient client;
  private final Tasks tasks;
  private final Map<MeetingId, Known> known = new HashMap<>();
  private final List<MeetingList> lists = new ArrayList<>();
  private final List<Consumer<Meeting>> listeners = new ArrayList<>();
  private long step;

  /// @param step when it was last told
  private record Known(Meeting meeting, long step) {}

  public MeetingFeed(MeetingsClient client, Tasks tasks) {
    this.client = client;
    this.tasks = tasks;
  }

  /// The meetings of a stretch of time, loaded now and live until it is closed.
  public MeetingList open(MeetingQuery query) {
    return open(meeting -> matches(query, meeting), () -> pages(query));
  }

  /// All meetings of an applicant, also the cancelled ones; loaded now and live until closed.
  public MeetingList open(UserId applicant) {
    return open(
        meeting -> meeting.applicantId().equals(applicant), () -> client.of(applicant).meetings());
  }

  private MeetingList open(Predicate<Meeting> wanted, MeetingList.Source source) {
    MeetingList list = new MeetingList(this, tasks, wanted, source);
    lists.add(list);
    list.reload();
    return list;
  }

  void close(MeetingList list) {
    lists.remove(list);
    forgetUnwanted();
  }

  private static boolean matches(MeetingQuery query, Meeting meeting) {
    UserId by = query.interviewer();
    return meeting.scheduledTime().isBefore(query.to())
        && meeting.end().isAfter(query.from())
        && (query.cancelled() || !MeetingFacts.isCancelled(meeting))
        && (by == null || MeetingFacts.isLedBy(meeting, by));
  }

  private List<Meeting> pages(MeetingQuery query) throws Exception {
    List<Meeting> all = new ArrayList<>();
    String after = null;
    do {
      Meetings page = client.page(query, after, PAGE);
      all.addAll(page.meetings());
      after = page.next();
    } while (after != null);
    return all;
  }

  /// Takes up what signalling says; after a gap in the connection everything open is asked for
  /// again.
  public void on(SignalEvent event) {
    if (event instanceof SignalEvent.Received(ServerMessage message)) {
      switch (message) {
        case ServerMessage.Welcome _ -> refresh();
        case ServerMessage.MeetingChanged changed -> learn(changed.meeting());
        case ServerMessage.Reminder reminder -> learn(reminder.meeting());
        default -> {}
      }
    }
  }

  /// Nobody told of changes meanwhile: what no list asks for again is not to be trusted.
  private void refresh() {
    forgetUnwanted();
    List.copyOf(lists).forEach(MeetingList::reload);
  }

  private void forgetUnwanted() {
    known.values().removeIf(it -> lists.stream().noneMatch(list -> list.wants(it.meeting())));
  }

  private void show() {
    List.copyOf(lists).forEach(MeetingList::show);
  }

  /// Takes up a meeting as the backend just gave it.
  public void learn(Meeting meeting) {
    learn(List.of(meeting));
  }

  private void learn(List<Meeting> meetings) {
    step++;
    List<Meeting> news = new ArrayList<>();
    for (Meeting meeting : meetings) {
      Known old = known.get(meeting.meetingId());
      if (old == null || old.meeting().version() < meeting.version()) {
        known.put(meeting.meetingId(), new Known(meeting, step));
        news.add(meeting);
      } else {
        known.put(meeting.meetingId(), new Known(old.meeting(), step));
      }
    }
    if (!news.isEmpty()) {
      show();
      news.forEach(meeting -> List.copyOf(listeners).forEach(each -> each.accept(meeting)));
    }
  }

  /// How far it is; to be given to [#answered].
  long step() {
    return step;
  }

  /// The backend gave everything that a list wants. What is not among it and was not told since is
  /// elsewhere by now.
  void answered(MeetingList list, List<Meeting> all, long asked) {
    Set<MeetingId> given = new HashSet<>();
    all.forEach(meeting -> given.add(meeting.meetingId()));
    boolean gone =
        known
            .values()
            .removeIf(
                it ->
                    it.step() <= asked
                        && list.wants(it.meeting())
                        && !given.contains(it.meeting().meetingId()));
    learn(all);
    if (gone) {
      show();
    }
  }

  /// Hears of every meeting that is new or different, until the returned release is run.
  public Runnable listen(Consumer<Meeting> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  public Optional<Meeting> find(MeetingId id) {
    return Optional.ofNullable(known.get(id)).map(Known::meeting);
  }

  /// A meeting that may not be loaded yet.
  ///
  /// @param found with the meeting, at once or later; not called if there is none
  /// @param failed with why it cannot be had
  public void find(MeetingId id, Consumer<Meeting> found, Consumer<Exception> failed) {
    Known here = known.get(id);
    if (here != null) {
      found.accept(here.meeting());
      return;
    }
    tasks.run(
        () -> client.status(id),
        meeting -> {
          learn(meeting);
          found.accept(meeting);
        },
        failed);
  }

  Stream<Meeting> all() {
    return known.values().stream().map(Known::meeting);
  }
}
