package dev.optima.backend.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A scripted mail server, not a real one: it says to each command what a test has it say, and
/// keeps what it took. For the refusals and faults that a good server cannot be made to show; the
/// good cases are tried on GreenMail.
public final class ScriptedSmtp implements AutoCloseable {
  private final ServerSocket socket;
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private volatile Function<String, @Nullable String> script = command -> null;

  public ScriptedSmtp() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /// What to say to a command (`DATA.` stands for the end of a mail); null for yes, empty to hang
  /// up.
  public void answer(Function<String, @Nullable String> script) {
    this.script = script;
  }

  /// The mails that it took, as they came.
  public List<String> taken() {
    return taken;
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
    try (client;
        var in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
      say(client, "220 scripted");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!say(client, reply(line, usual(line)))) {
          return;
        }
        if (line.equals("DATA") && !data(client, in)) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean data(Socket client, BufferedReader in) throws IOException {
    var mail = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      mail.append(line).append('\n');
    }
    String reply = reply("DATA.", "250 taken");
    if (reply.isEmpty() || reply.startsWith("250")) {
      taken.add(mail.toString());
    }
    return say(client, reply);
  }

  private String reply(String command, String usual) {
    String scripted = script.apply(command);
    return scripted == null ? usual : scripted;
  }

  private static String usual(String command) {
    return switch (command.split(" ", 2)[0]) {
      case "DATA" -> "354 go on";
      case "AUTH" -> "235 welcome";
      case "QUIT" -> "221 bye";
      default -> "250 yes";
    };
  }

  private static boolean say(Socket client, String reply) throws IOException {
    if (reply.isEmpty()) {
      return false;
    }
    client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
    client.getOutputStream().flush();
    return true;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
