package dev.optima.backend.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JaasSignatureTest {
  private static final String SECRET = "whsec_of the webhook";
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00.500Z");
  private static final byte[] BODY =
      "{\"eventType\":\"ROOM_CREATED\", \"x\": \"ü\"}".getBytes(UTF_8);

  private final JaasSignature signature = new JaasSignature(SECRET);

  static String seal(String secret, String time, byte[] body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    mac.update((time + ".").getBytes(UTF_8));
    return Base64.getEncoder().encodeToString(mac.doFinal(body));
  }

  static String header(String secret, String time, byte[] body) throws Exception {
    return "t=" + time + ",v1=" + seal(secret, time, body);
  }

  /// A value that was calculated elsewhere: `openssl dgst -sha256 -hmac`.
  @Test
  void itIsTheHmacOfTimeDotBody() {
    var known = new JaasSignature("secret");
    Instant then = Instant.ofEpochSecond(1_700_000_000);
    assertThat(
            known.problem(
                "t=1700000000,v1=uFabeHmf+ePL/w/C1jozorV/MoKr0Hw3rl6OfXml8WM=",
                "{}".getBytes(UTF_8),
                then))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} after now in {1}")
  @CsvSource({
    "0, s, true",
    "0, ms, true",
    "-299, s, true",
    "-299, ms, true",
    "-301, s, false",
    "-301, ms, false",
    "59, s, true",
    "59, ms, true",
    "62, s, false",
    "62, ms, false",
    "-86400, s, false",
  })
  void onlyWhatIsOfNowCounts(long seconds, String unit, boolean good) throws Exception {
    Instant at = NOW.plusSeconds(seconds);
    String time = Long.toString(unit.equals("s") ? at.getEpochSecond() : at.toEpochMilli());
    assertThat(signature.problem(header(SECRET, time, BODY), BODY, NOW).isEmpty()).isEqualTo(good);
  }

  @Test
  void anotherBodySecretOrTimeDoesNotFit() throws Exception {
    String time = Long.toString(NOW.toEpochMilli());
    String good = header(SECRET, time, BODY);
    byte[] other = BODY.clone();
    other[3]++;
    assertThat(signature.problem(good, other, NOW)).isPresent();
    assertThat(signature.problem(good, new byte[0], NOW)).isPresent();
    assertThat(signature.problem(header("other", time, BODY), BODY, NOW)).isPresent();
    String later = Long.toString(NOW.toEpochMilli() + 1);
    assertThat(signature.problem(good.replace(time, later), BODY, NOW)).isPresent();
  }

  @Test
  void whatElseStandsInTheHeaderDoesNotMatter() throws Exception {
    String time = Long.toString(NOW.getEpochSecond());
    String seal = seal(SECRET, time, BODY);
    assertThat(seal).as("the sign that ends names ends base64 too").endsWith("=");
    for (String header :
        new String[] {
          "v1=" + seal + ",t=" + time,
          " t = " + time + " , v1 = " + seal,
          "t=" + time + ",v0=abc=,v1=" + seal,
          "t=" + time + ",v1=b2xk,v1=" + seal,
        }) {
      assertThat(signature.problem(header, BODY, NOW)).as(header).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "=",
        "t",
        "t=",
        "t=,v1=",
        "v1=abcd",
        "t=now,v1=abcd",
        "t=-5,v1=abcd",
        "t=99999999999999999999999,v1=abcd",
        "t=9223372036854775807,v1=abcd",
        "t=1795424400",
        "t=1795424400,v1",
        "t=1795424400,v1=",
        "t=1795424400,v1=***",
        "t=1795424400;v1=abcd",
      })
  void whatIsNoSignatureIsRefused(String header) {
    assertThat(signature.problem(header, BODY, NOW)).isPresent();
  }
}
