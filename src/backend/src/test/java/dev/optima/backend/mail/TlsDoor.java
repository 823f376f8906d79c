package dev.optima.backend.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A TLS door in front of a real mail server, since GreenMail has no STARTTLS: it speaks up to the
/// handshake, then passes everything on. With a certificate for 127.0.0.1 and localhost that the
/// JDK's own tool made.
public final class TlsDoor implements AutoCloseable {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final ServerSocket socket;
  private final SSLContext tls;
  private final Path certificate;
  private final boolean startTls;
  private final int behind;

  /// @param startTls or TLS from the first byte
  /// @param behind the port of the server behind it
  public TlsDoor(Path directory, boolean startTls, int behind) throws Exception {
    this.startTls = startTls;
    this.behind = behind;
    Path store = directory.resolve("door-" + System.nanoTime() + ".p12");
    make(store);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    certificate = Path.of(store + ".pem");
    Files.writeString(
        certificate,
        "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
            .formatted(
                Base64.getMimeEncoder().encodeToString(keys.getCertificate("door").getEncoded())));
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /// Its certificate, PEM.
  public Path certificate() {
    return certificate;
  }

  private static void make(Path store) throws Exception {
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "door",
                "-keyalg",
                "EC",
                "-dname",
                "CN=door",
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store.toString())
            .start();
    if (tool.waitFor() != 0) {
      throw new IllegalStateException("keytool failed");
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket one = socket.accept();
        Thread.ofVirtual().start(() -> serve(one));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      if (!startTls || beforeTls(client)) {
        pass((SSLSocket) tls.getSocketFactory().createSocket(client, null, true));
      }
    } catch (IOException e) {
      // The client broke the handshake off, as some tests have it.
    }
  }

  private static boolean beforeTls(Socket client) throws IOException {
    say(client, "220 door");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      switch (line.toUpperCase(Locale.ROOT).split(" ", 2)[0]) {
        case "EHLO" -> say(client, "250-door\r\n250 STARTTLS");
        case "STARTTLS" -> {
          say(client, "220 go on");
          return true;
        }
        default -> say(client, "530 5.7.0 must issue STARTTLS first");
      }
    }
    return false;
  }

  private void pass(SSLSocket client) throws IOException {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      client.setUseClientMode(false);
      client.startHandshake();
      if (startTls) {
        // The client had its greeting at the door.
        while (server.getInputStream().read() != '\n') {}
      }
      Thread up = Thread.ofVirtual().start(() -> copy(client, server));
      server.getInputStream().transferTo(client.getOutputStream());
      up.interrupt();
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One of the two is gone; the other way ends by itself.
    }
  }

  private static void say(Socket client, String reply) {
    try {
      client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
      client.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
