package dev.optima.backend.world;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// A certificate for 127.0.0.1 that the JDK's own tool made, and that nobody believes who is not
/// told to.
public final class LoopbackKeys {
  private static final String PASSWORD = "changeit";
  private final KeyStore keys = KeyStore.getInstance("PKCS12");

  public LoopbackKeys(Path folder) throws Exception {
    Path store = folder.resolve("loopback-" + System.nanoTime() + ".p12");
    make(store);
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
  }

  /// For a server that shows it.
  public SSLContext server() throws Exception {
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /// What believes it, and nothing else.
  public X509TrustManager trust() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("loopback", keys.getCertificate("loopback"));
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    return (X509TrustManager) managers.getTrustManagers()[0];
  }

  /// For a client that believes it, and nothing else.
  public SSLContext client() throws Exception {
    var context = SSLContext.getInstance("TLS");
    context.init(null, new X509TrustManager[] {trust()}, null);
    return context;
  }

  private static void make(Path store) throws Exception {
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String options =
        "-genkeypair -alias loopback -keyalg EC -dname CN=loopback -ext san=ip:127.0.0.1"
            + " -validity 2 -storetype PKCS12 -storepass "
            + PASSWORD
            + " -keystore";
    var command = new ArrayList<String>();
    command.add(tool);
    command.addAll(List.of(options.split(" ")));
    command.add(store.toString());
    if (new ProcessBuilder(command).start().waitFor() != 0) {
      throw new IllegalStateException("keytool failed");
    }
  }
}
