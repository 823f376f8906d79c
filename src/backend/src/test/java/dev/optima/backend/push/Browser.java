package dev.optima.backend.push;

import dev.optima.protocol.rest.PushSubscription;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.util.BigIntegers;

/// The receiving side of RFC 8291 as a browser has it, on Bouncy Castle: an implementation that
/// shares no code with the sending one.
public final class Browser {
  private static final ECDomainParameters CURVE =
      new ECDomainParameters(CustomNamedCurves.getByName("secp256r1"));
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final BigInteger secret;
  private final byte[] point;
  private final byte[] auth = new byte[16];
  private final String endpoint;

  public Browser(String endpoint) {
    var random = new SecureRandom();
    this.endpoint = endpoint;
    secret = BigIntegers.createRandomInRange(BigInteger.ONE, CURVE.getN(), random);
    point = CURVE.getG().multiply(secret).normalize().getEncoded(false);
    random.nextBytes(auth);
  }

  public PushSubscription subscription() {
    return new PushSubscription(
        endpoint,
        new PushSubscription.Keys(ENCODER.encodeToString(point), ENCODER.encodeToString(auth)));
  }

  /// The text of a body that was pushed.
  public String read(byte[] body) throws Exception {
    byte[] salt = Arrays.copyOf(body, 16);
    int idLength = body[20];
    byte[] sender = Arrays.copyOfRange(body, 21, 21 + idLength);
    var agreement = new ECDHBasicAgreement();
    agreement.init(new ECPrivateKeyParameters(secret, CURVE));
    byte[] shared =
        BigIntegers.asUnsignedByteArray(
            32,
            agreement.calculateAgreement(
                new ECPublicKeyParameters(CURVE.getCurve().decodePoint(sender), CURVE)));
    byte[] input =
        derive(
            shared,
            auth,
            concat("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), point, sender),
            32);
    byte[] key =
        derive(
            input, salt, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
    byte[] nonce =
        derive(input, salt, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
    var cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
    cipher.init(false, new AEADParameters(new KeyParameter(key), 128, nonce));
    byte[] sealed = Arrays.copyOfRange(body, 21 + idLength, body.length);
    byte[] padded = new byte[cipher.getOutputSize(sealed.length)];
    int length = cipher.processBytes(sealed, 0, sealed.length, padded, 0);
    length += cipher.doFinal(padded, length);
    int end = length - 1;
    while (padded[end] == 0) {
      end--;
    }
    if (padded[end] != 2) {
      throw new IllegalArgumentException("not the last record");
    }
    return new String(padded, 0, end, StandardCharsets.UTF_8);
  }

  private static byte[] derive(byte[] input, byte[] salt, byte[] info, int length) {
    var generator = new HKDFBytesGenerator(SHA256Digest.newInstance());
    generator.init(new HKDFParameters(input, salt, info));
    byte[] output = new byte[length];
    generator.generateBytes(output, 0, length);
    return output;
  }

  private static byte[] concat(byte[]... parts) {
    byte[] all = {};
    for (byte[] part : parts) {
      byte[] longer = Arrays.copyOf(all, all.length + part.length);
      System.arraycopy(part, 0, longer, all.length, part.length);
      all = longer;
    }
    return all;
  }
}
