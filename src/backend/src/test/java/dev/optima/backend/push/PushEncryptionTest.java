package dev.optima.backend.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The encryption of Web Push, against the example of RFC 8291 (5 and appendix A).
class PushEncryptionTest {
  private static final String BROWSER =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
  private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";
  private static final String SERVER =
      "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
  private static final String SERVER_SECRET = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
  private static final String SALT = "DGv6ra1nlYgDCS1FRnbzlw";
  private static final String TEXT = "When I grow up, I want to be a watermelon";
  private static final String BODY =
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmY"
          + "WAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNW"
          + "QexSgSxsj_Qulcy4a-fN";

  @Test
  void theExampleOfTheStandard() throws Exception {
    ECPublicKey server = P256.publicKey(bytes(SERVER));
    KeyPair own =
        new KeyPair(
            server,
            KeyFactory.getInstance("EC")
                .generatePrivate(
                    new ECPrivateKeySpec(
                        new BigInteger(1, bytes(SERVER_SECRET)), server.getParams())));

    byte[] body =
        PushEncryption.encrypt(
            TEXT.getBytes(StandardCharsets.UTF_8),
            P256.publicKey(bytes(BROWSER)),
            bytes(AUTH),
            own,
            bytes(SALT));

    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(body)).isEqualTo(BODY);
  }

  @Test
  void anotherImplementationReadsIt() throws Exception {
    Browser browser = new Browser("https://fcm.googleapis.com/fcm/send/x");
    byte[] body =
        PushEncryption.encrypt(
            "Merhaba ş".getBytes(StandardCharsets.UTF_8),
            P256.publicKey(bytes(browser.subscription().keys().p256dh())),
            bytes(browser.subscription().keys().auth()));

    assertThat(browser.read(body)).isEqualTo("Merhaba ş");
  }

  @Test
  void aPointThatIsNotOnTheCurveIsRefused() {
    byte[] point = bytes(BROWSER);
    point[64] ^= 1;

    assertThatThrownBy(() -> P256.publicKey(point)).isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> P256.publicKey(new byte[65]))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(
            () ->
                PushEncryption.encrypt(
                    new byte[4_000], P256.publicKey(bytes(BROWSER)), bytes(AUTH)))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void aNameThatLeadsInsideIsNotCalled() {
    PushEndpoints endpoints = new PushEndpoints(List.of("localhost", "http://127.0.0.1:1"));

    assertThatThrownBy(() -> endpoints.demandPublic(URI.create("https://localhost/x")))
        .isInstanceOf(UnknownHostException.class);
    assertThatThrownBy(() -> endpoints.demandPublic(URI.create("https://[fd00::1]/x")))
        .isInstanceOf(UnknownHostException.class);
    assertThatThrownBy(() -> endpoints.demandPublic(URI.create("https://100.64.0.1/x")))
        .isInstanceOf(UnknownHostException.class);
    assertThat(endpoints.known("http://127.0.0.1:1/x")).isPresent();
    assertThat(endpoints.known("http://127.0.0.1:2/x")).isEmpty();
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
