package dev.optima.backend.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.protocol.id.UserId;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// All come back at once, as after a restart: whoever has a session is let in, in turn; whoever has
/// none takes nobody's place.
class LoginStormTest {
  private static final int AT_THE_DOOR = 10;

  @TempDir private Path folder;
  private final Vertx vertx = Node.vertx();

  @AfterEach
  void stop() {
    Node.stop(vertx);
  }

  private Node node(Engine engine) {
    SignalingConfig base = SignalingConfig.DEFAULT;
    return new Node(
        vertx,
        engine.open(folder),
        new SignalingConfig(
            base.helloWithin(),
            base.pingEvery(),
            base.maxMessageBytes(),
            base.maxQueuedMessages(),
            base.maxQueuedBytes(),
            base.messagesPerSecond(),
            base.maxInFlight(),
            base.maxFaults(),
            base.faultWindow(),
            Duration.ofSeconds(1),
            AT_THE_DOOR,
            1_000));
  }

  private static Caller from(Node node, String address) {
    return node.connect(Map.of("X-From", address));
  }

  private static void hello(Caller caller, String token) {
    caller.say("{\"type\":\"hello\",\"token\":\"" + token + "\"}");
  }

  @ParameterizedTest
  @EnumSource
  void whomTheDatabaseCannotLookUpIsAskedToComeAgain(Engine engine) {
    try (Node node = node(engine)) {
      node.lookUp =
          token -> {
            throw Refusal.unavailable("too many reads wait");
          };
      Caller ayse = node.connect();
      hello(ayse, "ayse");
      assertThat(ayse.error("unavailable").path("retry_after").asLong()).isEqualTo(1);
      assertThat(ayse.closeCode()).isEqualTo(1012);

      node.lookUp =
          token -> {
            throw new IllegalStateException("a fault of ours");
          };
      Caller burak = node.connect();
      hello(burak, "burak");
      assertThat(burak.closeCode()).isEqualTo(1012);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStormIsLookedUpAFewAtATime(Engine engine) {
    try (Node node = node(engine)) {
      node.recruiter("ayse");
      Function<String, Optional<Identity>> before = node.lookUp;
      var present = new AtomicInteger();
      var most = new AtomicInteger();
      node.lookUp =
          token -> {
            most.accumulateAndGet(present.incrementAndGet(), Math::max);
            try {
              Thread.yield();
              return before.apply(token);
            } finally {
              present.decrementAndGet();
            }
          };
      List<Caller> all = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        all.add(node.connect());
      }
      all.forEach(caller -> hello(caller, "ayse"));
      all.forEach(caller -> caller.next("welcome"));
      assertThat(most.get()).isBetween(1, 6);
    }
  }

  @Test
  void anOfficeBehindOneAddressComesBackAndAnIdlerElsewhereDoesNotHinderIt() {
    try (Node node = node(Engine.SQLITE)) {
      node.recruiter("ayse");
      for (int i = 0; i < AT_THE_DOOR; i++) {
        from(node, "203.0.113.9"); // says nothing
      }
      assertThat(refused(node, "203.0.113.9")).isEqualTo(503);
      assertThat(node.metrics.turnedAway.sum()).isEqualTo(1);
      for (int i = 0; i < 3 * AT_THE_DOOR; i++) {
        Caller one = from(node, "198.51.100.7");
        hello(one, "ayse");
        one.next("welcome");
      }
      assertThat(node.registry.devices(new UserId("ayse"))).isEqualTo(3 * AT_THE_DOOR);
      for (int i = 0; i < 3 * AT_THE_DOOR; i++) {
        node.connect(); // this machine's own: perhaps a proxy
      }
    }
  }

  @Test
  void whoGuessesKeepsTheirPlaceForAMoment() {
    try (Node node = node(Engine.SQLITE)) {
      for (int i = 0; i < AT_THE_DOOR; i++) {
        Caller guess = from(node, "203.0.113.9");
        hello(guess, "guess-" + i);
        guess.error("unauthenticated");
        assertThat(guess.closeCode()).isEqualTo(1008);
      }
      Wait.until(
          "the door is free again",
          () -> {
            try {
              from(node, "203.0.113.9");
              return true;
            } catch (AssertionError e) {
              return false;
            }
          });
      assertThat(node.metrics.turnedAway.sum()).isPositive();
    }
  }

  private static int refused(Node node, String address) {
    for (Throwable t = catchThrowable(() -> from(node, address)); t != null; t = t.getCause()) {
      if (t instanceof UpgradeRejectedException e) {
        return e.getStatus();
      }
    }
    return 0;
  }
}
