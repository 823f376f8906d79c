package dev.optima.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.client.Rest;
import dev.optima.acceptance.harness.ContractSocket;
import dev.optima.acceptance.harness.Site;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Looking for words: the team in all rooms, an applicant in their own chat only.
class SearchContractTest {
  private static Site site;
  private static Member recruiter;
  private static Guest ayse;
  private static Guest bora;

  @BeforeAll
  static void open() {
    site = Site.open("search");
    recruiter = site.recruiter("Rea Recruiter");
    ayse = site.applicant("Ayşe Yılmaz");
    bora = site.applicant("Bora Demir");
    say(ayse.roomId(), "Your portfolio is impressive");
    say(ayse.roomId(), "Görüşme İSTANBUL ofisinde");
    say("team_" + ayse.userId(), "portfolio is copied, ask about it");
    say(bora.roomId(), "Please send the portfolio again");
  }

  @AfterAll
  static void close() throws InterruptedException {
    site.close();
  }

  private static String say(String room, String body) {
    return recruiter
        .rest()
        .post("/api/rooms/" + room + "/messages", Map.of("key", "k-" + body, "body", body))
        .expect(201)
        .field("message_id");
  }

  private static JsonNode search(Rest who, String words, String more) {
    String query = URLEncoder.encode(words, StandardCharsets.UTF_8);
    return who.get("/api/search?q=" + query + more).expect(200).body();
  }

  private static List<String> found(Rest who, String words, String more) {
    List<String> bodies = new ArrayList<>();
    search(who, words, more)
        .path("hits")
        .forEach(hit -> bodies.add(hit.path("entry").path("body").asText()));
    return bodies;
  }

  @Test
  void theTeamFindsItEverywhereNewestFirst() {
    assertThat(found(recruiter.rest(), "portfolio", ""))
        .containsExactly(
            "Please send the portfolio again",
            "portfolio is copied, ask about it",
            "Your portfolio is impressive");
  }

  @Test
  void inOneRoomTheNotesAboutThemBelongToIt() {
    assertThat(found(recruiter.rest(), "portfolio", "&room_id=" + ayse.roomId()))
        .containsExactly("portfolio is copied, ask about it", "Your portfolio is impressive");
  }

  @Test
  void anApplicantFindsOnlyWhatTheyMayRead() {
    assertThat(found(ayse.rest(), "portfolio", "")).containsExactly("Your portfolio is impressive");
    String foreign = "/api/search?q=portfolio&room_id=";
    assertThat(ayse.rest().get(foreign + bora.roomId()).status()).isEqualTo(404);
    assertThat(ayse.rest().get(foreign + "team_" + ayse.userId()).status()).isEqualTo(404);
    assertThat(site.office().nobody().get("/api/search?q=portfolio").status()).isEqualTo(401);
  }

  @Test
  void caseAndAccentsMakeNoDifferenceAndTheLastWordMayBeABeginning() {
    for (String words : List.of("istanbul", "ISTANBUL", "gorusme ofis", "görüşme İst")) {
      assertThat(found(recruiter.rest(), words, "")).as(words).hasSize(1);
    }
    assertThat(found(recruiter.rest(), "gorusme nowhere", "")).isEmpty();
  }

  @Test
  void aHitSaysWhereItIs() {
    JsonNode hit = search(ayse.rest(), "impressive", "").path("hits").path(0);
    assertThat(hit.path("applicant_id").asText()).isEqualTo(ayse.userId());
    assertThat(hit.path("entry").path("room_id").asText()).isEqualTo(ayse.roomId());
    assertThat(hit.path("entry").path("seq").asLong()).isEqualTo(1);
    String snippet = hit.path("snippet").asText();
    JsonNode mark = hit.path("marks").path(0);
    assertThat(snippet.substring(mark.path("start").asInt(), mark.path("end").asInt()))
        .isEqualTo("impressive");
  }

  @Test
  void pagesFollowOneAnother() {
    JsonNode first = search(recruiter.rest(), "portfolio", "&limit=2");
    assertThat(first.path("hits")).hasSize(2);
    String next = "&limit=2&after=" + first.path("next").asText();
    JsonNode second = search(recruiter.rest(), "portfolio", next);
    assertThat(second.path("hits")).hasSize(1);
    assertThat(second.hasNonNull("next")).isFalse();
  }

  @Test
  void whatWasTakenBackIsFoundNoMore() {
    Guest applicant = site.applicant("Forgets");
    String id = say(applicant.roomId(), "zanzibar");
    assertThat(found(recruiter.rest(), "zanzibar", "")).hasSize(1);
    try (ContractSocket socket = ContractSocket.withToken(site.url(), recruiter.token())) {
      socket.say("chat_delete", "room_id", applicant.roomId(), "message_id", id);
      socket.await("chat_message");
    }
    assertThat(found(recruiter.rest(), "zanzibar", "")).isEmpty();
  }
}
