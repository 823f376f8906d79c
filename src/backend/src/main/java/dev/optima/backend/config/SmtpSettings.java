package dev.optima.backend.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// The mail server.
///
/// @param certificate what the server is checked against instead of those that Java trusts
/// @param fromAddress the sender's address
/// @param fromName the sender's name
/// @param patience how long the server may take for each answer
public record SmtpSettings(
    String host,
    int port,
    Security security,
    Optional<Path> certificate,
    Optional<Login> login,
    String fromAddress,
    String fromName,
    Duration patience) {

  /// How the way to the server is protected.
  public enum Security {
    /// In the clear until STARTTLS; nothing is sent to a server that does not offer it.
    STARTTLS,
    /// TLS from the first byte.
    TLS,
    /// Not at all.
    NONE
  }

  /// Who signs in there.
  public record Login(String user, String password) {
    /// Never prints the password.
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  static Optional<SmtpSettings> read(ConfigValues values) {
    String from =
        values.given(ConfigKey.SMTP_FROM).orElseGet(() -> values.get(ConfigKey.SMTP_USER));
    int open = from.indexOf('<');
    return values
        .given(ConfigKey.SMTP_HOST)
        .map(
            host ->
                new SmtpSettings(
                    host,
                    values.number(ConfigKey.SMTP_PORT),
                    Security.valueOf(values.get(ConfigKey.SMTP_SECURITY).toUpperCase(Locale.ROOT)),
                    values.given(ConfigKey.SMTP_CERTIFICATE).map(Path::of),
                    values
                        .given(ConfigKey.SMTP_USER)
                        .map(user -> new Login(user, values.get(ConfigKey.SMTP_PASSWORD))),
                    open < 0 ? from : from.substring(open + 1, from.length() - 1),
                    open <= 0
                        ? values.get(ConfigKey.ORGANISATION)
                        : from.substring(0, open).strip(),
                    Duration.ofSeconds(values.number(ConfigKey.SMTP_SECONDS))));
  }
}
