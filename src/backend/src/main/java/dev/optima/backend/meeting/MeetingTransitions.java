package dev.optima.backend.meeting;

import dev.optima.backend.chat.ChatFeed;
import dev.optima.backend.chat.ChatStore;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingEffect;
import dev.optima.protocol.meeting.MeetingSession;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.MeetingNews;
import dev.optima.protocol.message.ReminderKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Stores the next state of a meeting, and what follows from it: its history, the entry in the
/// chat, calendars and reminders inside the transaction, the word to the screens after it.
final class MeetingTransitions {
  private final MeetingStore meetings;
  private final MeetingHistoryStore history = new MeetingHistoryStore();
  private final ChatStore chat;
  private final ChatFeed chatFeed;
  private final MeetingFeed feed;
  private final CalendarPost calendars;
  private final MeetingReminders reminders;
  private final Consumer<Instant> deadlines;
  private final List<MeetingWatch> watches = new CopyOnWriteArrayList<>();

  /// @param deadlines is told when something happens by itself
  MeetingTransitions(
      MeetingStore meetings,
      Talk talk,
      MeetingFeed feed,
      CalendarPost calendars,
      MeetingReminders reminders,
      Consumer<Instant> deadlines) {
    this.meetings = meetings;
    this.chat = talk.entries();
    this.chatFeed = talk.feed();
    this.feed = feed;
    this.calendars = calendars;
    this.reminders = reminders;
    this.deadlines = deadlines;
  }

  void watch(MeetingWatch watch) {
    watches.add(watch);
  }

  /// The thread in which meetings are told of.
  record Talk(ChatStore entries, ChatFeed feed) {}

  /// What is done to a meeting.
  ///
  /// @param act as the history calls it
  /// @param news what the thread tells; empty for nothing
  record Act(String act, Optional<MeetingNews.What> news, MeetingDeed deed) {
    static Act told(String act, MeetingNews.What news, MeetingDeed deed) {
      return new Act(act, Optional.of(news), deed);
    }

    static Act untold(String act, MeetingDeed deed) {
      return new Act(act, Optional.empty(), deed);
    }
  }

  /// A meeting that was stored for the first time.
  StoredMeeting planned(Tx tx, StoredMeeting fresh, List<MeetingEffect> effects, Act act)
      throws SQLException {
    meetings.insert(tx, fresh);
    StoredMeeting meeting = present(tx, fresh.session().meetingId());
    Map<String, String> changes = MeetingChanges.of(feed.views().ofTeam(meeting));
    return follow(tx, meeting, effects, act, changes, Circumstances.NONE);
  }

  /// The next state, if `before` is still the present one; else nothing happens.
  Optional<StoredMeeting> changed(
      Tx tx, StoredMeeting before, StoredMeeting next, List<MeetingEffect> effects, Act act)
      throws SQLException {
    if (!meetings.update(tx, before.session(), next, act.deed().at())) {
      return Optional.empty();
    }
    StoredMeeting meeting = present(tx, next.session().meetingId());
    Map<String, String> changes =
        MeetingChanges.of(feed.views().ofTeam(before), feed.views().ofTeam(meeting));
    if (before.isKnocking() != meeting.isKnocking()
        || !before.details().title().equals(meeting.details().title())) {
      for (MeetingWatch watch : watches) {
        watch.changed(tx, next.session().meetingId());
      }
    }
    boolean moved = !before.session().scheduledTime().equals(meeting.session().scheduledTime());
    return Optional.of(
        follow(
            tx,
            meeting,
            effects,
            act,
            changes,
            moved
                ? new Circumstances(before.session().scheduledTime(), null)
                : Circumstances.NONE));
  }

  /// Something that changes nothing, but is told: that the team is late, that a mail was sent
  /// again.
  ///
  /// @param minutes how late the team is
  void noted(
      Tx tx, StoredMeeting meeting, Act act, Map<String, String> changes, @Nullable Integer minutes)
      throws SQLException {
    note(tx, meeting, act, changes);
    var circumstances = new Circumstances(null, minutes);
    tell(tx, meeting, act, circumstances, act.deed().at().toEpochMilli());
  }

  /// What an entry of the thread tells beside the meeting.
  private record Circumstances(@Nullable Instant previousTime, @Nullable Integer minutes) {
    static final Circumstances NONE = new Circumstances(null, null);
  }

  private StoredMeeting follow(
      Tx tx,
      StoredMeeting meeting,
      List<MeetingEffect> effects,
      Act act,
      Map<String, String> changes,
      Circumstances circumstances)
      throws SQLException {
    if (!changes.isEmpty() || !effects.isEmpty() || act.deed().byId() != null) {
      note(tx, meeting, act, changes);
    }
    for (MeetingEffect effect : effects) {
      carryOut(tx, meeting, effect, act.deed());
    }
    tell(tx, meeting, act, circumstances, meeting.session().version());
    tx.afterCommit(
        () -> {
          expect(meeting);
          feed.changed(meeting);
        });
    return meeting;
  }

  private void note(Tx tx, StoredMeeting meeting, Act act, Map<String, String> changes)
      throws SQLException {
    MeetingSession session = meeting.session();
    history.add(
        tx,
        session.meetingId(),
        new MeetingHistoryStore.Change(session.version(), act.act(), changes),
        act.deed());
  }

  private void carryOut(Tx tx, StoredMeeting meeting, MeetingEffect effect, MeetingDeed deed)
      throws SQLException {
    switch (effect) {
      case UPDATE_CALENDARS -> calendars.update(tx, meeting, deed);
      case CANCEL_CALENDARS -> calendars.cancel(tx, meeting, deed);
      case OPENED -> {
        if (deed.at().isBefore(meeting.session().scheduledTime())
            && meeting.details().remind15Min()) {
          reminders.due(tx, meeting, ReminderKind.SOON, deed.at());
        }
      }
      case NUDGE_MISSING -> reminders.due(tx, meeting, ReminderKind.NUDGE, deed.at());
      case ASK_OWNER -> reminders.due(tx, meeting, ReminderKind.ASK_OWNER, deed.at());
      case TELL_ANSWER, REVIEW -> {}
    }
  }

  private void tell(Tx tx, StoredMeeting meeting, Act act, Circumstances circumstances, long number)
      throws SQLException {
    if (act.news().isEmpty()) {
      return;
    }
    MeetingSession session = meeting.session();
    Optional<ChatEntry> entry =
        chat.insertMeeting(
            tx,
            session.roomId(),
            sender(meeting, act.deed()),
            "meeting:" + session.meetingId() + ":" + act.act() + ":" + number,
            news(meeting, act.news().get(), circumstances),
            act.deed().at());
    tx.afterCommit(() -> entry.ifPresent(told -> chatFeed.entry(told, null)));
  }

  /// Whoever did it; what nobody did is told in the name of the owner.
  private static ChatStore.Sender sender(StoredMeeting meeting, MeetingDeed deed) {
    UserId owner = meeting.session().ownerId();
    return deed.byId() == null
        ? new ChatStore.Sender(owner, meeting.nameOf(owner))
        : new ChatStore.Sender(deed.byId(), deed.byName());
  }

  private static MeetingNews news(
      StoredMeeting meeting, MeetingNews.What what, Circumstances circumstances) {
    MeetingSession session = meeting.session();
    boolean answered =
        what == MeetingNews.What.ACCEPTED
            || what == MeetingNews.What.DECLINED
            || what == MeetingNews.What.ASKED_TO_MOVE;
    return new MeetingNews(
        session.meetingId(),
        what,
        meeting.details().title(),
        session.scheduledTime(),
        (int) session.length().toMinutes(),
        circumstances.previousTime(),
        answered ? meeting.reply().proposals() : null,
        what == MeetingNews.What.CANCELLED
            ? session.cancelReason()
            : answered ? meeting.reply().note() : null,
        what == MeetingNews.What.NO_SHOW ? session.absent() : null,
        circumstances.minutes());
  }

  private void expect(StoredMeeting meeting) {
    Optional.ofNullable(meeting.session().deadline()).ifPresent(deadlines);
    Optional.ofNullable(meeting.dayReminderAt()).ifPresent(deadlines);
    Optional.ofNullable(meeting.lobby().waitingUntil()).ifPresent(deadlines);
  }

  StoredMeeting present(Tx tx, MeetingId id) throws SQLException {
    return meetings.find(tx, id).orElseThrow(() -> Refusal.notFound("there is no such meeting"));
  }
}
