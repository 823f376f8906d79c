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
  void whoComesBackAsksForWhatWasChanged() {
    Guest applicant = site.applicant("Was Away For Edits");
    String room = applicant.roomId();
    try (ContractSocket sender = ContractSocket.withToken(site.url(), recruiter.token())) {
      List<String> ids = new ArrayList<>();
      for (int i = 1; i <= 3; i++) {
        sender.say("chat_send", "room_id", room, "key", "k" + i, "body", "m" + i);
        ids.add(sender.await("chat_ack").path("message_id").asText());
      }
      sender.say("chat_edit", "room_id", room, "message_id", ids.get(2), "body", "better");
      assertThat(sender.await("chat_message").path("change").asLong()).isEqualTo(1);
      sender.say("chat_react", "room_id", room, "message_id", ids.get(0), "emoji", "👍");
      assertThat(sender.await("chat_reaction").path("change").asLong()).isEqualTo(2);
      sender.say("chat_delete", "room_id", room, "message_id", ids.get(1));
      assertThat(sender.await("chat_message").path("change").asLong()).isEqualTo(3);
    }
    String path = "/api/rooms/" + room + "/messages";
    assertThat(seqs(applicant, path + "?changes_after=0")).containsExactly(3L, 1L, 2L);
    assertThat(seqs(applicant, path + "?changes_after=0&limit=2")).containsExactly(3L, 1L);
    JsonNode rest = applicant.rest().get(path + "?changes_after=2").expect(200).body();
    assertThat(rest.path("last_change").asLong()).isEqualTo(3);
    JsonNode deleted = rest.path("messages").path(0);
    assertThat(deleted.path("seq").asLong()).isEqualTo(2);
    assertThat(deleted.path("body").asText()).isEmpty();
    assertThat(deleted.hasNonNull("deleted_at")).isTrue();
  }

  @Test
  void notesOfTheTeamNeverReachTheApplicantsWire() {
    Guest applicant = site.applicant("Must Not Know");
    String notes = "team_" + applicant.userId();
    try (ContractSocket member = ContractSocket.withToken(site.url(), recruiter.token());
        ContractSocket curious = ContractSocket.open(site.url(), Map.of())) {
      curious.say("hello", "token", applicant.session(), "last_seq", Map.of(notes, 0));
      curious.await("welcome");
      member.say("chat_send", "room_id", notes, "key", "n1", "body", "a secret of the team");
      String id = member.await("chat_ack").path("message_id").asText();
      member.say("chat_typing", "room_id", notes);
      member.say("chat_react", "room_id", notes, "message_id", id, "emoji", "👍");
      member.await("chat_reaction");
      member.say("chat_edit", "room_id", notes, "message_id", id, "body", "a secret, edited");
      member.await("chat_message");
      curious.say("chat_send", "room_id", notes, "key", "c1", "body", "let me in");
      assertThat(curious.await("error").path("key").asText()).isEqualTo("c1");
      curious.say("chat_send", "room_id", applicant.roomId(), "key", "c2", "body", "hello");
      curious.await("chat_ack");
      curious.settle();
      assertThat(curious.all().toString()).doesNotContain("secret").doesNotContain(id);
      assertThat(applicant.rest().get("/api/rooms/" + notes).status()).isEqualTo(404);
      assertThat(applicant.rest().get("/api/rooms/" + notes + "/messages").status()).isEqualTo(404);
    }
  }

  @Test
  void anApplicantAsksToBeCalledOnceInAWhile() {
    try (SocketPair pair = SocketPair.of(site, recruiter, site.applicant("Call Me"))) {
      pair.callee().say("call_me", "room_id", pair.roomId(), "key", "c1");
      long seq = pair.callee().await("chat_ack").path("seq").asLong();
      JsonNode entry = pair.caller().await("chat_message");
      assertThat(entry.path("kind").asText()).isEqualTo("call_me");
      assertThat(entry.path("seq").asLong()).isEqualTo(seq);
      pair.callee().say("call_me", "room_id", pair.roomId(), "key", "c1");
      assertThat(pair.callee().await("chat_ack").path("seq").asLong()).isEqualTo(seq);
      pair.callee().say("call_me", "room_id", pair.roomId(), "key", "c2");
      JsonNode refusal = pair.callee().await("error");
      assertThat(refusal.path("code").asText()).isEqualTo("rate_limited");
      assertThat(refusal.path("key").asText()).isEqualTo("c2");
      assertThat(refusal.path("retry_after").asLong()).isBetween(1L, 120L);
    }
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
