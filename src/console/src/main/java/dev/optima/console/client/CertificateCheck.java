package dev.optima.console.client;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/// Why a secure connection did not come about, in terms that somebody can act upon. It connects
/// once more to see the certificate, and trusts nobody while it does: that connection always ends
/// before anything is said over it.
final class CertificateCheck {
  private static final int DNS_NAME = 2;
  private static final int ADDRESS = 7;

  private final OkHttpClient client;
  private final SystemTrust trust;

  CertificateCheck(OkHttpClient client, SystemTrust trust) {
    this.client = client;
    this.trust = trust;
  }

  ServerFinding.Insecure explain(Request request, SSLException failure, Instant now) {
    Witness witness = new Witness();
    look(request, witness);
    X509Certificate[] chain = witness.chain;
    if (chain == null || chain.length == 0) {
      String said = String.valueOf(failure.getMessage());
      return said.contains("SSL message") || said.contains("plaintext")
          ? new ServerFinding.NoTls()
          : new ServerFinding.TlsFails();
    }
    return validity(chain, now)
        .or(() -> stranger(chain))
        .orElseGet(
            () ->
                failure instanceof SSLPeerUnverifiedException
                    ? new ServerFinding.ForOthers(names(chain[0]))
                    : new ServerFinding.TlsFails());
  }

  private void look(Request request, Witness witness) {
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, new TrustManager[] {witness}, null);
      OkHttpClient looking =
          client.newBuilder().sslSocketFactory(tls.getSocketFactory(), witness).build();
      looking.newCall(request).execute().close();
    } catch (Exception e) {
      // It always fails: what it was made for is in the witness.
    }
  }

  private static Optional<ServerFinding.Insecure> validity(X509Certificate[] chain, Instant now) {
    Date today = Date.from(now);
    for (X509Certificate one : chain) {
      if (today.after(one.getNotAfter())) {
        return Optional.of(new ServerFinding.Expired(one.getNotAfter().toInstant()));
      }
      if (today.before(one.getNotBefore())) {
        return Optional.of(new ServerFinding.NotYetValid(one.getNotBefore().toInstant()));
      }
    }
    return Optional.empty();
  }

  private Optional<ServerFinding.Insecure> stranger(X509Certificate[] chain) {
    try {
      trust.manager().checkServerTrusted(chain, "UNKNOWN");
      return Optional.empty();
    } catch (CertificateException e) {
      X509Certificate top = chain[chain.length - 1];
      boolean alone =
          chain.length == 1 && top.getSubjectX500Principal().equals(top.getIssuerX500Principal());
      return Optional.of(
          new ServerFinding.SignedByStranger(
              alone ? null : shown(top.getIssuerX500Principal().getName())));
    }
  }

  /// For whom it is: its alternative names, or the common name of an old one.
  private static List<String> names(X509Certificate leaf) {
    Collection<List<?>> alternatives;
    try {
      alternatives = leaf.getSubjectAlternativeNames();
    } catch (CertificateParsingException e) {
      alternatives = null;
    }
    if (alternatives == null) {
      return List.of(shown(leaf.getSubjectX500Principal().getName()));
    }
    return alternatives.stream()
        .filter(
            name ->
                name.getFirst() instanceof Integer kind && (kind == DNS_NAME || kind == ADDRESS))
        .map(name -> String.valueOf(name.get(1)))
        .toList();
  }

  /// What people call it: its common name, else its organisation, else all of it.
  private static String shown(String distinguished) {
    try {
      List<Rdn> parts = new LdapName(distinguished).getRdns();
      return Stream.of("CN", "O")
          .map(
              type ->
                  parts.stream()
                      .filter(part -> part.getType().equalsIgnoreCase(type))
                      .map(part -> String.valueOf(part.getValue()))
                      .findFirst()
                      .orElse(null))
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(distinguished);
    } catch (InvalidNameException e) {
      return distinguished;
    }
  }

  /// Sees the certificates, and refuses them.
  private static final class Witness extends X509ExtendedTrustManager {
    private X509Certificate @Nullable [] chain;

    private void see(X509Certificate[] shown) throws CertificateException {
      chain = shown;
      throw new CertificateException("only looked at");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String type, Socket socket)
        throws CertificateException {
      see(shown);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String type, SSLEngine engine)
        throws CertificateException {
      see(shown);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String type)
        throws CertificateException {
      see(shown);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String type, Socket socket)
        throws CertificateException {
      see(shown);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String type, SSLEngine engine)
        throws CertificateException {
      see(shown);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String type)
        throws CertificateException {
      see(shown);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
