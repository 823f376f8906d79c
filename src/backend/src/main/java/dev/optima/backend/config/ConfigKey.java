package dev.optima.backend.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Everything that an operator can set: the key in the file, what it means, its default and its
/// rule.
public enum ConfigKey {
  LISTEN_HOST(
      "listen.host",
      "127.0.0.1",
      ValueRule.HOST,
      "The address to listen on: 127.0.0.1 (this machine only), 0.0.0.0 or :: (all), or one of this machine's own; --host wins"),
  LISTEN_PORT(
      "listen.port",
      "8080",
      ValueRule.number(0, 65_535),
      "The port to listen on, 0 for any; --port wins"),
  PUBLIC_URL(
      "public-url",
      "",
      ValueRule.BASE_URL,
      "Where people reach this server, for links and the origin check; empty: the address it listens on"),
  ORGANISATION("organisation", "Optima", ValueRule.TEXT, "The name that applicants see"),
  ALLOWED_ORIGINS(
      "allowed-origins",
      "",
      ValueRule.ORIGINS,
      "Further origins from which browsers may connect, separated by commas"),
  TRUSTED_PROXIES(
      "trusted-proxies",
      "",
      ValueRule.ADDRESSES,
      "Addresses of reverse proxies whose X-Forwarded-For is believed, separated by commas"),
  METRICS_READERS(
      "metrics.readers",
      "",
      ValueRule.ADDRESSES,
      "Addresses that may read /metrics besides this machine, separated by commas"),
  DATABASE_URL(
      "database.url",
      "",
      ValueRule.DATABASE,
      "postgresql://host/name; empty: SQLite in the data directory",
      true),
  DATABASE_USER("database.user", "", ValueRule.TEXT, "The user of a PostgreSQL database"),
  DATABASE_PASSWORD("database.password", "", ValueRule.TEXT, "Its password", true),
  PROVIDER(
      "provider",
      "direct",
      ProviderRules.PROVIDER,
      "What carries the video: direct (WebRTC between the browsers), jitsi (a Jitsi server of one's own), jaas (Jitsi as a service) or link (an address elsewhere). An interview may name another one that is configured"),
  FALLBACK(
      "fallback",
      "direct",
      ProviderRules.FALLBACK,
      "What may be tried when the provider of a call does not work: direct (the built-in call), or none"),
  ICE_SERVERS(
      "ice.servers",
      "",
      ValueRule.ICE,
      "STUN and TURN servers, for example stun:stun.example.com, separated by commas"),
  TURN_SECRET(
      "turn.secret",
      "",
      ValueRule.TEXT,
      "The secret shared with the TURN server, for credentials that expire",
      true),
  RING_SECONDS("ring.seconds", "45", ValueRule.seconds(1, 600), "How long it rings"),
  RING_LIMIT(
      "ring.limit",
      "3",
      ValueRule.number(0, 1000),
      "Unanswered rings of one applicant in 30 minutes; 0: no limit"),
  CONNECT_SECONDS(
      "connect.seconds",
      "30",
      ValueRule.seconds(1, 600),
      "From the acceptance until both are in the room"),
  LEASE_SECONDS(
      "lease.seconds",
      "45",
      ValueRule.seconds(1, 600),
      "How long somebody counts as present without a sign"),
  GRACE_SECONDS(
      "grace.seconds", "90", ValueRule.seconds(1, 3600), "How long somebody lost may come back"),
  MEETING_PAUSE(
      "meeting.pause-minutes",
      "5",
      ValueRule.number(0, 240),
      "What everybody has free between two interviews at least; 0: nothing"),
  MEETING_DAY_REMINDER(
      "meeting.day-reminder-hours",
      "24",
      ValueRule.number(0, 168),
      "How long before an interview the first reminder comes; 0: only the one 15 minutes before"),
  CALENDAR_PRIVATE_NETWORKS(
      "calendar.private-networks",
      "",
      ValueRule.NETWORKS,
      "Networks of one's own in which calendars elsewhere may be, for example 10.1.0.0/16, separated by commas; empty: on the public Internet only"),
  CALENDAR_SECRET(
      "calendar.secret",
      "",
      ValueRule.TEXT,
      "Seals the passwords of calendars elsewhere in the database; empty: a key that is in the database too",
      true),
  INVITATION_DAYS(
      "invitation.days", "7", ValueRule.number(1, 365), "How long an applicant's link is good"),
  SESSION_DAYS(
      "session.days", "30", ValueRule.number(1, 365), "How long one stays signed in, at most"),
  ATTACHMENTS_MAX(
      "attachments.max-megabytes",
      "25",
      ValueRule.number(1, 2047),
      "The largest file that may be sent, in MiB"),
  ATTACHMENTS_ROOM(
      "attachments.room-megabytes",
      "500",
      ValueRule.number(0, 1_000_000),
      "All files of a room together, in MiB; 0: no limit"),
  ATTACHMENTS_TOTAL(
      "attachments.total-megabytes",
      "0",
      ValueRule.number(0, 1_000_000_000),
      "All files together, in MiB; 0: no limit"),
  ATTACHMENTS_DIRECTORY(
      "attachments.directory",
      "",
      ValueRule.TEXT,
      "Where the files are; empty: files in the data directory. Several nodes share it"),
  ATTACHMENTS_SCANNER(
      "attachments.scanner",
      "",
      ValueRule.CLAMD,
      "The virus scanner that looks at every file, clamd://host:port or the path of its socket; empty: none. Set, and not reached: no file is taken"),
  TLS_CERTIFICATE(
      "tls.certificate",
      "",
      ValueRule.FILE,
      "The certificate chain (PEM); with tls.key it is served over TLS. Read again when it changes"),
  TLS_KEY("tls.key", "", ValueRule.FILE, "The private key of the certificate (PEM, PKCS#8)"),
  LOG_LEVEL("log.level", "info", ValueRule.LEVEL, "error, warn, info or debug"),
  NATS_URL("nats.url", "", ValueRule.NOT_YET_NATS, "Several nodes: not in this version"),
  JITSI_DOMAIN(
      "jitsi.domain",
      "",
      ProviderRules.DOMAIN,
      "A Jitsi server of one's own: its host name, with the port if it is not 443"),
  JITSI_APP_ID(
      "jitsi.app-id",
      "",
      ProviderRules.NAME,
      "The app_id of its prosody; empty: the server asks nobody for a token"),
  JITSI_SECRET(
      "jitsi.secret",
      "",
      ValueRule.TEXT,
      "The app_secret of its prosody, for tokens (HS256)",
      true),
  JITSI_AUDIENCE(
      "jitsi.audience",
      "jitsi",
      ProviderRules.NAME,
      "The audience of its tokens, one of its asap_accepted_audiences"),
  JITSI_SUBJECT(
      "jitsi.subject",
      "",
      ProviderRules.NAME,
      "The subject of its tokens: the domain that prosody has, or *; empty: the host of jitsi.domain"),
  JITSI_FEATURES(
      "jitsi.features",
      "lobby",
      ProviderRules.FEATURES,
      "What it offers of lobby, recording, transcription, separated by commas"),
  JITSI_EVENTS_SECRET(
      "jitsi.events-secret",
      "",
      ValueRule.TEXT,
      "What event_sync and reservations of a Jitsi of one's own send as their Bearer token; empty: neither is taken",
      true),
  JITSI_EVENTS_ADDRESSES(
      "jitsi.events-addresses",
      "",
      ValueRule.NETWORKS,
      "Addresses or networks from which they may call, for example 10.0.0.5 or 10.1.0.0/16, separated by commas; empty: from everywhere"),
  JITSI_RESERVATION_MINUTES(
      "jitsi.reservation-minutes",
      "240",
      ValueRule.number(10, 1440),
      "How long a room may be open at most, where reservations are asked for"),
  JAAS_DOMAIN("jaas.domain", "8x8.vc", ProviderRules.DOMAIN, "Where JaaS is"),
  JAAS_APP_ID(
      "jaas.app-id",
      "",
      ProviderRules.APP_ID,
      "The AppID of the JaaS console, vpaas-magic-cookie-…"),
  JAAS_KEY_ID("jaas.key-id", "", ProviderRules.KEY_ID, "The id of an API key of the JaaS console"),
  JAAS_PRIVATE_KEY(
      "jaas.private-key",
      "",
      ProviderRules.PRIVATE_KEY,
      "The private key that belongs to it (PEM, PKCS#8, RSA of 2048 bits at least)",
      true),
  JAAS_FEATURES(
      "jaas.features",
      "lobby, recording, transcription",
      ProviderRules.FEATURES,
      "What is used there of lobby, recording, transcription, separated by commas"),
  JAAS_WEBHOOK_SECRET(
      "jaas.webhook-secret",
      "",
      ValueRule.TEXT,
      "The secret of the webhook that is set up at JaaS for /api/hooks/jaas; empty: none is taken",
      true),
  LINK_TEMPLATE(
      "link.template",
      "",
      ProviderRules.TEMPLATE,
      "Rooms elsewhere: an address with {room} or {call}, and {name} at will, such as https://video.example.com/{room}"),
  SMTP_HOST("smtp.host", "", ValueRule.TEXT, "The mail server; empty: Optima sends no mail at all"),
  SMTP_PORT("smtp.port", "587", ValueRule.number(1, 65535), "Its port: 587, or 465 for tls"),
  SMTP_SECURITY(
      "smtp.security",
      "starttls",
      ValueRule.SMTP_SECURITY,
      "starttls (no mail without it), tls (from the first byte), or none (a server on a trusted network only)"),
  SMTP_CERTIFICATE(
      "smtp.certificate",
      "",
      ValueRule.FILE,
      "Certificates (PEM) that the mail server is checked against instead of those that Java trusts"),
  SMTP_USER("smtp.user", "", ValueRule.TEXT, "Who signs in at the mail server, if it asks for it"),
  SMTP_PASSWORD("smtp.password", "", ValueRule.TEXT, "The password of that user", true),
  SMTP_FROM(
      "smtp.from",
      "",
      ValueRule.MAILBOX,
      "Who the mails are from: jobs@example.com, or Acme Jobs <jobs@example.com>; empty: smtp.user"),
  SMTP_SECONDS(
      "smtp.seconds",
      "20",
      ValueRule.seconds(1, 120),
      "How long the mail server may take for each answer"),
  IMAP_HOST(
      "imap.host",
      "",
      ValueRule.TEXT,
      "The server of the mailbox to which answers to invitations come, that of smtp.from; empty: answers by mail are not read"),
  IMAP_PORT("imap.port", "993", ValueRule.number(1, 65535), "Its port: 993, or 143 for starttls"),
  IMAP_SECURITY(
      "imap.security",
      "tls",
      ValueRule.SMTP_SECURITY,
      "tls (from the first byte), starttls (nothing is read without it), or none (a server on a trusted network only)"),
  IMAP_CERTIFICATE(
      "imap.certificate",
      "",
      ValueRule.FILE,
      "Certificates (PEM) that this server is checked against instead of those that Java trusts"),
  IMAP_USER("imap.user", "", ValueRule.TEXT, "Who signs in there"),
  IMAP_PASSWORD("imap.password", "", ValueRule.TEXT, "The password of that user", true),
  IMAP_FOLDER(
      "imap.folder",
      "INBOX",
      ValueRule.TEXT,
      "The folder; what is an answer is marked as read in it, all else stays as it is"),
  IMAP_SECONDS(
      "imap.seconds", "60", ValueRule.seconds(10, 3600), "How often it is looked into, in seconds"),
  PUSH_HOSTS(
      "push.hosts",
      "fcm.googleapis.com, *.push.services.mozilla.com, *.notify.windows.com, *.push.apple.com",
      ValueRule.PUSH_HOSTS,
      "Push services that are used to ring an applicant whose page is closed, separated by commas"),
  RETENTION_DAYS(
      "retention.days",
      "90",
      ValueRule.number(1, 3650),
      "How long calls and meetings are kept after their end, with all that belongs to them: timelines, quality, transcripts, links to recordings, mails; then they are deleted, and only totals and entries of the audit log that name no applicant stay"),
  AUDIT_DAYS(
      "audit.days",
      "730",
      ValueRule.number(1, 3650),
      "How long the audit log is kept: who did what of the things that somebody may have to answer for");

  private final String key;
  private final String standard;
  private final ValueRule rule;
  private final String description;
  private final boolean secret;

  ConfigKey(String key, String standard, ValueRule rule, String description) {
    this(key, standard, rule, description, false);
  }

  ConfigKey(String key, String standard, ValueRule rule, String description, boolean secret) {
    this.key = key;
    this.standard = standard;
    this.rule = rule;
    this.description = description;
    this.secret = secret;
  }

  /// The dotted key of the file.
  public String key() {
    return key;
  }

  /// The variable of the environment.
  public String variable() {
    return "OPTIMA_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /// What holds if nothing is said; empty for "not set".
  public String standard() {
    return standard;
  }

  public String description() {
    return description;
  }

  /// May be given as the name of a file, and is never shown.
  public boolean isSecret() {
    return secret;
  }

  /// What is wrong with a value, and what to do.
  Optional<String> problem(String value) {
    return value.isEmpty() && !rule.isNumber() ? Optional.empty() : rule.problem(value);
  }

  /// Whether the value is written as a number in TOML.
  boolean isNumber() {
    return rule.isNumber();
  }

  static Optional<ConfigKey> of(String key) {
    return Arrays.stream(values()).filter(k -> k.key.equals(key)).findFirst();
  }
}
