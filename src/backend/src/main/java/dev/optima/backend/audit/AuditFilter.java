package dev.optima.backend.audit;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.AuditAct;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which entries are asked for; what is null is not asked.
///
/// @param from done then or later
/// @param to done before then
/// @param q found in the names, the detail or the address
public record AuditFilter(
    @Nullable UserId actor,
    @Nullable AuditAct act,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String q) {

  public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);
}
