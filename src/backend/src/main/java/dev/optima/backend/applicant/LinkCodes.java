package dev.optima.backend.applicant;

import dev.optima.backend.account.Secrets;
import dev.optima.backend.seal.Seal;
import dev.optima.backend.store.Settings;
import dev.optima.backend.store.Tx;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/// Codes of links that can be made again though they are kept nowhere: who asks twice for the same
/// gets the same link. A code is what it is for, sealed with a secret of this installation.
public final class LinkCodes {
  private static final String SETTING = "link.secret";

  /// As many bits as a random code has.
  private static final int BYTES = 16;

  private final Secrets secrets;

  public LinkCodes(Secrets secrets) {
    this.secrets = secrets;
  }

  /// @param parts what the link is for; none holds a line break
  public String code(Tx tx, Instant now, String... parts) throws SQLException {
    String secret = Settings.kept(tx, SETTING, secrets.sessionToken(), now);
    byte[] seal = Seal.sha256(ascii(secret)).of(ascii(String.join("\n", parts)));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(seal, BYTES));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
