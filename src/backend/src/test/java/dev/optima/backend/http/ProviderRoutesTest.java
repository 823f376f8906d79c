package dev.optima.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Providers over REST: what there is, an interview that names one, and going on without it. Every
/// answer is held against the contract.
class ProviderRoutesTest {
  @TempDir private Path directory;
  private Backend backend;
  private String recruiter = "";
  private String applicant = "";

  @BeforeEach
  void start() throws Exception {
    backend =
        new Backend(
            directory,
            Map.of(
                "OPTIMA_JITSI_DOMAIN", "meet.example:8443",
                "OPTIMA_JITSI_APP_ID", "optima",
                "OPTIMA_JITSI_SECRET", "short",
                "OPTIMA_LINK_TEMPLATE", "https://v.example/{room}"));
    recruiter = backend.session(backend.account("rec@x.org", Role.RECRUITER), Role.RECRUITER);
    applicant = backend.applicant(recruiter, "Mert Demir");
  }

  @AfterEach
  void stop() {
    backend.close();
  }

  @Test
  void theTeamSeesWhatThereIs() throws Exception {
    HttpResponse<String> answer = backend.get("/api/providers", recruiter);

    assertThat(json(answer))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"standard":"direct","fallback":true,"providers":[{"name":"direct"},
                 {"name":"jitsi","domain":"meet.example:8443"},
                 {"name":"link","domain":"v.example"}]}"""));
  }

  @Test
  void aTestIsForAdministratorsAndForWhatIsSetUp() throws Exception {
    String admin = backend.session(backend.account("adm@x.org", Role.ADMIN), Role.ADMIN);

    assertThat(backend.post("/api/providers/link/test", recruiter, "").statusCode()).isEqualTo(403);
    HttpResponse<String> link = backend.post("/api/providers/link/test", admin, "");
    assertThat(json(link).at("/checks/0/code").asText()).isEqualTo("link_ok");
    assertThat(backend.post("/api/providers/jaas/test", admin, "").statusCode()).isEqualTo(404);
    assertThat(backend.post("/api/providers/skype/test", admin, "").statusCode()).isEqualTo(404);
  }

  @Test
  void anInterviewOverJitsiFallsBackForAll() throws Exception {
    HttpResponse<String> refused = plan("\"jaas\"", 40);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).path("field").asText()).isEqualTo("provider");
    assertThat(plan("null", 100).statusCode()).isEqualTo(201);
    HttpResponse<String> planned = plan("\"jitsi\"", 10);
    assertThat(json(planned).path("provider").asText()).isEqualTo("jitsi");

    HttpResponse<String> joined =
        backend.post(
            "/api/meetings/" + Backend.field(planned, "meeting_id") + "/join", recruiter, "");
    JsonNode ticket = json(joined);
    assertThat(ticket.path("provider").asText()).isEqualTo("jitsi");
    assertThat(ticket.path("jwt_token").asText()).startsWith("eyJ");
    assertThat(ticket.at("/jitsi/domain").asText()).isEqualTo("meet.example:8443");
    assertThat(ticket.at("/jitsi/moderator").asBoolean()).isTrue();
    assertThat(ticket.path("fallback").asBoolean()).isTrue();

    String call = "/api/video-calls/" + ticket.path("call_id").asText();
    String own = ticket.path("join_url").asText().replaceFirst(".*#ticket=", "");
    HttpResponse<String> there = backend.post(call + "/fallback", own, "");
    assertThat(json(there).path("provider").asText()).isEqualTo("direct");
    assertThat(json(there).path("fallback").asBoolean()).isFalse();
    HttpResponse<String> again = backend.post(call + "/fallback", recruiter, "");
    assertThat(json(again).path("provider").asText()).isEqualTo("direct");
  }

  private HttpResponse<String> plan(String provider, int minutes) throws Exception {
    return backend.post(
        "/api/meetings/schedule",
        recruiter,
        """
        {"key":"k%d","applicant_id":"%s","scheduled_time":"%s","duration_minutes":30,
         "title":"First interview","time_zone":"Europe/Istanbul","provider":%s}"""
            .formatted(
                minutes, applicant, Instant.now().plus(minutes, ChronoUnit.MINUTES), provider));
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return Json.MAPPER.readTree(answer.body());
  }
}
