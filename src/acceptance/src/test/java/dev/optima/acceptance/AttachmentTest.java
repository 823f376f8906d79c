package dev.optima.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.client.Rest;
import dev.optima.acceptance.harness.CuttableProxy;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.harness.Uploader;
import dev.optima.acceptance.harness.Wait;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A file on its way: the cable is cut, the backend is killed, and it arrives as it was.
class AttachmentTest {
  private static final int KILLS = 5;

  private static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static String send(Rest who, String room, String attachment) {
    return who.post(
            "/api/rooms/" + room + "/messages",
            Map.of("key", attachment, "body", "", "attachment_ids", List.of(attachment)))
        .expect(201)
        .field("message_id");
  }

  private static List<Path> filesOf(Site site) throws Exception {
    try (Stream<Path> all = Files.walk(site.data().resolve("files"))) {
      return all.filter(Files::isRegularFile)
          .filter(path -> path.toString().endsWith(".data"))
          .toList();
    }
  }

  @Test
  void anUploadGoesOnAfterTheCableWasCut() throws Exception {
    byte[] bytes = noise(3_000_000);
    try (Site site = Site.open("upload-cut");
        CuttableProxy cable = CuttableProxy.to(site.backend().port())) {
      Member recruiter = site.recruiter("Rea Recruiter");
      Guest applicant = site.applicant("Ayşe Yılmaz");
      var far = new Uploader(Rest.at(cable.url()).withCookie(applicant.session()));
      var near = new Uploader(applicant.rest());
      String id = near.begin(applicant.roomId(), "../my \u202Enoise.bin", bytes.length);
      long sent = far.append(id, 0, Arrays.copyOf(bytes, 1_000_000)).orElseThrow();
      assertThat(sent).isEqualTo(1_000_000);

      try (var half = Uploader.half(cable.url(), applicant.session(), id, bytes, 1_000_000)) {
        Wait.until(
            "half of it is on the disk", () -> Files.size(filesOf(site).getFirst()) >= 1_400_000);
        cable.cutFor(Duration.ofMillis(500));
      }
      Wait.until("what came is counted", () -> near.offset(id) > sent);
      Wait.until("the cable is whole", () -> !cable.isCut());
      JsonNode done = far.resume(id, bytes);
      assertThat(done.path("name").asText()).isEqualTo("my noise.bin");
      send(applicant.rest(), applicant.roomId(), id);
      assertThat(new Uploader(recruiter.rest()).content(id)).isEqualTo(bytes);
    }
  }

  @Test
  void nothingThatWasCountedIsLostWhenTheBackendIsKilled() throws Exception {
    byte[] bytes = noise(12_000_000);
    try (Site site = Site.open("upload-kill")) {
      Member recruiter = site.recruiter("Rea Recruiter");
      Guest applicant = site.applicant("Ayşe Yılmaz");
      var uploader = new Uploader(applicant.rest());
      String id = uploader.begin(applicant.roomId(), "noise.bin", bytes.length);
      var random = new Random(7);
      for (int kill = 0; kill < KILLS; kill++) {
        CompletableFuture<Long> counted =
            CompletableFuture.supplyAsync(() -> uploader.untilItBreaks(id, bytes, 200_000));
        Wait.pass(Duration.ofMillis(20 + random.nextInt(150)));
        site.killAndRestart();
        assertThat(uploader.offset(id)).isGreaterThanOrEqualTo(counted.join());
      }
      uploader.resume(id, bytes);
      String message = send(applicant.rest(), applicant.roomId(), id);
      site.killAndRestart();
      var reader = new Uploader(recruiter.rest());
      assertThat(reader.content(id)).isEqualTo(bytes);
      assertThat(filesOf(site)).hasSize(1);

      Rest rest = recruiter.rest();
      JsonNode shown =
          rest.get("/api/rooms/" + applicant.roomId() + "/messages").body().path("messages").get(0);
      assertThat(shown.path("message_id").asText()).isEqualTo(message);
      assertThat(shown.path("attachments").get(0).path("size").asInt()).isEqualTo(bytes.length);
    }
  }

  @Test
  void theJarKnowsWhatAFileIsAndShowsIt() throws Exception {
    try (Site site = Site.open("upload-kinds")) {
      Guest applicant = site.applicant("Ayşe Yılmaz");
      var uploader = new Uploader(applicant.rest());
      byte[] pdf = Uploader.pdf();
      String id = uploader.begin(applicant.roomId(), "cv.pdf", pdf.length);
      JsonNode document = uploader.resume(id, pdf);
      assertThat(document.path("media_type").asText()).isEqualTo("application/pdf");
      assertThat(document.path("pages").asInt()).isEqualTo(1);
      assertThat(document.path("preview").path("width").asInt()).isEqualTo(640);
      byte[] picture = uploader.preview(id);
      assertThat(picture).as("a JPEG").startsWith(0xFF, 0xD8, 0xFF);

      byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
      String lie = uploader.begin(applicant.roomId(), "photo.png", page.length);
      JsonNode html = uploader.resume(lie, page);
      assertThat(html.path("media_type").asText()).isEqualTo("text/html");
      assertThat(html.has("preview")).isFalse();
    }
  }
}
