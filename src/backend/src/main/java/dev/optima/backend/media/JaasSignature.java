package dev.optima.backend.media;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The seal on a webhook of JaaS: `X-Jaas-Signature: t=<time>,v1=<base64>`, where v1 is the
/// HMAC-SHA256 of time, a dot and the body as it was sent. What is old is refused, so that nobody
/// can play back what they overheard.
final class JaasSignature {
  private static final String HMAC = "HmacSHA256";
  private static final Duration OLDEST = Duration.ofMinutes(5);
  private static final Duration AHEAD = Duration.ofMinutes(1);

  private final SecretKeySpec key;

  JaasSignature(String secret) {
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
  }

  /// Why a request is not from JaaS, or not of now; empty if it is.
  ///
  /// @param header as it came
  /// @param body as it came, to the byte
  Optional<String> problem(String header, byte[] body, Instant now) {
    List<Part> parts = Part.all(header);
    Optional<String> time = parts.stream().filter(Part::isTime).map(Part::value).findFirst();
    Optional<Instant> at = time.flatMap(MediaTimes::read);
    if (at.isEmpty()) {
      return Optional.of("there is no signature");
    }
    byte[] expected = seal(time.get(), body);
    boolean fits =
        parts.stream()
            .filter(Part::isSeal)
            .anyMatch(part -> MessageDigest.isEqual(expected, part.bytes()));
    if (!fits) {
      return Optional.of("the signature does not fit; check the secret of the webhook");
    }
    return at.get().isBefore(now.minus(OLDEST)) || at.get().isAfter(now.plus(AHEAD))
        ? Optional.of("the signature is not of now; check the clock")
        : Optional.empty();
  }

  /// A name and its value. Base64 ends with the sign that stands between them, so the first counts.
  private record Part(String name, String value) {
    static List<Part> all(String header) {
      return Pattern.compile(",").splitAsStream(header).map(Part::of).toList();
    }

    private static Part of(String text) {
      int end = text.indexOf('=');
      return end < 0
          ? new Part("", "")
          : new Part(text.substring(0, end).strip(), text.substring(end + 1).strip());
    }

    boolean isTime() {
      return name.equals("t");
    }

    boolean isSeal() {
      return name.equals("v1");
    }

    byte[] bytes() {
      try {
        return Base64.getDecoder().decode(value);
      } catch (IllegalArgumentException e) {
        return new byte[0];
      }
    }
  }

  private byte[] seal(String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }
}
