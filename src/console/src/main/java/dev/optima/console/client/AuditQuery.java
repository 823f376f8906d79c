package dev.optima.console.client;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.AuditAct;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which entries of the audit log are asked for; what is null or empty does not matter.
///
/// @param actor who did it
/// @param from inclusive
/// @param to exclusive
/// @param words somewhere in a name, the detail or the address
public record AuditQuery(
    @Nullable UserId actor,
    @Nullable AuditAct act,
    @Nullable Instant from,
    @Nullable Instant to,
    String words) {

  public static final AuditQuery ALL = new AuditQuery(null, null, null, null, "");

  public AuditQuery actor(@Nullable UserId wanted) {
    return new AuditQuery(wanted, act, from, to, words);
  }

  public AuditQuery act(@Nullable AuditAct wanted) {
    return new AuditQuery(actor, wanted, from, to, words);
  }

  /// Done in `[from, to)`.
  public AuditQuery period(@Nullable Instant first, @Nullable Instant last) {
    return new AuditQuery(actor, act, first, last, words);
  }

  public AuditQuery words(String wanted) {
    return new AuditQuery(actor, act, from, to, wanted);
  }
}
