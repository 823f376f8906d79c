package dev.optima.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.acceptance.client.Answer;
import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.client.Rest;
import dev.optima.acceptance.harness.ContractSocket;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.harness.Uploader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Files in a chat, as the contract has them: begun, sent in pieces, carried by a message, read by
/// those in the room and by nobody else.
class AttachmentContractTest {
  private static final byte[] TEXT =
      "Özgeçmiş: ten years at the register".getBytes(StandardCharsets.UTF_8);

  private static Site site;
  private static Member recruiter;

  @BeforeAll
  static void open() {
    site = Site.open("attachments", Map.of("attachments.max-megabytes", "1", "ring.limit", "0"));
    recruiter = site.recruiter("Rea Recruiter");
  }

  @AfterAll
  static void close() throws InterruptedException {
    site.close();
  }

  private static String upload(Guest applicant, String name, byte[] bytes) {
    var uploader = new Uploader(applicant.rest());
    String id = uploader.begin(applicant.roomId(), name, bytes.length);
    uploader.resume(id, bytes);
    return id;
  }

  private static void send(Guest applicant, String id) {
    applicant
        .rest()
        .post(
            "/api/rooms/" + applicant.roomId() + "/messages",
            Map.of("key", id, "body", "", "attachment_ids", List.of(id)))
        .expect(201);
  }

  @Test
  void anUploadBeginsAtNothingAndSaysHowMuchItTakesAtOnce() {
    Guest applicant = site.applicant("Begins");
    JsonNode upload =
        applicant
            .rest()
            .post(
                "/api/rooms/" + applicant.roomId() + "/attachments",
                Map.of("name", "cv.txt", "size", TEXT.length))
            .expect(201)
            .body();
    assertThat(upload.path("attachment_id").asText()).isNotEmpty();
    assertThat(upload.path("offset").asLong()).isZero();
    assertThat(upload.path("size").asLong()).isEqualTo(TEXT.length);
    assertThat(upload.path("max_chunk").asLong()).isPositive();
    assertThat(upload.has("attachment")).isFalse();
  }

  @Test
  void whoWasInterruptedAsksWhereToGoOn() {
    Guest applicant = site.applicant("Was Interrupted");
    var uploader = new Uploader(applicant.rest());
    String id = uploader.begin(applicant.roomId(), "cv.txt", TEXT.length);
    assertThat(uploader.append(id, 0, Arrays.copyOf(TEXT, 10))).hasValue(10);
    assertThat(uploader.append(id, 5, Arrays.copyOf(TEXT, 10))).as("not there").isEmpty();
    assertThat(uploader.offset(id)).isEqualTo(10);
    JsonNode file = uploader.resume(id, TEXT);
    assertThat(file.path("media_type").asText()).isEqualTo("text/plain");
    assertThat(file.path("size").asLong()).isEqualTo(TEXT.length);
    send(applicant, id);
    assertThat(new Uploader(recruiter.rest()).content(id)).isEqualTo(TEXT);
  }

  @Test
  void aMessageCarriesItToEverybodyInTheRoom() {
    Guest applicant = site.applicant("Sends A File");
    try (ContractSocket member = ContractSocket.withToken(site.url(), recruiter.token())) {
      String id = upload(applicant, "cv.txt", TEXT);
      send(applicant, id);
      JsonNode message = member.await("chat_message", m -> m.path("key").asText().equals(id));
      JsonNode file = message.path("attachments").path(0);
      assertThat(file.path("attachment_id").asText()).isEqualTo(id);
      assertThat(file.path("name").asText()).isEqualTo("cv.txt");
    }
  }

  @Test
  void theFileComesToBeSavedNotToBeRun() {
    Guest applicant = site.applicant("Sends A Script");
    byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    String id = upload(applicant, "photo.png", page);
    send(applicant, id);
    Answer answer = recruiter.rest().get("/api/attachments/" + id + "/content").expect(200);
    assertThat(answer.headers().firstValue("content-disposition").orElse(""))
        .startsWith("attachment");
    assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/octet-stream");
    assertThat(recruiter.rest().get("/api/attachments/" + id + "/preview").status()).isEqualTo(404);
  }

  @Test
  void aDocumentIsPreviewedAsAPicture() {
    Guest applicant = site.applicant("Sends A Document");
    String id = upload(applicant, "cv.pdf", Uploader.pdf());
    send(applicant, id);
    assertThat(new Uploader(recruiter.rest()).preview(id))
        .as("a JPEG")
        .startsWith(0xFF, 0xD8, 0xFF);
  }

  @Test
  void aPieceOfAFileCanBeAskedFor() {
    Guest applicant = site.applicant("Sends A Long File");
    String id = upload(applicant, "cv.txt", TEXT);
    send(applicant, id);
    Answer part = recruiter.rest().get("/api/attachments/" + id + "/content", "Range", "bytes=0-3");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.text()).isEqualTo(new String(TEXT, 0, 4, StandardCharsets.UTF_8));
  }

  @Test
  void whatIsNotSentYetIsOnesOwn() {
    Guest applicant = site.applicant("Has Not Sent");
    String id = upload(applicant, "cv.txt", TEXT);
    hidden(recruiter.rest(), id);
    applicant.rest().delete("/api/attachments/" + id).expect(204);
    assertThat(applicant.rest().get("/api/attachments/" + id).status()).isEqualTo(404);
  }

  @Test
  void aForeignRoomIsNotThere() {
    Guest applicant = site.applicant("Owner");
    Guest stranger = site.applicant("Stranger");
    String id = upload(applicant, "cv.txt", TEXT);
    send(applicant, id);
    hidden(stranger.rest(), id);
    hidden(site.office().nobody(), id, 401);
    String room = "/api/rooms/" + applicant.roomId();
    Map<String, Object> file = Map.of("name", "x", "size", 1);
    assertThat(stranger.rest().post(room + "/attachments", file).status()).isEqualTo(404);
    Map<String, Object> stolen = Map.of("key", "k", "body", "", "attachment_ids", List.of(id));
    Answer answer = stranger.rest().post("/api/rooms/" + stranger.roomId() + "/messages", stolen);
    assertThat(answer.status()).as(answer.text()).isBetween(400, 404);
    assertThat(answer.code()).isNotEmpty();
  }

  private static void hidden(Rest who, String id) {
    hidden(who, id, 404);
  }

  private static void hidden(Rest who, String id, int status) {
    String path = "/api/attachments/" + id;
    assertThat(who.get(path + "/content").status()).isEqualTo(status);
    assertThat(who.get(path + "/preview").status()).isEqualTo(status);
    assertThat(who.delete(path).status()).isEqualTo(status);
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeItIsSent() {
    Guest applicant = site.applicant("Sends Too Much");
    Answer answer =
        applicant
            .rest()
            .post(
                "/api/rooms/" + applicant.roomId() + "/attachments",
                Map.of("name", "film.mp4", "size", 2 * 1024 * 1024));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("too_large");
  }
}
