package dev.optima.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A scripted peer of Jitsi's IFrame API: **it is no Jitsi**. Over HTTPS on the loopback it serves
/// a small `external_api.js` with the surface of the real one, and a frame that says what was
/// recorded on a real deployment, in that order. It carries no media between people.
///
/// It judges tokens as a strict server would, keeps what every frame was given and told ([Frame]),
/// and a test can make any frame say anything. Whoever has a real `external_api.js` at hand serves
/// that instead, with `-Doptima.jitsi.script=<file>`: the frame speaks its protocol.
public final class ScriptedJitsi implements AutoCloseable {
  /// After this a closed tab was missed in the room.
  private static final long CLOSED_TAB_MILLIS = 800;

  private final LoopbackCertificate certificate;
  private final PeerServer server;
  private final TokenRule rule;
  private final Map<String, Room> rooms = new ConcurrentHashMap<>();
  private final List<Frame> frames = new CopyOnWriteArrayList<>();
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicInteger attended = new AtomicInteger();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private volatile Trouble trouble = Trouble.NONE;
  private volatile CountDownLatch late = new CountDownLatch(0);
  private volatile boolean records = true;
  private volatile boolean microphones = true;

  private ScriptedJitsi(Path folder, int port, TokenRule rule)
      throws IOException, GeneralSecurityException {
    this.rule = rule;
    certificate = new LoopbackCertificate(folder);
    server = new PeerServer(this, certificate, port);
  }

  public static ScriptedJitsi start(TokenRule rule) {
    return start(0, rule);
  }

  /// @param port 0 for any
  public static ScriptedJitsi start(int port, TokenRule rule) {
    try {
      return new ScriptedJitsi(Files.createTempDirectory("scripted-jitsi"), port, rule);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no scripted peer", e);
    }
  }

  /// `127.0.0.1:<port>`, as `jitsi.domain` takes it.
  public String domain() {
    return "127.0.0.1:" + server.port();
  }

  public String origin() {
    return "https://" + domain();
  }

  /// Makes Chromium take the certificate of this server, and of no other. It counts only where
  /// Chromium was given a `--user-data-dir`, too.
  public String chromiumSwitch() {
    try {
      return "--ignore-certificate-errors-spki-list=" + certificate.fingerprint();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Makes a JVM take the certificate of this server, and of no other.
  public List<String> jvmOptions() {
    try {
      return certificate.jvmOptions();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Makes something wrong from now on; [Trouble#NONE] mends it.
  public void suffer(Trouble trouble) {
    late.countDown();
    if (trouble == Trouble.LATE_SCRIPT) {
      late = new CountDownLatch(1);
    }
    this.trouble = trouble;
  }

  Trouble trouble() {
    return trouble;
  }

  void awaitScript() throws InterruptedException {
    late.await();
  }

  /// Whether a moderator's recording starts; else the answer is `not-allowed`, as for the others.
  public void record(boolean may) {
    records = may;
  }

  /// Whether the frames that come get a microphone from the browser.
  public void microphones(boolean may) {
    microphones = may;
  }

  /// The person lets this frame have the microphone after all, when it asks for it again.
  public void allowMicrophone(Frame frame) {
    frame.microphone = true;
  }

  /// No microphone is left on that machine.
  public void unplugMicrophones(Frame frame) {
    frame.unplugged = true;
    frame.microphone = false;
    frame.hears = false;
    frame.audioAvailable(false);
  }

  /// Every frame that was opened, in this order.
  public List<Frame> frames() {
    return List.copyOf(frames);
  }

  /// Those that are in the room now.
  public List<Frame> inside(String room) {
    return room(room).inside();
  }

  /// Everybody in the room of this frame, whoever asked for it.
  public void endForAll(Frame frame) {
    room(frame.room()).destroy();
  }

  /// Somebody comes into a room without any page: for the tests of one page alone.
  public Frame attend(String room, String name) {
    var guest = new Guest(name, false, Frame.node());
    var frame =
        new Frame(
            "g" + attended.incrementAndGet(),
            Frame.node().put("path", room),
            new Verdict.Welcome(guest));
    room(room).arrive(frame, false);
    return frame;
  }

  /// Whoever came without a page is missed at once.
  public void leave(Frame frame) {
    frame.goes();
    room(frame.room()).without(frame);
  }

  /// Leaves by Jitsi's own button.
  public void hangUp(Frame frame) {
    room(frame.room()).hangUp(frame);
  }

  /// Puts somebody out.
  public void kick(Frame frame) {
    room(frame.room()).kick(frame, "somebody");
  }

  /// Somebody else turns its `audio` or `video` off, or on again.
  public void mute(Frame frame, String media, boolean muted) {
    if (media.equals("audio")) {
      frame.audioMuted = muted;
    } else {
      frame.videoMuted = muted;
    }
    frame.say(media + "-mute-status-changed", Frame.node().put("muted", muted));
    frame.say(
        "participant-muted",
        Frame.node()
            .put("id", frame.id())
            .put("isMuted", muted)
            .put("mediaType", media)
            .put("isSelfMuted", false));
  }

  /// The system lets it capture no screen, the next time it wants to.
  public void denyScreen(Frame frame) {
    frame.screenDenied = true;
  }

  /// From now on, whoever is no moderator waits before this room.
  public void lobby(String room, boolean on) {
    room(room).lobby(on);
  }

  /// Forgets every room: what comes next is alone.
  public void empty() {
    rooms.clear();
  }

  private Room room(String name) {
    return Objects.requireNonNull(
        rooms.computeIfAbsent(name.toLowerCase(Locale.ROOT), fresh -> new Room()));
  }

  Frame open(JsonNode opened) {
    String path = opened.path("path").asText();
    String token = opened.path("jwt").asText("");
    var frame =
        new Frame("p" + arrived.incrementAndGet(), opened, TokenCheck.judge(rule, path, token));
    frames.add(frame);
    frame.microphone = microphones;
    frame.hears = microphones;
    if (trouble != Trouble.MUTE_FRAME) {
      frame.say("ready");
      frame.say("browser-support", Frame.node().put("supported", true));
      // What is wished before anything is known, and a button that waits for the devices.
      frame.say("audio-mute-status-changed", Frame.node().put("muted", false));
      frame.audioAvailable(true);
      frame.audioAvailable(false);
      begin(frame);
    }
    return frame;
  }

  private void begin(Frame frame) {
    if (trouble == Trouble.NEVER_JOINS) {
      return;
    }
    switch (frame.verdict()) {
      case Verdict.Welcome _ ->
          room(frame.room()).arrive(frame, rule instanceof TokenRule.Anonymous);
      case Verdict.Refused refused -> frame.fail(refused.error());
    }
  }

  void hear(Frame frame, JsonNode told) {
    Room room = room(frame.room());
    switch (told.path("type").asText()) {
      case "event" -> {
        var command =
            new Command(told.path("data").path("name").asText(), told.path("data").path("data"));
        frame.heard(command);
        Conference.obey(frame, command, id -> records && frame.isModerator(), room);
      }
      case "request" -> {
        frame.asked(told.path("data"));
        Conference.reply(frame, told, room);
      }
      case "devices" -> frame.has(told);
      default -> throw new IllegalArgumentException("a frame told " + told);
    }
  }

  @Nullable Frame frame(String id) {
    return frames.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  void gone(Frame frame) {
    frame.goes();
    clock.schedule(
        () -> room(frame.room()).without(frame), CLOSED_TAB_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    late.countDown();
    clock.shutdownNow();
    server.close();
  }
}
