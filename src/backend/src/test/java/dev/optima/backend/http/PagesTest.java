package dev.optima.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.optima.protocol.message.Role;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a browser is given: pages, files, and the form of the first administrator.
class PagesTest {
  @TempDir private Path directory;
  private Backend backend;

  @BeforeEach
  void start() throws Exception {
    backend = new Backend(directory);
  }

  @AfterEach
  void stop() {
    backend.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a",
        "/a/AAAAAAAAAAAAAAAAAAAAAA",
        "/b/some-code",
        "/m/some-token",
        "/call/some-call"
      })
  void pagesComeWithAStrictPolicy(String path) throws Exception {
    HttpResponse<String> page = backend.get(path, "");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).containsIgnoringCase("<!doctype html>").doesNotContain("<script>");
    assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'none'")
        .contains("script-src 'self'")
        .contains("frame-ancestors 'self'")
        .contains("connect-src 'self' ws://127.0.0.1:" + backend.address().getPort())
        .doesNotContain("unsafe");
    assertThat(header(page, "Permissions-Policy")).contains("camera=(self)");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  /// The call page, and it alone, lets in the scripts and frames of the servers of the settings,
  /// and lends them camera and microphone.
  @Test
  void onlyTheCallPageLetsProvidersIn(@TempDir Path other) throws Exception {
    Map<String, String> settings =
        Map.of(
            "OPTIMA_JITSI_DOMAIN", "meet.example:8443",
            "OPTIMA_LINK_TEMPLATE", "https://elsewhere.example/{room}");
    try (Backend jitsi = new Backend(other, settings)) {
      HttpResponse<String> call = jitsi.get("/call/some-call", "");
      String policy = header(call, "Content-Security-Policy");
      assertThat(policy)
          .contains("script-src 'self' https://meet.example:8443;")
          .contains("frame-src 'self' https://meet.example:8443;")
          .contains("img-src 'self' data: blob:;")
          .doesNotContain("unsafe")
          .doesNotContain("elsewhere.example");
      assertThat(header(call, "Permissions-Policy"))
          .contains("camera=(self \"https://meet.example:8443\")")
          .contains("microphone=(self \"https://meet.example:8443\")")
          .contains("display-capture=(self \"https://meet.example:8443\")")
          .contains("geolocation=()");
      assertThat(header(call, "Referrer-Policy")).isEqualTo("no-referrer");
      for (String page : List.of("/a", "/b/code", "/m/token", "/pages/call/index.html")) {
        HttpResponse<String> answer = jitsi.get(page, "");
        assertThat(answer.headers().toString()).as(page).doesNotContain("meet.example");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=(self),");
      }
    }
  }

  @Test
  void filesAreNotSentTwice() throws Exception {
    HttpResponse<String> first = backend.get("/pages/shared/tokens.css", "");
    HttpResponse<String> second =
        backend.send(
            backend
                .request("/pages/shared/tokens.css", "")
                .header("If-None-Match", header(first, "ETag")));

    assertThat(header(first, "Content-Type")).isEqualTo("text/css; charset=utf-8");
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }

  @Test
  void theServiceWorkerKnowsTheWholeShellOfThisDeployment() throws Exception {
    HttpResponse<String> worker = backend.get("/sw.js", "");

    assertThat(header(worker, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(header(worker, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(worker, "Content-Security-Policy"))
        .isEqualTo("default-src 'none'; connect-src 'self'");
    String shell = worker.body().lines().findFirst().orElseThrow();
    assertThat(shell)
        .startsWith("self.SHELL = {")
        .contains("\"version\":\"", "/pages/applicant/main.js", "/pages/applicant/chat-model.js")
        .contains("/pages/applicant/messages-tr.js", "/pages/shared/json.js", "/ring.css")
        .doesNotContain("/pages/call/", "worker.js", "/api/");
    assertThat(worker.body()).contains("addEventListener('push'");
  }

  @Test
  void thePageCanBeInstalledInTheNameOfTheOrganisation() throws Exception {
    HttpResponse<String> manifest = backend.get("/manifest.webmanifest?lang=tr", "");

    assertThat(header(manifest, "Content-Type")).isEqualTo("application/manifest+json");
    JsonNode json = new ObjectMapper().readTree(manifest.body());
    assertThat(json.path("name").asText()).isEqualTo("Optima");
    assertThat(json.path("lang").asText()).isEqualTo("tr");
    assertThat(json.path("start_url").asText()).isEqualTo("/a");
    assertThat(json.path("display").asText()).isEqualTo("standalone");
    for (JsonNode icon : json.path("icons")) {
      assertThat(backend.get(icon.path("src").asText(), "").statusCode()).isEqualTo(200);
    }
    assertThat(json.path("icons").findValuesAsText("purpose")).contains("maskable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/pages/",
        "/pages/applicant",
        "/pages/applicant/",
        "/pages/nothing.js",
        "/pages/..%2fdev/optima/backend/http/setup.css",
        "/pages/%2e%2e/dev/optima/backend/http/setup.css",
        "/pages/applicant/..%5c..%5csecret.js",
        "/pages/applicant/index.class"
      })
  void onlyPagesAreServed(String path) throws Exception {
    assertThat(backend.get(path, "").statusCode()).isEqualTo(404);
  }

  @Test
  void theRootLeadsToTheApplicantsPage() throws Exception {
    HttpResponse<String> answer = backend.get("/", "");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(header(answer, "Location")).isEqualTo("/a");
  }

  @Test
  void theFirstAdministratorIsMadeByALinkForOneUse() throws Exception {
    String path = backend.running().setUpLink().orElseThrow().getPath();
    HttpResponse<String> form =
        backend.send(backend.request(path, "").header("Accept-Language", "tr-TR,tr;q=0.9"));
    assertThat(form.statusCode()).isEqualTo(200);
    assertThat(form.body()).contains("İlk yönetici").doesNotContain("${");
    assertThat(header(form, "Content-Security-Policy")).contains("form-action 'self'");

    HttpResponse<String> refused = submit(path, "A <b>", "admin@x.org", "short");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("A &lt;b&gt;")
        .contains("8 to 256")
        .doesNotContain("short\"");

    HttpResponse<String> made = submit(path, "Ada", "admin@x.org", Backend.PASSWORD);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    assertThat(made.body()).contains(backend.address().toString());
    String token = backend.signIn("admin@x.org");
    assertThat(backend.get("/api/accounts", token).statusCode()).isEqualTo(200);

    assertThat(backend.get(path, "").statusCode()).isEqualTo(404);
    assertThat(submit(path, "Eve", "eve@x.org", Backend.PASSWORD).statusCode()).isEqualTo(404);
    assertThat(backend.running().setUpLink()).isEmpty();
  }

  @Test
  void anAccountMadeMeanwhileEndsTheLink() throws Exception {
    String path = backend.running().setUpLink().orElseThrow().getPath();
    backend.account("admin@x.org", Role.ADMIN);

    assertThat(backend.get(path, "").statusCode()).isEqualTo(404);
    assertThat(submit(path, "Eve", "eve@x.org", Backend.PASSWORD).statusCode()).isEqualTo(404);
  }

  @Test
  void theServerTellsHowItIs() throws Exception {
    assertThat(backend.get("/healthz", "").statusCode()).isEqualTo(200);
    assertThat(backend.get("/readyz", "").statusCode()).isEqualTo(200);
    assertThat(backend.get("/metrics", "").body())
        .contains("optima_sockets_open")
        .contains("optima_chat_messages")
        .contains("optima_store_backlog")
        .contains("vertx_http_server");
    assertThat(
            backend
                .send(backend.request("/metrics", "").header("X-Forwarded-For", "203.0.113.9"))
                .statusCode())
        .isEqualTo(404);
  }

  private HttpResponse<String> submit(String path, String name, String email, String password)
      throws Exception {
    String body =
        "name=%s&email=%s&password=%s".formatted(encode(name), encode(email), encode(password));
    return backend.send(
        backend
            .request(path, "")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
