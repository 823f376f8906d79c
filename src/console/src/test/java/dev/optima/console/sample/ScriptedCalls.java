package dev.optima.console.sample;

import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.call.CallHappening;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.message.LiveCall;
import dev.optima.protocol.rest.CallDetails;
import dev.optima.protocol.rest.CallList;
import dev.optima.protocol.rest.CallPage;
import dev.optima.protocol.rest.CallQuality;
import dev.optima.protocol.rest.CallRow;
import dev.optima.protocol.rest.InviteColleague;
import dev.optima.protocol.rest.LiveCalls;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The calls of a scripted backend: those that are live, and the history with all its questions.
public final class ScriptedCalls {
  private static final int COUNTED = 10_000;

  private final InstantSource clock;
  private final Supplier<String> base;
  private final Map<CallId, CallRow> rows = new ConcurrentHashMap<>();
  private final Map<CallId, LiveCall> live = new ConcurrentHashMap<>();
  private final Map<CallId, List<CallHappening>> timelines = new ConcurrentHashMap<>();
  private final Map<CallId, CallQuality> qualities = new ConcurrentHashMap<>();
  private final List<UserId> invited = new CopyOnWriteArrayList<>();

  /// @param base the address of the backend
  ScriptedCalls(InstantSource clock, Supplier<String> base) {
    this.clock = clock;
    this.base = base;
  }

  /// A call of which nothing else is known: live, or of the history.
  public void add(CallSnapshot call) {
    add(new CallRow(call, "direct", null, null, null, 0, false));
    if (call.state().isTerminal()) {
      live.remove(call.callId());
    } else {
      add(
          new LiveCall(
              call,
              clock.instant(),
              "direct",
              null,
              null,
              List.of(),
              CallRecording.State.OFF,
              false));
    }
  }

  public void add(CallRow row) {
    rows.put(row.call().callId(), row);
  }

  public void add(LiveCall call) {
    live.put(call.call().callId(), call);
    rows.put(
        call.call().callId(),
        new CallRow(
            call.call(), call.provider(), call.position(), call.meetingTitle(), null, 0, false));
  }

  /// What happened in a call.
  public void timeline(CallId call, List<CallHappening> happenings) {
    timelines.put(call, List.copyOf(happenings));
  }

  /// How well a call went.
  public void quality(CallQuality quality) {
    qualities.put(quality.callId(), quality);
  }

  /// Who was asked into a call, in order.
  public List<UserId> invited() {
    return invited;
  }

  /// The call, if there is one.
  public @Nullable CallSnapshot find(CallId id) {
    CallRow row = rows.get(id);
    return row == null ? null : row.call();
  }

  Answer answer(String method, String[] path, CallQuestion asked, String accept, String body)
      throws JsonRefusal {
    if (path.length == 3) {
      return accept.equals("text/csv") ? csv(asked) : page(asked);
    }
    return switch (path[3]) {
      case "live" -> Answer.json(new LiveCalls(clock.instant(), oldestFirst()));
      case "report" -> new Answer(200, "text/html", "<!doctype html><title>Calls</title>");
      case "history" -> Answer.json(new CallList(ofRoom(path[4]), null));
      default -> one(method, new CallId(path[3]), path.length > 4 ? path[4] : "", body);
    };
  }

  private List<LiveCall> oldestFirst() {
    return live.values().stream()
        .sorted(Comparator.comparing(call -> call.call().createdAt()))
        .toList();
  }

  private List<CallSnapshot> ofRoom(String room) {
    return rows.values().stream()
        .map(CallRow::call)
        .filter(call -> call.roomId().value().equals(room))
        .sorted(Comparator.comparing(CallSnapshot::createdAt).reversed())
        .toList();
  }

  private Answer page(CallQuestion asked) {
    List<CallRow> all = asked.of(rows.values());
    int start = asked.start();
    int end = Math.min(all.size(), start + asked.limit());
    String next = end < all.size() ? Integer.toString(end) : null;
    Long total = start == 0 ? (long) Math.min(all.size(), COUNTED) : null;
    return Answer.json(
        new CallPage(all.subList(Math.min(start, end), end), next, total, all.size() <= COUNTED));
  }

  private Answer csv(CallQuestion asked) {
    StringBuilder text = new StringBuilder("applicant;outcome\r\n");
    for (CallRow row : asked.of(rows.values())) {
      text.append(row.call().applicantName())
          .append(';')
          .append(row.call().outcome())
          .append("\r\n");
    }
    return new Answer(200, "text/csv", text.toString());
  }

  private Answer one(String method, CallId id, String what, String body) throws JsonRefusal {
    CallRow row = rows.get(id);
    if (row == null) {
      return Answer.problem(404, ErrorCode.NOT_FOUND, null);
    }
    return switch (what) {
      case "join", "interview" -> Answer.json(ticket(id));
      case "details" -> Answer.json(new CallDetails(row, timelines.getOrDefault(id, List.of())));
      case "quality" ->
          Answer.json(
              qualities.getOrDefault(
                  id, new CallQuality(id, null, null, null, List.of(), List.of())));
      case "invite" -> {
        invited.add(Json.read(body, InviteColleague.class).userId());
        yield new Answer(204, "application/json", "");
      }
      default ->
          method.isEmpty()
              ? Answer.problem(404, ErrorCode.NOT_FOUND, null)
              : Answer.json(row.call());
    };
  }

  private JoinTicket ticket(CallId id) {
    return new JoinTicket(
        id,
        "direct",
        base.get() + "/call/" + id + "#ticket=oct_1",
        null,
        null,
        null,
        null,
        null,
        false);
  }

  /// When a call was placed.
  static Instant placed(CallRow row) {
    return row.call().createdAt();
  }
}
