package dev.optima.backend.recording;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.optima.backend.account.Identity;
import dev.optima.backend.outbound.PrivateNetworks;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.rest.ConsentAnswer;
import dev.optima.protocol.rest.RecordingHistory.Act;
import dev.optima.protocol.rest.Transcript;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Transcripts that a media server put somewhere.
class TranscriptCollectorTest {
  private static final PrivateNetworks HERE = PrivateNetworks.of(List.of("127.0.0.1"));

  @TempDir Path folder;

  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;
  private volatile int status = 200;
  private volatile String body = "";

  @BeforeEach
  void serve() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Location", "http://10.0.0.1/");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String link() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/t.json";
  }

  /// A call in which Mert agreed for ten minutes.
  private interface Talk {
    void in(World world, Identity ayse, CallId call, Instant agreed);
  }

  private void on(Engine engine, Talk talk) {
    try (var world = new World(engine.open(folder))) {
      world.features = Set.of("transcription");
      Identity ayse = world.recruiter("ayse");
      Identity mert = world.applicant("mert");
      CallId call = world.calls.request(ayse, room(mert), "k").call().callId();
      world.calls.accept(mert, call, null);
      world.calls.joined(ayse, call);
      world.calls.joined(mert, call);
      RecordingService recording = world.recording.service();
      recording.ask(ayse, call);
      world.clock.advance(Duration.ofSeconds(10));
      Instant agreed = world.clock.instant();
      recording.answer(mert, call, new ConsentAnswer(true, ConsentText.VERSION, "en"));
      world.clock.advance(Duration.ofMinutes(10));
      recording.answer(mert, call, new ConsentAnswer(false, ConsentText.VERSION, "en"));
      world.calls.end(ayse, call);
      talk.in(world, ayse, call, agreed);
    }
  }

  private static String line(String text, Instant at) {
    return "{\"name\":\"Mert\",\"content\":\"%s\",\"timestamp\":%d}"
        .formatted(text, at.toEpochMilli());
  }

  private static List<String> lines(World world, Identity who, CallId call) {
    return world.recording.transcripts().read(who, call).lines().stream()
        .map(Transcript.Line::text)
        .toList();
  }

  private static List<String> acts(World world, Identity who, CallId call) {
    return world.recording.service().history(who, call).acts().stream().map(Act::act).toList();
  }

  @ParameterizedTest
  @EnumSource
  void isFetchedOnceAndKeptAsFarAsTheConsentReached(Engine engine) {
    on(
        engine,
        (world, ayse, call, agreed) -> {
          body =
              "{\"messages\":["
                  + String.join(
                      ",",
                      line("too early", agreed.minusSeconds(2)),
                      line("first", agreed.plusSeconds(2)),
                      line("second", agreed.plusSeconds(4)),
                      line("too late", agreed.plusSeconds(601)))
                  + "]}";
          world
              .recording
              .transcripts()
              .add(
                  ayse,
                  call,
                  new Transcript(
                      List.of(
                          new Transcript.Line(
                              "p", null, "Mert", "heard", null, agreed.plusSeconds(2)))));
          world.recording.desk().transcribed(call, link(), world.clock.instant());
          world.recording.desk().transcribed(call, link(), world.clock.instant());
          try (TranscriptCollector collector = world.recording.collector(HERE)) {
            collector.round();
            world.clock.advance(Duration.ofHours(3));
            collector.round();
          }
          assertThat(asked).hasValue(1);
          assertThat(lines(world, ayse, call))
              .as("the file is whole, so it is shown instead of what was heard")
              .containsExactly("first", "second");
          assertThat(acts(world, ayse, call)).contains("transcript");
        });
  }

  @ParameterizedTest
  @EnumSource
  void isTriedAgainByWhicheverNodeAndGivenUpInTheEnd(Engine engine) {
    on(
        engine,
        (world, ayse, call, agreed) -> {
          status = 503;
          world.recording.desk().transcribed(call, link(), world.clock.instant());
          try (TranscriptCollector one = world.recording.collector(HERE);
              TranscriptCollector two = world.recording.collector(HERE)) {
            one.round();
            two.round();
            assertThat(asked).hasValue(1);
            status = 200;
            body = "{\"messages\":[" + line("first", agreed.plusSeconds(2)) + "]}";
            world.clock.advance(Duration.ofMinutes(2));
            two.round();
            assertThat(lines(world, ayse, call)).containsExactly("first");

            status = 500;
            world.recording.desk().transcribed(call, link() + "?2", world.clock.instant());
            for (int i = 0; i < 20; i++) {
              one.round();
              world.clock.advance(Duration.ofHours(3));
            }
            assertThat(asked).hasValue(14);
            assertThat(acts(world, ayse, call)).contains("transcript_failed");
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsLedIntoTheOwnNetwork(Engine engine) {
    on(
        engine,
        (world, ayse, call, agreed) -> {
          RecordingNewsDesk desk = world.recording.desk();
          desk.transcribed(call, link(), world.clock.instant());
          try (TranscriptCollector strict =
              world.recording.collector(PrivateNetworks.of(List.of()))) {
            strict.round();
          }
          assertThat(asked).as("not called").hasValue(0);
          status = 302;
          desk.transcribed(call, link() + "?redirected", world.clock.instant());
          try (TranscriptCollector collector = world.recording.collector(HERE)) {
            collector.round();
          }
          assertThat(asked).hasValue(1);
          assertThat(acts(world, ayse, call)).filteredOn("transcript_failed"::equals).hasSize(2);
        });
  }
}
