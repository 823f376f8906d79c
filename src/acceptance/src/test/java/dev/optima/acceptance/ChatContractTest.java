package dev.optima.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.ContractSocket;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.harness.SocketPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Messages: stored, acknowledged, delivered; none lost, none doubled, in the order of `seq`.
class ChatContractTest {
  private static Site site;
  private static Member recruiter;

  @BeforeAll
  static void open() {
    site = Site.open("chat");
    recruiter = site.recruiter("Rea Recruiter");
  }

  @AfterAll
  static void close() throws InterruptedException {
    site.close();
  }

  @Test
  void aMessageIsAcknowledgedAndDelivered() {
    Guest applicant = site.applicant("Ayşe Yılmaz");
    try (SocketPair pair = SocketPair.of(site, recruiter, applicant)) {
      pair.callee()
          .say("chat_send", "room_id", pair.roomId(), "key", "k1", "body", "Günaydın, ğüşiöç");
      JsonNode ack = pair.callee().await("chat_ack");
      JsonNode message = pair.caller().await("chat_message");
      assertThat(ack.path("key").asText()).isEqualTo("k1");
      assertThat(ack.path("seq").asLong()).isEqualTo(1);
      assertThat(message.path("message_id").asText()).isEqualTo(ack.path("message_id").asText());
      assertThat(message.path("seq").asLong()).isEqualTo(1);
      assertThat(message.path("body").asText()).isEqualTo("Günaydın, ğüşiöç");
      assertThat(message.path("sender_id").asText()).isEqualTo(applicant.userId());
      assertThat(message.path("sender_name").asText()).isEqualTo("Ayşe Yılmaz");
    }
  }

  @Test
  void theSameKeyIsTheSameMessage() {
    try (SocketPair pair = SocketPair.of(site, recruiter, site.applicant("Says It Twice"))) {
      for (int i = 0; i < 3; i++) {
        pair.caller().say("chat_send", "room_id", pair.roomId(), "key", "k", "body", "once");
        assertThat(pair.caller().await("chat_ack").path("seq").asLong()).isEqualTo(1);
      }
      pair.callee().await("chat_message");
      pair.callee().settle();
      assertThat(pair.callee().count("chat_message")).isEqualTo(1);
    }
  }

  @Test
  void whoWasAwayGetsWhatTheyMissedAndNoMore() {
    Guest applicant = site.applicant("Was Away");
    try (ContractSocket sender = ContractSocket.withToken(site.url(), recruiter.token())) {
      for (int i = 1; i <= 20; i++) {
        sender.say("chat_send", "room_id", applicant.roomId(), "key", "k" + i, "body", "m" + i);
        sender.await("chat_ack");
      }
      try (ContractSocket back = ContractSocket.open(site.url(), Map.of())) {
        back.say("hello", "token", applicant.session(), "last_seq", Map.of(applicant.roomId(), 8));
        back.await("welcome");
        List<Long> seqs = new ArrayList<>();
        for (int i = 9; i <= 20; i++) {
          seqs.add(back.await("chat_message").path("seq").asLong());
        }
        assertThat(seqs).containsExactlyElementsOf(LongStream.rangeClosed(9, 20).boxed().toList());
        back.settle();
        assertThat(back.count("chat_message")).isEqualTo(12);
      }
    }
  }

  @Test
  void pagesOfMessagesAreInOrder() {
    Guest applicant = site.applicant("Reads A Lot");
    for (int i = 1; i <= 10; i++) {
      recruiter
          .rest()
          .post(
              "/api/rooms/" + applicant.roomId() + "/messages",
              Map.of("key", "k" + i, "body", "m" + i))
          .expect(201);
    }
    String path = "/api/rooms/" + applicant.roomId() + "/messages";
    assertThat(seqs(applicant, path + "?after=4&limit=3")).containsExactly(5L, 6L, 7L);
    assertThat(seqs(applicant, path + "?before=4&limit=2")).containsExactly(2L, 3L);
    assertThat(seqs(applicant, path + "?limit=2")).containsExactly(9L, 10L);
  }

  private static List<Long> seqs(Guest applicant, String path) {
    List<Long> seqs = new ArrayList<>();
    applicant
        .rest()
        .get(path)
        .expect(200)
        .body()
        .path("messages")
        .forEach(m -> seqs.add(m.path("seq").asLong()));
    return seqs;
  }

  @Test
  void whatIsAcknowledgedSurvivesAKill() throws Exception {
    try (Site fragile = Site.open("chat-kill")) {
      Guest applicant = fragile.applicant("Must Not Be Lost");
      List<String> acknowledged = new ArrayList<>();
      for (int round = 0; round < 3; round++) {
        try (ContractSocket sender =
            ContractSocket.withCookie(fragile.url(), applicant.session())) {
          String prefix = "r" + round + "-";
          for (int i = 0; i < 200; i++) {
            sender.say(
                "chat_send", "room_id", applicant.roomId(), "key", prefix + i, "body", "m" + i);
          }
          for (int i = 0; i < 50; i++) {
            acknowledged.add(sender.await("chat_ack").path("message_id").asText());
          }
          fragile.backend().kill();
          sender.all().stream()
              .filter(m -> m.path("type").asText().equals("chat_ack"))
              .map(m -> m.path("message_id").asText())
              .filter(id -> !acknowledged.contains(id))
              .forEach(acknowledged::add);
        }
        fragile.killAndRestart();
      }
      List<String> stored = new ArrayList<>();
      List<Long> seqs = new ArrayList<>();
      for (long last = 0; ; ) {
        JsonNode page =
            applicant
                .rest()
                .get("/api/rooms/" + applicant.roomId() + "/messages?limit=100&after=" + last)
                .expect(200)
                .body()
                .path("messages");
        if (page.isEmpty()) {
          break;
        }
        for (JsonNode message : page) {
          stored.add(message.path("message_id").asText());
          last = message.path("seq").asLong();
          seqs.add(last);
        }
      }
      assertThat(stored).containsAll(acknowledged).doesNotHaveDuplicates();
      assertThat(seqs)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, stored.size()).boxed().toList());
    }
  }
}
