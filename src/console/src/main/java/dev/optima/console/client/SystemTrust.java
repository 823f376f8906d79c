package dev.optima.console.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whom the console trusts: those whom Java trusts, and those whom this computer does, so that an
/// organisation's own authority has to be installed in one place only. Where `
/// javax.net.ssl.trustStore` is set, that alone.
final class SystemTrust {
  private static final Logger LOG = LoggerFactory.getLogger(SystemTrust.class);
  private static final String CHOSEN = "javax.net.ssl.trustStore";

  /// The attribute that tells what an authority is trusted for.
  static final String TRUSTED_FOR = "2.16.840.1.113894.746875.1.1";

  /// Any use, servers as everybody writes it, and as Apple does.
  private static final Set<String> SERVERS =
      Set.of("2.5.29.37.0", "1.3.6.1.5.5.7.3.1", "1.2.840.113635.100.1.3");

  /// Where Linux systems keep all of them in one file: Debian and its kin, Fedora and its kin,
  /// SUSE, Alpine.
  private static final List<Path> BUNDLES =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/ca-bundle.pem"),
          Path.of("/etc/ssl/cert.pem"));

  private final X509TrustManager trust;
  private final SSLSocketFactory sockets;

  private SystemTrust(Collection<? extends Certificate> anchors) throws GeneralSecurityException {
    KeyStore all = KeyStore.getInstance("PKCS12");
    try {
      all.load(null, null);
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
    int number = 0;
    for (Certificate anchor : anchors) {
      all.setCertificateEntry("anchor" + number++, anchor);
    }
    trust = x509(all);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, new TrustManager[] {trust}, null);
    sockets = tls.getSocketFactory();
  }

  /// Made once, when first needed, as Java's own default is: it reads some hundred certificates.
  private static final class Once {
    static final SystemTrust TRUST = make();

    private static SystemTrust make() {
      try {
        Set<Certificate> anchors = new LinkedHashSet<>(Arrays.asList(javas()));
        if (System.getProperty(CHOSEN) == null) {
          List<Certificate> own = system(System.getProperty("os.name", ""), BUNDLES);
          LOG.info("{} authorities of this computer are trusted", own.size());
          anchors.addAll(own);
        }
        return new SystemTrust(anchors);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("no TLS in this Java", e);
      }
    }
  }

  /// That of this computer.
  static SystemTrust ofThisComputer() {
    return Once.TRUST;
  }

  /// That of these authorities and nobody else.
  static SystemTrust of(Collection<? extends Certificate> anchors) throws GeneralSecurityException {
    return new SystemTrust(anchors);
  }

  X509TrustManager manager() {
    return trust;
  }

  SSLSocketFactory sockets() {
    return sockets;
  }

  private static Certificate[] javas() throws GeneralSecurityException {
    return x509(null).getAcceptedIssuers();
  }

  private static X509TrustManager x509(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    return (X509TrustManager) factory.getTrustManagers()[0];
  }

  /// Whom the system trusts.
  ///
  /// @param bundles where to look on Linux; the first that is there counts
  static List<Certificate> system(String os, List<Path> bundles) {
    String name = os.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return keyStores("Windows-ROOT", "Windows-ROOT-LOCALMACHINE");
    }
    if (name.startsWith("mac")) {
      return keyStores("KeychainStore", "KeychainStore-ROOT");
    }
    return bundles.stream()
        .filter(Files::isReadable)
        .findFirst()
        .map(SystemTrust::read)
        .orElse(List.of());
  }

  private static List<Certificate> keyStores(String... types) {
    List<Certificate> found = new ArrayList<>();
    for (String type : types) {
      try {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        for (String alias : Collections.list(store.aliases())) {
          if (store.isCertificateEntry(alias) && isForServers(store.getAttributes(alias))) {
            found.add(store.getCertificate(alias));
          }
        }
      } catch (GeneralSecurityException | IOException e) {
        LOG.warn("the system's certificates in {} cannot be read: {}", type, e.getMessage());
      }
    }
    return found;
  }

  /// Whether it may vouch for a server, and not only for mail, programs or networks. Only macOS
  /// says that of an authority, in one attribute: one identifier, or some in brackets.
  static boolean isForServers(Set<KeyStore.Entry.Attribute> attributes) {
    return attributes.stream()
        .filter(attribute -> attribute.getName().equals(TRUSTED_FOR))
        .map(attribute -> List.of(attribute.getValue().replaceAll("[\\[\\] ]", "").split(",", -1)))
        .allMatch(uses -> uses.stream().anyMatch(SERVERS::contains));
  }

  private static List<Certificate> read(Path bundle) {
    try (InputStream in = Files.newInputStream(bundle)) {
      return List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
    } catch (GeneralSecurityException | IOException e) {
      LOG.warn("the system's certificates in {} cannot be read: {}", bundle, e.getMessage());
      return List.of();
    }
  }
}
