package dev.optima.console.sample;

import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.ApplicantChange;
import dev.optima.protocol.rest.Applicants;
import dev.optima.protocol.rest.ImportApplicants;
import dev.optima.protocol.rest.ImportReport;
import dev.optima.protocol.rest.Invitation;
import dev.optima.protocol.rest.MailPreview;
import dev.optima.protocol.rest.NewApplicant;
import dev.optima.protocol.rest.Stage;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The applicants of [ScriptedBackend]: they are found, made, changed and imported as by the real
/// one.
public final class ScriptedPeople {
  private final Map<UserId, Applicant> applicants = new ConcurrentHashMap<>();
  private final List<String> invitations = new CopyOnWriteArrayList<>();

  /// What was said with the requests for invitations and previews.
  public List<String> invitations() {
    return invitations;
  }

  void add(Applicant applicant) {
    applicants.put(applicant.applicantId(), applicant);
  }

  /// Somebody as the backend has them now.
  public Applicant get(UserId id) {
    Applicant found = applicants.get(id);
    if (found == null) {
      throw new AssertionError("nobody is " + id);
    }
    return found;
  }

  /// A colleague changes an applicant: the version rises.
  public Applicant changes(UserId id, ApplicantChange change) {
    Applicant changed = apply(get(id), change);
    add(changed);
    return changed;
  }

  Answer answer(String method, String[] path, String rawQuery, String body) throws JsonRefusal {
    if (path.length == 3) {
      return method.equals("POST")
          ? create(Json.read(body, NewApplicant.class))
          : Answer.json(list(parameters(rawQuery)));
    }
    if (path[3].equals("import")) {
      return Answer.json(report(Json.read(body, ImportApplicants.class)));
    }
    Applicant applicant = applicants.get(new UserId(path[3]));
    if (applicant == null) {
      return Answer.problem(404, ErrorCode.NOT_FOUND, null);
    }
    if (path.length == 4) {
      return method.equals("PATCH")
          ? patch(applicant, Json.read(body, ApplicantChange.class))
          : Answer.json(applicant);
    }
    invitations.add(body);
    return path[4].equals("mail-preview") ? preview(applicant) : invitation();
  }

  private Answer create(NewApplicant made) {
    String id = "new" + applicants.size();
    Applicant applicant =
        Samples.applicant(id, made.name(), made.position(), made.language(), made.timeZone());
    add(applicant);
    return Answer.json(applicant);
  }

  private static Answer invitation() {
    return Answer.json(
        new Invitation(
            "https://optima.example.org/i/7Q2nX0c4T1m9Rk8ZbVh3yA",
            Instant.parse("2026-12-06T12:00:00Z")));
  }

  private static Answer preview(Applicant applicant) {
    return Answer.json(
        new MailPreview(
            applicant.email(),
            "Kuzey Yazılım invites you to talk",
            "<html><body style='font-family:sans-serif'><h2>Hello "
                + applicant.name()
                + "</h2><p>Elif Kaya invites you to chat and to talk by video.</p>"
                + "<p><a href='https://optima.example.org/i/preview'>Open your page</a></p>"
                + "</body></html>",
            "Hello"));
  }

  private Answer patch(Applicant now, ApplicantChange change) {
    if (change.version() != null && change.version() != now.version()) {
      return Answer.problem(409, ErrorCode.STALE, null);
    }
    Applicant changed = apply(now, change);
    add(changed);
    return Answer.json(changed);
  }

  private static Applicant apply(Applicant a, ApplicantChange c) {
    Instant archived =
        c.archived() == null
            ? a.archivedAt()
            : c.archived() ? Instant.parse("2026-11-22T12:00:00Z") : null;
    return new Applicant(
        a.applicantId(),
        a.roomId(),
        c.name() == null ? a.name() : c.name(),
        c.email() == null ? a.email() : c.email(),
        given(c.phone(), a.phone()),
        given(c.position(), a.position()),
        c.language() == null ? a.language() : c.language(),
        c.timeZone() == null ? a.timeZone() : c.timeZone(),
        a.createdAt(),
        a.online(),
        a.unread(),
        a.lastMessage(),
        a.invitedAt(),
        c.stage() == null ? a.stage() : c.stage(),
        given(c.notes(), a.notes()),
        archived,
        a.version() + 1);
  }

  private static @Nullable String given(@Nullable String next, @Nullable String before) {
    return next == null ? before : next.isEmpty() ? null : next;
  }

  private Applicants list(Map<String, String> asked) {
    List<String> stages = Arrays.asList(asked.getOrDefault("stage", "").split(","));
    String words = asked.getOrDefault("q", "").toLowerCase(Locale.ROOT);
    List<Applicant> found =
        applicants.values().stream()
            .filter(a -> a.name().toLowerCase(Locale.ROOT).contains(words))
            .filter(a -> (a.archivedAt() != null) == asked.containsKey("archived"))
            .filter(a -> !asked.containsKey("unread") || a.unread() > 0)
            .filter(a -> !asked.containsKey("stage") || stages.contains(tag(a.stage())))
            .sorted(Comparator.comparing(Applicant::name))
            .toList();
    int from = Integer.parseInt(asked.getOrDefault("after", "0"));
    int to = Math.min(found.size(), from + Integer.parseInt(asked.getOrDefault("limit", "100")));
    return new Applicants(found.subList(from, to), to < found.size() ? "" + to : null);
  }

  private static String tag(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }

  static Map<String, String> parameters(String rawQuery) {
    Map<String, String> parameters = new HashMap<>();
    for (String part : rawQuery.split("&")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parameters.put(
            part.substring(0, equals),
            URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }

  private ImportReport report(ImportApplicants asked) {
    List<ImportReport.Row> rows = new ArrayList<>();
    List<String> lines = asked.csv().lines().toList();
    int added = 0;
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",");
      boolean good = cells.length > 1 && cells[1].contains("@");
      String id = "imported" + i;
      if (good) {
        added++;
      }
      if (good && !asked.dryRun()) {
        add(Samples.applicant(id, cells[0], null, asked.language(), asked.timeZone()));
      }
      rows.add(
          new ImportReport.Row(
              i + 1,
              cells[0],
              cells.length > 1 ? cells[1] : "",
              cells.length > 2 ? cells[2] : null,
              good && !asked.dryRun() ? new UserId(id) : null,
              good
                  ? List.of()
                  : List.of(
                      new ImportReport.Trouble(
                          "email", ErrorCode.INVALID, "not an e-mail address"))));
    }
    return new ImportReport(rows, added, List.of("shoe size"));
  }

  /// The room of the chat of an applicant here.
  public RoomId room(UserId id) {
    return get(id).roomId();
  }
}
