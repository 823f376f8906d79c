package dev.optima.backend.config;

import dev.optima.protocol.call.CallTimers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The settings, read and checked.
///
/// @param listen where it listens
/// @param publicUrl where people reach this server; empty: the address it listens on
/// @param organisation the name that applicants see
/// @param smtp the mail server; empty: no mail is sent
/// @param imap the mailbox to which answers come; empty: it is not read
/// @param pushHosts the push services that may be called
/// @param ringLimit unanswered rings of an applicant in 30 minutes; 0: none
/// @param retention how long calls and meetings are kept after their end
/// @param auditKept how long the audit log is kept
/// @param warnings what an operator should know, though it does not hinder
public record BackendConfig(
    Listen listen,
    Optional<URI> publicUrl,
    String organisation,
    Web web,
    DatabaseSettings database,
    Ice ice,
    ProviderSettings providers,
    Optional<SmtpSettings> smtp,
    Optional<ImapSettings> imap,
    List<String> pushHosts,
    CallTimers timers,
    int ringLimit,
    Duration retention,
    Duration auditKept,
    Meetings meetings,
    Calendars calendars,
    MediaServerSettings mediaServers,
    Duration invitationLife,
    Duration sessionLife,
    Attachments attachments,
    String logLevel,
    List<String> warnings) {

  /// How long a session is good if nothing else is said.
  public static final Duration DEFAULT_SESSION_LIFE = Duration.ofDays(30);

  /// The address and the port to listen on.
  ///
  /// @param port 0 for any
  public record Listen(String host, int port) {}

  /// Whom the web side trusts, and its certificate.
  public record Web(
      Set<String> allowedOrigins,
      Set<String> trustedProxies,
      Set<String> metricsReaders,
      Optional<Tls> tls) {}

  /// The certificate chain and its key, both PEM.
  public record Tls(Path certificate, Path key) {}

  /// Which database; without a URL it is SQLite in the data directory.
  public record DatabaseSettings(
      Optional<String> url, Optional<String> user, Optional<String> password) {
    /// Never prints the password.
    @Override
    public String toString() {
      return "DatabaseSettings["
          + (url.isPresent() ? "as configured" : "in the data directory")
          + "]";
    }
  }

  /// STUN and TURN.
  public record Ice(List<String> servers, Optional<String> turnSecret) {
    /// Never prints the secret.
    @Override
    public String toString() {
      return "Ice" + servers;
    }
  }

  /// Planned interviews.
  ///
  /// @param pause that everybody has between two at least; zero: none
  /// @param dayReminder how long before its start the first reminder comes; zero: there is none
  public record Meetings(Duration pause, Duration dayReminder) {}

  /// Calendars elsewhere.
  ///
  /// @param privateNetworks networks inside of the own one that may be called for them
  /// @param secret with which their passwords are sealed; empty: one that is made at the first
  ///   start
  public record Calendars(List<String> privateNetworks, Optional<String> secret) {
    /// Never prints the secret.
    @Override
    public String toString() {
      return "Calendars" + privateNetworks;
    }
  }

  /// Files that people send: the limits in MiB, 0 for none.
  ///
  /// @param directory where they are; empty: in the data directory
  /// @param scanner the virus scanner; empty: none
  public record Attachments(
      int maxMegabytes,
      int roomMegabytes,
      int totalMegabytes,
      Optional<Path> directory,
      Optional<String> scanner) {}

  /// Reads the file, if there is one, and the environment, which wins.
  ///
  /// @throws ConfigException with every mistake
  public static BackendConfig read(@Nullable Path file, Map<String, String> environment)
      throws ConfigException {
    return read(file, environment, List.of());
  }

  /// The same with options of the command line, which win over both.
  ///
  /// @throws ConfigException with every mistake
  public static BackendConfig read(
      @Nullable Path file, Map<String, String> environment, List<ConfigOption> options)
      throws ConfigException {
    ConfigValues values = ConfigValues.read(file, environment, options);
    if (!values.problems().isEmpty()) {
      throw new ConfigException(values.problems());
    }
    return new BackendConfig(
        new Listen(
            values.given(ConfigKey.LISTEN_HOST).orElse(ConfigKey.LISTEN_HOST.standard()),
            values.number(ConfigKey.LISTEN_PORT)),
        values.given(ConfigKey.PUBLIC_URL).map(BackendConfig::withoutSlash),
        values.get(ConfigKey.ORGANISATION),
        web(values),
        new DatabaseSettings(
            values.given(ConfigKey.DATABASE_URL),
            values.given(ConfigKey.DATABASE_USER),
            values.given(ConfigKey.DATABASE_PASSWORD)),
        new Ice(values.list(ConfigKey.ICE_SERVERS), values.given(ConfigKey.TURN_SECRET)),
        ProviderSettings.read(values),
        SmtpSettings.read(values),
        ImapSettings.read(values),
        values.list(ConfigKey.PUSH_HOSTS),
        new CallTimers(
            seconds(values, ConfigKey.RING_SECONDS),
            seconds(values, ConfigKey.CONNECT_SECONDS),
            seconds(values, ConfigKey.LEASE_SECONDS),
            seconds(values, ConfigKey.GRACE_SECONDS)),
        values.number(ConfigKey.RING_LIMIT),
        Duration.ofDays(values.number(ConfigKey.RETENTION_DAYS)),
        Duration.ofDays(values.number(ConfigKey.AUDIT_DAYS)),
        new Meetings(
            Duration.ofMinutes(values.number(ConfigKey.MEETING_PAUSE)),
            Duration.ofHours(values.number(ConfigKey.MEETING_DAY_REMINDER))),
        new Calendars(
            values.list(ConfigKey.CALENDAR_PRIVATE_NETWORKS),
            values.given(ConfigKey.CALENDAR_SECRET)),
        MediaServerSettings.read(values),
        Duration.ofDays(values.number(ConfigKey.INVITATION_DAYS)),
        Duration.ofDays(values.number(ConfigKey.SESSION_DAYS)),
        attachments(values),
        values.get(ConfigKey.LOG_LEVEL).toLowerCase(Locale.ROOT),
        List.copyOf(values.warnings()));
  }

  private static Web web(ConfigValues values) {
    return new Web(
        Set.copyOf(values.list(ConfigKey.ALLOWED_ORIGINS)),
        Set.copyOf(values.list(ConfigKey.TRUSTED_PROXIES)),
        Set.copyOf(values.list(ConfigKey.METRICS_READERS)),
        values
            .given(ConfigKey.TLS_CERTIFICATE)
            .map(
                certificate ->
                    new Tls(Path.of(certificate), Path.of(values.get(ConfigKey.TLS_KEY)))));
  }

  private static Attachments attachments(ConfigValues values) {
    return new Attachments(
        values.number(ConfigKey.ATTACHMENTS_MAX),
        values.number(ConfigKey.ATTACHMENTS_ROOM),
        values.number(ConfigKey.ATTACHMENTS_TOTAL),
        values.given(ConfigKey.ATTACHMENTS_DIRECTORY).map(Path::of),
        values.given(ConfigKey.ATTACHMENTS_SCANNER));
  }

  private static Duration seconds(ConfigValues values, ConfigKey key) {
    return Duration.ofSeconds(values.number(key));
  }

  private static URI withoutSlash(String url) {
    return URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
  }
}
