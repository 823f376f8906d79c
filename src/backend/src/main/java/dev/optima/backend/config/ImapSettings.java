package dev.optima.backend.config;

import dev.optima.backend.config.SmtpSettings.Login;
import dev.optima.backend.config.SmtpSettings.Security;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// The mailbox to which answers to invitations come.
///
/// @param certificate what the server is checked against instead of those that Java trusts
/// @param every how often it is looked into
public record ImapSettings(
    String host,
    int port,
    Security security,
    Optional<Path> certificate,
    Login login,
    String folder,
    Duration every) {

  static Optional<ImapSettings> read(ConfigValues values) {
    return values
        .given(ConfigKey.IMAP_HOST)
        .map(
            host ->
                new ImapSettings(
                    host,
                    values.number(ConfigKey.IMAP_PORT),
                    Security.valueOf(values.get(ConfigKey.IMAP_SECURITY).toUpperCase(Locale.ROOT)),
                    values.given(ConfigKey.IMAP_CERTIFICATE).map(Path::of),
                    new Login(values.get(ConfigKey.IMAP_USER), values.get(ConfigKey.IMAP_PASSWORD)),
                    values.get(ConfigKey.IMAP_FOLDER),
                    Duration.ofSeconds(values.number(ConfigKey.IMAP_SECONDS))));
  }
}
