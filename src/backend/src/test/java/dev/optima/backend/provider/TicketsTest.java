package dev.optima.backend.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.provider.VideoProvider.Seat;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.IceServer;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.message.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final CallId CALL = new CallId("01call_-x");
  private static final UserId MERT = new UserId("mert");

  private final Tickets tickets = new Tickets(new byte[32]);

  @Test
  void aTicketSaysWhatItWasMadeFor() {
    String ticket = tickets.mint(CALL, MERT, Role.APPLICANT, NOW);
    assertThat(ticket).startsWith("oct_").matches("[A-Za-z0-9_.-]+");
    assertThat(tickets.verify(ticket, NOW.plusSeconds(3_600)))
        .contains(new Tickets.Ticket(CALL, MERT, Role.APPLICANT));
  }

  @Test
  void itEnds() {
    String ticket = tickets.mint(CALL, MERT, Role.APPLICANT, NOW);
    assertThat(tickets.verify(ticket, NOW.plus(Duration.ofHours(25)))).isEmpty();
  }

  @Test
  void nobodyElseMakesOrChangesOne() {
    String ticket = tickets.mint(CALL, MERT, Role.APPLICANT, NOW);
    assertThat(tickets.verify(ticket.replace("APPLICANT", "ADMIN"), NOW)).isEmpty();
    assertThat(tickets.verify(ticket.replace("mert", "ayse"), NOW)).isEmpty();
    assertThat(tickets.verify(ticket.substring(0, ticket.length() - 1), NOW)).isEmpty();
    var other = new byte[32];
    other[0] = 1;
    assertThat(new Tickets(other).verify(ticket, NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "oct_", "oct_.", "oct_a.b.c.d", "oct_a.b.c.d.e", "....", "x"})
  void rubbishIsNone(String rubbish) {
    assertThat(tickets.verify(rubbish, NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theSecretOfAnInstallationStays(Engine engine, @TempDir Path folder) {
    try (Database database = engine.open(folder)) {
      String ticket = Tickets.of(database, NOW).mint(CALL, MERT, Role.RECRUITER, NOW);
      assertThat(Tickets.of(database, NOW).verify(ticket, NOW)).isPresent();
    }
  }

  @Test
  void turnCredentialsEndByThemselves() throws Exception {
    var ice =
        new IceConfig(
            List.of("stun:stun.example:3478", "turn:turn.example:3478?transport=udp"),
            "north",
            Duration.ofHours(1));
    var provider =
        new DirectProvider(
            () -> URI.create("https://optima.example"), ice, tickets, InstantSource.fixed(NOW));
    JoinTicket join = provider.ticket(new Seat(CALL, "room", MERT, "Mert", Role.APPLICANT));
    assertThat(join.joinUrl()).startsWith("https://optima.example/call/01call_-x#ticket=oct_");
    List<IceServer> servers = Objects.requireNonNull(join.iceServers());
    assertThat(servers.getFirst())
        .isEqualTo(new IceServer(List.of("stun:stun.example:3478"), null, null));
    String username = NOW.plusSeconds(3_600).getEpochSecond() + ":mert";
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec("north".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    String credential =
        Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
    assertThat(servers.getLast())
        .isEqualTo(
            new IceServer(List.of("turn:turn.example:3478?transport=udp"), username, credential));
    assertThat(join.toString()).doesNotContain("oct_");
  }
}
