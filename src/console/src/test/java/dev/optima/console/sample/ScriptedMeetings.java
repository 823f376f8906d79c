package dev.optima.console.sample;

import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.CancelMeeting;
import dev.optima.protocol.rest.CloseMeeting;
import dev.optima.protocol.rest.FreeSlots;
import dev.optima.protocol.rest.MailPreview;
import dev.optima.protocol.rest.MeetingCheck;
import dev.optima.protocol.rest.MeetingHistory;
import dev.optima.protocol.rest.Meetings;
import dev.optima.protocol.rest.NotifyMeeting;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// The meetings of [ScriptedBackend]: they are found, planned, moved and closed as by the real one,
/// without its rules.
public final class ScriptedMeetings {
  private final Map<MeetingId, Meeting> meetings = new ConcurrentHashMap<>();
  private final List<Object> said = new CopyOnWriteArrayList<>();
  private volatile MeetingCheck check = new MeetingCheck(List.of(), null);
  private volatile List<Instant> free = List.of();

  /// A meeting as it is from now on.
  public Meeting add(Meeting meeting) {
    meetings.put(meeting.meetingId(), meeting);
    return meeting;
  }

  public void remove(MeetingId id) {
    meetings.remove(id);
  }

  public Meeting get(MeetingId id) {
    Meeting found = meetings.get(id);
    if (found == null) {
      throw new AssertionError("no meeting " + id);
    }
    return found;
  }

  /// The bodies of what was asked: [ScheduleMeeting], [CloseMeeting], [NotifyMeeting] ….
  public List<Object> said() {
    return said;
  }

  /// What a check is answered with.
  public void checks(MeetingCheck answer) {
    check = answer;
  }

  /// When everybody is free.
  public void isFree(Instant... starts) {
    free = List.of(starts);
  }

  Answer answer(String method, String[] path, String query, String body) throws JsonRefusal {
    if (path.length == 3) {
      return Answer.json(page(ScriptedPeople.parameters(query)));
    }
    switch (path[3]) {
      case "free":
        return Answer.json(new FreeSlots(free));
      case "check":
        said(ScheduleMeeting.class, body);
        return Answer.json(check);
      case "preview":
        said(ScheduleMeeting.class, body);
        return Answer.json(
            new MailPreview("john@example.org", "Interview", "<p>Hello John Doe</p>", "Hello"));
      case "schedule":
        return Answer.json(schedule(said(ScheduleMeeting.class, body)));
      default:
        break;
    }
    Meeting meeting = meetings.get(new MeetingId(path[3]));
    if (meeting == null) {
      return path.length == 4 && method.equals("GET")
          ? Answer.json(new Meetings(of(new UserId(path[3])), null))
          : Answer.problem(404, ErrorCode.NOT_FOUND, null);
    }
    return path.length == 4
        ? put(meeting, said(ScheduleMeeting.class, body))
        : act(meeting, path[4], body);
  }

  private Answer act(Meeting meeting, String what, String body) throws JsonRefusal {
    return switch (what) {
      case "status" -> Answer.json(meeting);
      case "history" -> Answer.json(new MeetingHistory(List.of()));
      case "cancel" -> {
        said(CancelMeeting.class, body);
        yield Answer.json(add(Versions.with(meeting, MeetingStatus.CANCELLED, null)));
      }
      case "outcome" -> Answer.json(add(close(meeting, said(CloseMeeting.class, body))));
      case "notify" -> {
        said(NotifyMeeting.class, body);
        yield Answer.json(meeting);
      }
      case "admit" -> Answer.json(add(Versions.admitted(meeting, meeting.scheduledTime())));
      case "join" ->
          Answer.json(
              new JoinTicket(
                  new CallId("call-" + meeting.meetingId()),
                  "direct",
                  "http://127.0.0.1/call/call-" + meeting.meetingId() + "#ticket=oct_1",
                  null,
                  null,
                  null,
                  null,
                  null,
                  false));
      default -> Answer.problem(404, ErrorCode.NOT_FOUND, null);
    };
  }

  private static Meeting close(Meeting meeting, CloseMeeting said) {
    return switch (said.outcome()) {
      case COMPLETED -> Versions.with(meeting, MeetingStatus.COMPLETED, null);
      case NO_SHOW -> Versions.with(meeting, MeetingStatus.NO_SHOW, said.absent());
      case UNDO -> Versions.with(meeting, MeetingStatus.OPEN, null);
    };
  }

  private Answer put(Meeting meeting, ScheduleMeeting plan) {
    if (plan.version() != null && plan.version() != meeting.version()) {
      return Answer.stale(meeting);
    }
    return Answer.json(add(Versions.planned(meeting, plan)));
  }

  private Meeting schedule(ScheduleMeeting plan) {
    String id = "m-" + plan.key();
    Meeting blank =
        SampleMeeting.of(id, plan.applicantId(), plan.applicantId().value(), plan.scheduledTime())
            .version(0)
            .build();
    return add(Versions.planned(blank, plan));
  }

  private Meetings page(Map<String, String> asked) {
    Instant from = Instant.parse(asked.get("from"));
    Instant to = Instant.parse(asked.get("to"));
    String by = asked.get("interviewer");
    boolean cancelled = "true".equals(asked.get("cancelled"));
    List<Meeting> all =
        sorted(
            meetings.values().stream()
                .filter(it -> it.scheduledTime().isBefore(to) && it.end().isAfter(from))
                .filter(it -> cancelled || it.status() != MeetingStatus.CANCELLED)
                .filter(it -> by == null || leads(it, by))
                .toList());
    int start = Integer.parseInt(asked.getOrDefault("after", "0"));
    int end = Math.min(all.size(), start + Integer.parseInt(asked.get("limit")));
    return new Meetings(all.subList(start, end), end < all.size() ? Integer.toString(end) : null);
  }

  private static boolean leads(Meeting meeting, String person) {
    return meeting.interviewers().stream().anyMatch(it -> it.userId().value().equals(person));
  }

  private List<Meeting> of(UserId applicant) {
    return sorted(
        meetings.values().stream().filter(it -> it.applicantId().equals(applicant)).toList());
  }

  private static List<Meeting> sorted(List<Meeting> some) {
    return some.stream().sorted(Comparator.comparing(Meeting::scheduledTime)).toList();
  }

  private <T> T said(Class<T> type, String body) throws JsonRefusal {
    T read = Json.read(body, type);
    said.add(read);
    return read;
  }
}
