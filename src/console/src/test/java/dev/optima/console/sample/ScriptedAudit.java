package dev.optima.console.sample;

import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.Accounts;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.AuditEntries;
import dev.optima.protocol.rest.AuditEntries.Entry;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The audit log of [ScriptedBackend]: pages and filters as the backend has them.
public final class ScriptedAudit {
  private static final UserId ADA = new UserId("ada");
  private static final Instant NEWEST = Instant.parse("2026-11-22T11:40:00Z");

  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private volatile List<Account> accounts =
      List.of(
          new Account(ADA, "Ada Lovelace", "ada@example.org", Role.ADMIN, "en", false),
          new Account(new UserId("u-elif"), "Elif Demir", null, Role.RECRUITER, "tr", false));

  ScriptedAudit() {
    fill(120);
  }

  /// So many acts, one a minute, of every kind in turn.
  public void fill(int count) {
    entries.clear();
    AuditAct[] acts = AuditAct.values();
    for (int i = 0; i < count; i++) {
      AuditAct act = acts[i % acts.length];
      entries.add(
          new Entry(
              "e%05d".formatted(99_999 - i),
              NEWEST.minusSeconds(60L * i),
              i % 3 == 1 ? null : ADA,
              i % 3 == 1 ? "backend" : "Ada Lovelace",
              act,
              "subject-" + i,
              i % 4 == 3 ? null : "John Doe",
              detail(act),
              i % 3 == 1 ? null : "192.0.2." + i % 250));
    }
  }

  /// The newest.
  public void add(Entry entry) {
    entries.addFirst(entry);
  }

  public void accounts(List<Account> all) {
    accounts = List.copyOf(all);
  }

  private static @Nullable String detail(AuditAct act) {
    return switch (act) {
      case SIGN_IN_FAILED -> "30";
      case ROLE_CHANGED -> "recruiter > admin";
      case DATA_EXPIRED -> "calls 120, meetings 1";
      case APPLICANT_INVITED -> "mail";
      case APPLICANTS_IMPORTED -> "42";
      case CONFLICT_OVERRIDDEN -> "The other one is moved";
      default -> null;
    };
  }

  Answer accounts() {
    return Answer.json(new Accounts(accounts));
  }

  Answer answer(String query, String accept) {
    Map<String, String> asked = asked(query);
    List<Entry> found = entries.stream().filter(entry -> fits(entry, asked)).toList();
    if (accept.contains("text/csv")) {
      return new Answer(200, "text/csv", csv(found));
    }
    int limit = Integer.parseInt(asked.getOrDefault("limit", "50"));
    List<Entry> page = found.stream().limit(limit).toList();
    boolean more = found.size() > limit;
    return Answer.json(new AuditEntries(page, more ? page.getLast().id() : null));
  }

  private static boolean fits(Entry entry, Map<String, String> asked) {
    String actor = asked.get("actor");
    String act = asked.get("act");
    String q = asked.getOrDefault("q", "").toLowerCase(Locale.ROOT);
    String before = asked.get("before");
    return (actor == null || new UserId(actor).equals(entry.actorId()))
        && (act == null || entry.act().name().equalsIgnoreCase(act))
        && (before == null || entry.id().compareTo(before) < 0)
        && (!asked.containsKey("from") || !entry.at().isBefore(Instant.parse(asked.get("from"))))
        && (!asked.containsKey("to") || entry.at().isBefore(Instant.parse(asked.get("to"))))
        && (entry.actor() + entry.subject() + entry.detail() + entry.address())
            .toLowerCase(Locale.ROOT)
            .contains(q);
  }

  private static String csv(List<Entry> found) {
    List<String> lines = new ArrayList<>(List.of("id,act"));
    found.forEach(
        entry -> lines.add(entry.id() + "," + entry.act().name().toLowerCase(Locale.ROOT)));
    return String.join("\r\n", lines) + "\r\n";
  }

  private static Map<String, String> asked(String query) {
    return Arrays.stream(query.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
