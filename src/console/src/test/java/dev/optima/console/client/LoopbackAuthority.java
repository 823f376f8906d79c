package dev.optima.console.client;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Authorities that the JDK's own tool makes, and certificates of every kind that they sign: good
/// ones, and those that IT has to mend.
public final class LoopbackAuthority {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String OURS = "san=ip:127.0.0.1,dns:localhost";

  private final Path store;

  /// What is shown by a server.
  public enum Kind {
    GOOD("-validity 5 -signer known", OURS),
    EXPIRED("-startdate -20d -validity 5 -signer known", OURS),
    NOT_YET("-startdate +5d -validity 5 -signer known", OURS),
    FOR_OTHERS("-validity 5 -signer known", "san=dns:mail.kuzey.example,dns:kuzey.example"),
    STRANGE("-validity 5 -signer stranger", OURS),
    BY_ITSELF("-validity 5", OURS);

    private final String options;
    private final String names;

    Kind(String options, String names) {
      this.options = options;
      this.names = names;
    }
  }

  /// @param folder where their keys lie
  public LoopbackAuthority(Path folder) throws Exception {
    store = folder.resolve("authority.p12");
    make("known", "CN=Kuzey Root CA,O=Kuzey", "-validity 30 -ext bc:c", List.of());
    make("stranger", "CN=Corp Inspection CA", "-validity 30 -ext bc:c", List.of());
  }

  /// For a server that shows such a certificate.
  public SSLContext server(Kind kind) throws Exception {
    String alias = kind.name().toLowerCase(Locale.ROOT);
    if (!read().containsAlias(alias)) {
      make(alias, "CN=a server", kind.options, List.of("-ext", kind.names));
    }
    KeyStore all = read();
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    one.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(one, PASSWORD);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    return tls;
  }

  /// Requests of somebody who trusts the known authority and nobody else.
  public HttpExchange trusting() throws Exception {
    return HttpExchange.trusting(
        SystemTrust.of(List.of(known())), Duration.ofSeconds(5), Duration.ofSeconds(6));
  }

  Certificate known() throws Exception {
    return read().getCertificate("known");
  }

  private KeyStore read() throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private void make(String alias, String name, String options, List<String> more) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", name));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", new String(PASSWORD)));
    command.addAll(List.of("-keystore", store.toString()));
    command.addAll(List.of(options.split(" ")));
    command.addAll(more);
    Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(tool.getInputStream().readAllBytes());
    if (tool.waitFor() != 0) {
      throw new IllegalStateException("keytool failed: " + said);
    }
  }
}
