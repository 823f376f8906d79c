package dev.optima.backend.provider;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import dev.optima.backend.seal.Seal;
import java.security.MessageDigest;
import java.util.Set;

/// Signs and verifies HS256. The library's own signer refuses secrets of less than 256 bits, which
/// many Jitsi servers have; their length is for whoever runs the server to judge, and is warned of
/// at the start.
final class SealSigner implements JWSSigner, JWSVerifier {
  private final Seal seal;
  private final JCAContext context = new JCAContext();

  SealSigner(byte[] secret) {
    this.seal = Seal.sha256(secret);
  }

  @Override
  public Base64URL sign(JWSHeader header, byte[] input) {
    return Base64URL.encode(seal.of(input));
  }

  @Override
  public boolean verify(JWSHeader header, byte[] input, Base64URL signature) {
    return header.getAlgorithm().equals(JWSAlgorithm.HS256)
        && MessageDigest.isEqual(seal.of(input), signature.decode());
  }

  @Override
  public Set<JWSAlgorithm> supportedJWSAlgorithms() {
    return Set.of(JWSAlgorithm.HS256);
  }

  @Override
  public JCAContext getJCAContext() {
    return context;
  }
}
