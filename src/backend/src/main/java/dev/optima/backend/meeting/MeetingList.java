package dev.optima.backend.meeting;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.rest.Meetings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Meetings by their time, a page at a time.
public final class MeetingList {
  /// The most meetings in one answer.
  public static final int MAX_PAGE = 200;

  private final Database database;
  private final MeetingStore store;
  private final MeetingPeople people;
  private final MeetingViews views;

  MeetingList(Database database, MeetingStore store, MeetingPeople people, MeetingViews views) {
    this.database = database;
    this.store = store;
    this.people = people;
    this.views = views;
  }

  /// Which meetings.
  ///
  /// @param from those that end after this
  /// @param to those that begin before this
  /// @param cancelled with those that were called off
  public record Filter(
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable UserId interviewer,
      boolean cancelled) {}

  /// Of everybody, for the team.
  ///
  /// @param after the `next` of the page before
  public Meetings list(Identity who, Filter filter, @Nullable String after, int limit) {
    if (!who.isTeam() || who.callId() != null) {
      throw Refusal.forbidden("this is for recruiters");
    }
    var query = new Query();
    if (filter.from() != null) {
      if (after == null) {
        // Lets the index begin where nothing earlier can last until then; else `after` does.
        query.and("m.scheduled_at > ?", filter.from().minus(MeetingInputs.LONGEST));
      }
      query.and("m.ends_at > ?", filter.from());
    }
    query.and("m.scheduled_at < ?", filter.to());
    query.and(
        "EXISTS (SELECT 1 FROM meeting_interviewers x WHERE x.meeting_id = m.id AND x.user_id = ?)",
        filter.interviewer());
    if (!filter.cancelled()) {
      query.and("m.status <> ?", MeetingStatus.CANCELLED);
    }
    return page(who, query, after, limit);
  }

  /// Of one applicant: for the team, and for themselves.
  public Meetings ofApplicant(Identity who, UserId applicant, @Nullable String after, int limit) {
    if (who.callId() != null || !(who.isTeam() || who.userId().equals(applicant))) {
      throw Refusal.notFound("there is no such applicant");
    }
    if (database.read(tx -> people.applicant(tx, applicant)).isEmpty()) {
      throw Refusal.notFound("there is no such applicant");
    }
    var query = new Query();
    query.and("m.applicant_id = ?", applicant);
    return page(who, query, after, limit);
  }

  private Meetings page(Identity who, Query query, @Nullable String after, int limit) {
    int most = Math.clamp(limit, 1, MAX_PAGE);
    if (after != null) {
      query.after(after);
    }
    List<StoredMeeting> found =
        database.read(tx -> store.where(tx, query.text(), query.parameters(most + 1)));
    boolean more = found.size() > most;
    List<StoredMeeting> shown = more ? found.subList(0, most) : found;
    return new Meetings(
        shown.stream().map(meeting -> views.seenBy(who, meeting)).toList(),
        more ? cursor(shown.getLast()) : null);
  }

  private static String cursor(StoredMeeting meeting) {
    return meeting.session().scheduledTime().toEpochMilli() + "." + meeting.session().meetingId();
  }

  /// One SQL text for each set of conditions, so that each is prepared once.
  private static final class Query {
    private final StringBuilder where = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    void and(String condition, @Nullable Object parameter) {
      if (parameter != null) {
        where.append(where.isEmpty() ? "WHERE " : " AND ").append(condition);
        parameters.add(parameter);
      }
    }

    void after(String cursor) {
      int dot = cursor.indexOf('.');
      try {
        long millis = Long.parseLong(cursor.substring(0, Math.max(dot, 0)));
        and("(m.scheduled_at, m.id) > (?, ?)", millis);
        parameters.add(cursor.substring(dot + 1));
      } catch (NumberFormatException e) {
        throw Refusal.invalid("after", "after is not the next of a page");
      }
    }

    String text() {
      return where + " ORDER BY m.scheduled_at, m.id LIMIT ?";
    }

    Object[] parameters(int limit) {
      parameters.add(limit);
      return parameters.toArray();
    }
  }
}
