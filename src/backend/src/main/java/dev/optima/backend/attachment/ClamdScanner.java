package dev.optima.backend.attachment;

import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.message.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks a clamd whether a file is clean, by its `INSTREAM` command (clamd(8)). What was not scanned
/// counts as refused, whatever the reason.
public final class ClamdScanner {
  private static final Logger LOG = LoggerFactory.getLogger(ClamdScanner.class);
  private static final Duration PING_LIMIT = Duration.ofSeconds(5);
  private static final Duration SCAN_LIMIT = Duration.ofSeconds(40);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(15);
  private static final int PIECE = 64 * 1024;
  private static final int LONGEST_ANSWER = 4096;
  private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

  private final ClamdAddress address;
  private final Duration pingLimit;
  private final Duration scanLimit;

  public ClamdScanner(ClamdAddress address) {
    this(address, PING_LIMIT, SCAN_LIMIT);
  }

  ClamdScanner(ClamdAddress address, Duration pingLimit, Duration scanLimit) {
    this.address = address;
    this.pingLimit = pingLimit;
    this.scanLimit = scanLimit;
  }

  /// Before anybody sends megabytes in vain.
  ///
  /// @throws Refusal `unavailable` if it cannot be reached
  void demandReachable() {
    String answer = ask(pingLimit, out -> command(out, "PING"));
    if (!answer.equals("PONG")) {
      throw unavailable(answer);
    }
  }

  /// @throws Refusal `infected` if something was found, `unavailable` if nobody looked
  void demandClean(Path file) {
    String answer = ask(scanLimit, out -> send(out, file));
    if (answer.equals("stream: OK")) {
      return;
    }
    Matcher found = FOUND.matcher(answer);
    if (found.matches()) {
      throw Refusal.of(ErrorCode.INFECTED, "the virus scanner found " + found.group(1));
    }
    throw unavailable(answer);
  }

  private static void command(DataOutputStream out, String command) throws IOException {
    out.write(("z" + command + "\0").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void send(DataOutputStream out, Path file) throws IOException {
    command(out, "INSTREAM");
    byte[] piece = new byte[PIECE];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count; (count = in.read(piece)) >= 0; ) {
        if (count > 0) {
          out.writeInt(count);
          out.write(piece, 0, count);
        }
      }
    }
    out.writeInt(0);
    out.flush();
  }

  private String ask(Duration limit, Question question) {
    CountDownLatch done = new CountDownLatch(1);
    try (SocketChannel channel = address.open()) {
      Thread.ofVirtual().start(() -> closeLate(channel, done, limit));
      channel.connect(address.resolve());
      return talk(channel, question);
    } catch (AsynchronousCloseException e) {
      throw unavailable("no answer within " + limit.toSeconds() + " s");
    } catch (IOException e) {
      throw unavailable(e.toString());
    } finally {
      done.countDown();
    }
  }

  private static String talk(SocketChannel channel, Question question) throws IOException {
    try {
      question.put(new DataOutputStream(Channels.newOutputStream(channel)));
    } catch (IOException e) {
      // It may have said why it listens no longer: too large for it, for example.
      String answer = answer(channel);
      if (answer.isEmpty()) {
        throw e;
      }
      return answer;
    }
    return answer(channel);
  }

  private static String answer(SocketChannel channel) throws IOException {
    InputStream in = Channels.newInputStream(channel);
    var answer = new ByteArrayOutputStream();
    for (int next; (next = in.read()) > 0 && answer.size() < LONGEST_ANSWER; ) {
      answer.write(next);
    }
    return answer.toString(StandardCharsets.UTF_8).strip();
  }

  private static void closeLate(SocketChannel channel, CountDownLatch done, Duration limit) {
    try {
      if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        channel.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.debug("A connection to {} could not be closed", channel, e);
    }
  }

  private Refusal unavailable(String why) {
    String hint =
        why.contains("size limit")
            ? "; raise its StreamMaxLength above attachments.max-megabytes"
            : "";
    LOG.error(
        "The virus scanner at {} did not scan, so no file is accepted: {}{}", address, why, hint);
    return Refusal.unavailable(
        "the virus scanner cannot be reached, so no file is accepted", RETRY_AFTER);
  }

  /// What is said to it.
  @FunctionalInterface
  private interface Question {
    void put(DataOutputStream out) throws IOException;
  }
}
