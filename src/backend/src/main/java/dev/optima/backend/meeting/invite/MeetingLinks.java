package dev.optima.backend.meeting.invite;

import dev.optima.backend.mail.MailTopic;
import dev.optima.backend.meeting.StoredMeeting;
import dev.optima.backend.seal.Seal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Settings;
import dev.optima.protocol.id.MeetingId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/// The links in mails with which an applicant answers without a session:
/// `/m/<meeting>.<expiry>.<seal>`, sealed with HMAC-SHA256 and kept nowhere. A link is good for one
/// meeting only; what is still possible is asked of the meeting when it is used.
public final class MeetingLinks {
  private static final String SETTING = "meeting-link.secret";
  private static final String PURPOSE = "meeting-link:";
  private static final int SECRET_BYTES = 32;
  private static final int LONGEST = 256;

  /// One may look what became of it.
  private static final Duration AFTER = Duration.ofDays(1);

  private final Seal seal;
  private final Supplier<URI> publicUrl;

  /// @param publicUrl where people reach this server
  public MeetingLinks(byte[] secret, Supplier<URI> publicUrl) {
    if (secret.length < SECRET_BYTES) {
      throw new IllegalArgumentException("the secret of the links is too short");
    }
    this.seal = Seal.sha256(secret);
    this.publicUrl = publicUrl;
  }

  /// With the secret of this installation, made at the first start and shared by all nodes.
  public static MeetingLinks of(Database database, Supplier<URI> publicUrl, Instant now) {
    byte[] secret = Base64.getDecoder().decode(Settings.secret(database, SETTING, now));
    return new MeetingLinks(secret, publicUrl);
  }

  /// What a good link says.
  record Claim(MeetingId meetingId, Instant expiresAt) {}

  MailTopic.Link link(StoredMeeting meeting) {
    Instant until = expiry(meeting.session().end());
    String token = token(meeting.session().meetingId(), until);
    return new MailTopic.Link(publicUrl.get() + "/m/" + token, until);
  }

  /// Until when the links of a meeting are good.
  ///
  /// @param end of the meeting
  static Instant expiry(Instant end) {
    return end.plus(AFTER);
  }

  String token(MeetingId meeting, Instant until) {
    String claim = meeting + "." + until.getEpochSecond();
    return claim + "." + sealed(claim);
  }

  /// Empty if it was not made here, was changed, or is over.
  Optional<Claim> verify(String token, Instant now) {
    int end = token.lastIndexOf('.');
    int middle = token.lastIndexOf('.', end - 1);
    if (token.length() > LONGEST || middle < 1) {
      return Optional.empty();
    }
    String claim = token.substring(0, end);
    if (!MessageDigest.isEqual(bytes(sealed(claim)), bytes(token.substring(end + 1)))) {
      return Optional.empty();
    }
    Instant until = Instant.ofEpochSecond(Long.parseLong(claim.substring(middle + 1)));
    return now.isBefore(until)
        ? Optional.of(new Claim(new MeetingId(claim.substring(0, middle)), until))
        : Optional.empty();
  }

  private String sealed(String claim) {
    return seal.inAddress(PURPOSE + claim);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
