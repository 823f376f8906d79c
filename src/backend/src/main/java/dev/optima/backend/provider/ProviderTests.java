package dev.optima.backend.provider;

import dev.optima.backend.account.Identity;
import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.store.Database;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.ProviderTest;
import java.time.InstantSource;

/// The self-tests that people ask for: they call other servers, so it is noted who did.
public final class ProviderTests {
  private final Database database;
  private final SelfTest test;
  private final AuditLog audit;

  public ProviderTests(Database database, SelfTest test, InstantSource clock) {
    this.database = database;
    this.test = test;
    this.audit = new AuditLog(clock);
  }

  /// Blocks until all is seen.
  public ProviderTest run(Identity who, VideoProvider provider) {
    ProviderTest seen = test.of(provider);
    String outcome = seen.ok() ? "ok" : "failed";
    database.<Boolean>write(
        tx -> {
          audit.note(tx, who, AuditAct.PROVIDER_TESTED, null, provider.name(), outcome);
          return true;
        });
    return seen;
  }
}
