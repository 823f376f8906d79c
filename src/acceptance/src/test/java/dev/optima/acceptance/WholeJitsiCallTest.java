package dev.optima.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.ApplicantBrowser;
import dev.optima.acceptance.harness.ApplicantPage;
import dev.optima.acceptance.harness.ContractSocket;
import dev.optima.acceptance.harness.Demand;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.harness.SocketPair;
import dev.optima.acceptance.harness.Wait;
import dev.optima.acceptance.run.Tool;
import dev.optima.scripted.Frame;
import dev.optima.scripted.ScriptedJitsi;
import dev.optima.scripted.TokenRule;
import dev.optima.scripted.Verdict;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Calls over Jitsi on the real backend, set up as IT sets it up, in real browsers, against a
/// scripted peer of Jitsi's IFrame API (it is no Jitsi; it takes no token that a strict server
/// would refuse).
@Tag("slow")
@SuppressWarnings("NullAway.Init") // each test opens its own
class WholeJitsiCallTest {
  /// Shorter than the 256 bits that some libraries insist on: servers have such ones.
  private static final String SECRET = "a-short-secret";

  private static final String TENANT = "vpaas-magic-cookie-0123456789abcdef";

  private ScriptedJitsi jitsi;
  private Site site;
  private Member recruiter;
  private Guest applicant;

  @BeforeEach
  void tools() {
    Demand.tools(Tool.CHROMIUM);
  }

  @AfterEach
  void close() throws InterruptedException {
    if (site != null) {
      site.close();
    }
    if (jitsi != null) {
      jitsi.close();
    }
  }

  private void open(String name, ScriptedJitsi peer, Map<String, String> settings) {
    jitsi = peer;
    var all = new HashMap<>(settings);
    all.put("ring.limit", "0");
    site = Site.open(name, all);
    recruiter = site.recruiter("Rea Recruiter");
    applicant = site.applicant("Ayşe Yılmaz");
  }

  private void ownServer(String standard) {
    ScriptedJitsi peer =
        ScriptedJitsi.start(new TokenRule.Shared("optima", SECRET, "jitsi", "127.0.0.1"));
    open(
        "jitsi",
        peer,
        Map.of(
            "provider",
            standard,
            "jitsi.domain",
            peer.domain(),
            "jitsi.app-id",
            "optima",
            "jitsi.secret",
            SECRET));
  }

  private JsonNode call(String callId) {
    return recruiter.rest().get("/api/video-calls/" + callId + "/status").expect(200).body();
  }

  private void awaitState(String callId, String state) {
    Wait.until("the call is " + state, () -> call(callId).path("state").asText().equals(state));
  }

  private List<Frame> inside() {
    return jitsi.frames().stream().filter(Frame::isInRoom).toList();
  }

  private void awaitInside(Page page, int people) {
    page.waitForCondition(() -> inside().size() == people);
  }

  private static Verdict.Welcome welcome(Frame frame) {
    assertThat(frame.verdict()).isInstanceOf(Verdict.Welcome.class);
    return (Verdict.Welcome) frame.verdict();
  }

  /// Rings, is answered in the browser, and opens the recruiter's call page beside it.
  private Page ringAndAnswer(ApplicantBrowser browser, ApplicantPage page, ContractSocket caller) {
    page.open(applicant.session());
    caller.say("video_call_request", "room_id", applicant.roomId(), "key", SocketPair.newKey());
    page.awaitRing();
    page.click("accept");
    JsonNode ready = caller.await("video_call_ready");
    Page hers = browser.device(site.url()).page();
    hers.navigate(ready.path("join_url").asText());
    return hers;
  }

  @Test
  void aCallOnAServerOfOneSOwnFromRingToHistory() {
    ownServer("jitsi");
    try (ApplicantBrowser browser = ApplicantBrowser.launch(List.of(jitsi.chromiumSwitch()));
        ApplicantPage page = browser.device(site.url());
        ContractSocket caller = ContractSocket.withToken(site.url(), recruiter.token())) {
      Page hers = ringAndAnswer(browser, page, caller);
      awaitInside(hers, 2);
      page.awaitCall("data-state", "connected");
      assertThat(hers.locator("body[data-state=connected][data-carrier=jitsi]")).isVisible();
      String callId = hers.url().replaceFirst(".*/call/([^?#]+).*", "$1");
      awaitState(callId, "ACTIVE");
      tokensAreTheirs();
      assertThat(page.complaints()).noneMatch(said -> said.contains("Content Security Policy"));

      page.close();
      awaitState(callId, "RECONNECTING");
      assertThat(hers.locator("body[data-state=ended]")).isHidden();
      try (ApplicantPage again = browser.device(site.url())) {
        again.open(applicant.session());
        again.click("join");
        awaitInside(hers, 2);
        awaitState(callId, "ACTIVE");
        assertThat(jitsi.frames().stream().map(Frame::token)).doesNotHaveDuplicates();

        Frame leads = inside().stream().filter(Frame::isModerator).findFirst().orElseThrow();
        hers.getByTestId("hang-up").click();
        assertThat(hers.locator("body[data-state=ended]")).isVisible();
        Wait.until(
            "the room is closed for all",
            () -> leads.commands().stream().anyMatch(said -> said.name().equals("end-conference")));
        Wait.until("the applicant's call page is gone", () -> !again.hasCall());
        Wait.until("every frame is gone", () -> jitsi.frames().stream().allMatch(Frame::isGone));
      }
      JsonNode end = call(callId);
      assertThat(end.path("state").asText()).isEqualTo("ENDED");
      assertThat(end.path("outcome").asText()).isEqualTo("completed");
      assertThat(end.path("ended_by").asText()).isEqualTo(recruiter.userId());
    }
  }

  private void tokensAreTheirs() {
    List<Frame> both = inside();
    assertThat(both).extracting(Frame::token).doesNotHaveDuplicates();
    assertThat(both).extracting(Frame::path).containsOnly(both.getFirst().path());
    for (Frame frame : both) {
      var guest = welcome(frame).guest();
      boolean leads = guest.name().equals("Rea Recruiter");
      assertThat(guest.name()).isIn("Rea Recruiter", "Ayşe Yılmaz");
      assertThat(guest.moderator()).isEqualTo(leads);
      assertThat(guest.claims().path("context").path("user").path("id").asText())
          .isEqualTo(leads ? recruiter.userId() : applicant.userId());
      assertThat(guest.claims().toString()).doesNotContain("@");
      assertThat(Instant.ofEpochSecond(guest.claims().path("exp").asLong()))
          .isBefore(Instant.now().plus(Duration.ofMinutes(5).plusSeconds(1)));
    }
  }

  @Test
  void aCallBelowATenantWithAKeyPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair keys = generator.generateKeyPair();
    ScriptedJitsi peer =
        ScriptedJitsi.start(new TokenRule.Hosted(TENANT, TENANT + "/4f2a", keys.getPublic()));
    String pem =
        "-----BEGIN PRIVATE KEY-----\\n"
            + Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded())
            + "\\n-----END PRIVATE KEY-----\\n";
    open(
        "jaas",
        peer,
        Map.of(
            "provider",
            "jaas",
            "jaas.domain",
            peer.domain(),
            "jaas.app-id",
            TENANT,
            "jaas.key-id",
            "4f2a",
            "jaas.private-key",
            pem));
    bothComeIn();
    for (Frame frame : jitsi.frames()) {
      assertThat(frame.path()).startsWith(TENANT + "/");
      var guest = welcome(frame).guest();
      JsonNode features = guest.claims().path("context").path("features");
      assertThat(features.path("recording").asBoolean()).isEqualTo(guest.moderator());
      assertThat(features.path("livestreaming").asBoolean()).isFalse();
    }
  }

  @Test
  void aCallOnAServerThatAsksNobody() {
    ScriptedJitsi peer = ScriptedJitsi.start(new TokenRule.Anonymous());
    open("anonymous", peer, Map.of("provider", "jitsi", "jitsi.domain", peer.domain()));
    bothComeIn();
    assertThat(jitsi.frames()).extracting(Frame::token).containsOnly("");
    assertThat(jitsi.frames()).allMatch(frame -> frame.user().path("displayName").isTextual());
  }

  private void bothComeIn() {
    try (ApplicantBrowser browser = ApplicantBrowser.launch(List.of(jitsi.chromiumSwitch()));
        ApplicantPage page = browser.device(site.url());
        ContractSocket caller = ContractSocket.withToken(site.url(), recruiter.token())) {
      Page hers = ringAndAnswer(browser, page, caller);
      awaitInside(hers, 2);
      page.awaitCall("data-state", "connected");
      String callId = hers.url().replaceFirst(".*/call/([^?#]+).*", "$1");
      awaitState(callId, "ACTIVE");
      page.clickInCall("hang-up");
      assertThat(hers.locator("body[data-state=ended]")).isVisible();
      assertThat(call(callId).path("outcome").asText()).isEqualTo("completed");
      Wait.until("every frame is gone", () -> jitsi.frames().stream().allMatch(Frame::isGone));
    }
  }

  @Test
  void aMeetingWithAProviderOfItsOwn() {
    ownServer("direct");
    Instant start = Instant.now().plus(Duration.ofMinutes(5));
    var plan = new HashMap<String, Object>();
    plan.put("key", UUID.randomUUID().toString());
    plan.put("applicant_id", applicant.userId());
    plan.put("scheduled_time", start.toString());
    plan.put("duration_minutes", 30);
    plan.put("title", "Interview");
    plan.put("time_zone", "UTC");
    plan.put("interviewer_ids", List.of(recruiter.userId()));
    plan.put("send_email", false);
    plan.put("remind_15_min", false);
    plan.put("provider", "jitsi");
    String meeting =
        recruiter.rest().post("/api/meetings/schedule", plan).expect(201).field("meeting_id");
    try (ApplicantBrowser browser = ApplicantBrowser.launch(List.of(jitsi.chromiumSwitch()))) {
      Page hers = browser.device(site.url()).page();
      hers.navigate(
          recruiter
              .rest()
              .post("/api/meetings/" + meeting + "/join")
              .expect(200)
              .field("join_url"));
      Page his = browser.device(site.url()).page();
      his.navigate(
          applicant
              .rest()
              .post("/api/meetings/" + meeting + "/join")
              .expect(200)
              .field("join_url"));
      awaitInside(hers, 2);
      for (Page page : List.of(hers, his)) {
        assertThat(page.locator("body[data-carrier=jitsi][data-state=connected]")).isVisible();
      }
    }
  }
}
