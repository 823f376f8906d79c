package dev.optima.backend.audit;

import dev.optima.backend.search.SearchText;
import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.AuditAct;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Where acts are noted that somebody may have to answer for, inside their own transaction: there
/// is an entry if and only if the act is durable. Nothing is ever changed in it, but that what it
/// says of applicants goes, see [ApplicantNames].
///
/// Never give it a password, a token, a link or its code, or what people write to each other.
public final class AuditLog {
  private static final int LONGEST = 300;
  private static final int LONGEST_ADDRESS = 64;

  private static final String INSERT =
      "INSERT INTO audit_log"
          + " (id, at, actor_id, actor, act, subject_id, subject, detail, address, search)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final InstantSource clock;

  public AuditLog(InstantSource clock) {
    this.clock = clock;
  }

  /// Notes an act.
  ///
  /// @param subjectId what it was done to: a user, call, meeting, …
  /// @param subject its name now
  /// @param detail more about it: numbers, and the words of the protocol
  /// @return the id of the entry
  public String note(
      Tx tx,
      Actor who,
      AuditAct act,
      @Nullable String subjectId,
      @Nullable String subject,
      @Nullable String detail)
      throws SQLException {
    Instant now = clock.instant();
    UserId id = who.userId();
    String name = Objects.requireNonNullElse(plain(who.name(), LONGEST), "");
    String about = plain(subject, LONGEST);
    String more = plain(detail, LONGEST);
    String address = plain(who.address(), LONGEST_ADDRESS);
    String entry = Ids.at(now);
    tx.update(
        INSERT,
        entry,
        now,
        id,
        name,
        act,
        plain(subjectId, LONGEST),
        about,
        more,
        address,
        search(name, address, about, more));
    return entry;
  }

  /// What a search looks through: first what stays.
  static String search(@Nullable String... texts) {
    var all = new StringJoiner("\n");
    for (String text : texts) {
      if (text != null) {
        all.add(SearchText.of(text));
      }
    }
    return all.toString();
  }

  /// On one line, and of a length that is worth reading.
  private static @Nullable String plain(@Nullable String text, int longest) {
    if (text == null) {
      return null;
    }
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    if (line.isEmpty() || line.length() <= longest) {
      return line.isEmpty() ? null : line;
    }
    int end = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return line.substring(0, end) + "…";
  }
}
