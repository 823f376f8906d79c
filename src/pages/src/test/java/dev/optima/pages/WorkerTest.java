package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.PushKey;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The service worker in a real Chromium: pushes come as DevTools delivers them, the server is one
/// that can go away.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkerTest {

  /// Under the lock of page and worker: else Chromium forgets what is just being shown.
  private static final String LISTED =
      "() => navigator.serviceWorker.getRegistration('/a')"
          + ".then(r => navigator.locks.request('optima-notifications', () => r.getNotifications()))";

  private static final String NOTES =
      LISTED
          + ".then(all => all.map(n =>"
          + " [n.title, n.body, n.tag, n.requireInteraction, n.actions.map(a => a.title).join('/')].join('|')))";

  private static final String QUIET =
      LISTED + ".then(all => all.every(n => n.silent && !n.renotify))";

  /// An uncompressed point of P-256, in base64url.
  private static final String KEY =
      "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM";

  /// The push service of the browser's maker, which no test can reach.
  private static final String PUSH_SERVICE =
      """
      let kept = null;
      PushManager.prototype.getSubscription = async () => kept;
      PushManager.prototype.subscribe = async ({ applicationServerKey: key }) => {
        window.key = key.length;
        kept = {
          endpoint: 'https://push.example/1', options: { applicationServerKey: key.buffer },
          toJSON: () => ({ endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } }),
          unsubscribe: async () => { kept = null; return true; },
        };
        return kept;
      };
      """;

  private Browsers browsers;
  private PageServer server;
  private BrowserContext context;
  private ScriptedBackend backend;
  private Page page;
  private Page beside;
  private CDPSession tools;
  private String registration = "";

  @BeforeAll
  void open() {
    browsers = Browsers.withDevices();
    server = new PageServer();
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      browsers.close();
      server.close();
    }
  }

  @BeforeEach
  void person() {
    server.worker = new WorkerFile("one");
    context = browsers.browser().newContext();
    context.grantPermissions(
        List.of("notifications"),
        new BrowserContext.GrantPermissionsOptions().setOrigin(server.origin()));
    backend = new ScriptedBackend(Story.JOHN, Role.APPLICANT);
    server.serve(backend);
    beside = context.newPage();
    beside.navigate(server.origin() + "/call/none");
    registration = "";
    tools = context.newCDPSession(beside);
    tools.on("ServiceWorker.workerRegistrationUpdated", this::note);
    tools.send("ServiceWorker.enable");
    page = context.newPage();
    Strict.watch(page);
  }

  private void note(JsonObject event) {
    for (JsonElement one : event.getAsJsonArray("registrations")) {
      registration = one.getAsJsonObject().get("registrationId").getAsString();
    }
  }

  @AfterEach
  void leave() {
    Browsers.leave(context);
    server.serve(null);
    assertThat(backend.broken).isEmpty();
  }

  private void home(String language) {
    backend.rest.put(
        "GET /api/sessions/current", r -> new ScriptedBackend.Answer(200, Story.john(language)));
    page.navigate(server.origin() + "/a");
    assertThat(page.locator("body[data-connection=online]")).isVisible();
    page.evaluate("navigator.serviceWorker.ready");
    page.waitForCondition(() -> !registration.isEmpty());
    page.waitForCondition(
        () -> page.evaluate("navigator.serviceWorker.controller !== null").equals(true));
    assertThat(page.locator("body[data-worker=ready]")).isVisible();
  }

  private void push(Map<String, Object> payload) {
    var params = new JsonObject();
    params.addProperty("origin", server.origin());
    params.addProperty("registrationId", registration);
    params.addProperty("data", Json.write(payload));
    tools.send("ServiceWorker.deliverPushMessage", params);
  }

  private void ring(String id) {
    push(
        Map.of(
            "type", "ring",
            "call_id", id,
            "room_id", "applicant_john",
            "caller_name", "Elif Kaya",
            "expires_at", Instant.now().plusSeconds(45).toString()));
  }

  /// A call of its own: what shows itself without being asked to stay, the browser puts away by its
  /// tag after some seconds, whichever context of the tests it was shown in.
  private static String fresh() {
    return "c-" + UUID.randomUUID();
  }

  // Asked from beside: a page that is not the applicant's, and so counts as no open tab.
  private List<?> notes() {
    return (List<?>) beside.evaluate(NOTES);
  }

  /// Lets the worker itself do something.
  private void inWorker(String script) {
    CDPSession browser = browsers.browser().newBrowserCDPSession();
    for (JsonElement target : browser.send("Target.getTargets").getAsJsonArray("targetInfos")) {
      JsonObject info = target.getAsJsonObject();
      if (info.get("type").getAsString().equals("service_worker")
          && info.get("url").getAsString().equals(server.origin() + "/sw.js")) {
        var attach = new JsonObject();
        attach.addProperty("targetId", info.get("targetId").getAsString());
        attach.addProperty("flatten", false);
        var say = new JsonObject();
        say.add("sessionId", browser.send("Target.attachToTarget", attach).get("sessionId"));
        say.addProperty("message", evaluation(script));
        browser.send("Target.sendMessageToTarget", say);
      }
    }
    browser.detach();
  }

  private static String evaluation(String script) {
    var params = new JsonObject();
    params.addProperty("expression", script);
    params.addProperty("awaitPromise", true);
    var command = new JsonObject();
    command.addProperty("id", 1);
    command.addProperty("method", "Runtime.evaluate");
    command.add("params", params);
    return command.toString();
  }

  /// Goes elsewhere. The page that is left still answers the worker for a moment, as one looked at.
  private void leavePage() {
    page.navigate("about:blank");
    beside.evaluate(
        "() => { window.told = new BroadcastChannel('windows');"
            + " window.told.onmessage = ({data}) => { window.pagesOpen = data; }; }");
    page.waitForCondition(
        () -> {
          inWorker(
              "windows().then(all => new BroadcastChannel('windows').postMessage(all.length))");
          return beside.evaluate("window.pagesOpen === 0").equals(true);
        });
  }

  private void notes(String... expected) {
    page.waitForCondition(() -> notes().equals(List.of(expected)));
  }

  @Test
  void aPageThatIsClosedRingsInItsOwnLanguageUntilItIsOver() {
    String first = fresh();
    home("tr");
    leavePage();

    ring(first);
    notes(
        "Elif Kaya arıyor…|Görüntülü aramayı yanıtlamak için tıklayın.|ring-"
            + first
            + "|true|Kabul Et/Aç");

    push(Map.of("type", "ring_over", "call_id", first, "outcome", "missed"));
    notes("Cevapsız arama: Elif Kaya||ring-" + first + "|false|");
  }

  @ParameterizedTest
  @CsvSource({
    "answered,,Answered on another device|Elif Kaya",
    "declined,Elif Kaya,Declined on another device|Elif Kaya",
    "cancelled,Elif Kaya,Missed call from Elif Kaya|",
    "a_later_version,,Missed call from Elif Kaya|"
  })
  void theEndOfARingTakesItsPlaceQuietly(String outcome, @Nullable String caller, String said) {
    String first = fresh();
    home("en");
    leavePage();
    ring(first);
    page.waitForCondition(() -> notes().size() == 1);
    push(over(first, outcome, caller));
    notes(said + "|ring-" + first + "|false|");
    assertThat(beside.evaluate(QUIET)).isEqualTo(true);
  }

  private static Map<String, Object> over(String id, String outcome, @Nullable String caller) {
    var said = new HashMap<String, Object>();
    said.putAll(Map.of("type", "ring_over", "call_id", id, "outcome", outcome));
    said.put("at", Instant.now().toString());
    if (caller != null) {
      said.put("caller_name", caller);
    }
    return said;
  }

  @Test
  void aDeviceThatWasOffHearsTheLastWordOnly() {
    String first = fresh();
    String second = fresh();
    home("en");
    leavePage();
    push(over(first, "missed", null));
    notes("Missed call||ring-" + first + "|false|");
    ring(first);
    push(over(second, "answered", null));
    page.waitForCondition(() -> notes().size() == 2);
    assertThat(notes().stream().map(String::valueOf))
        .containsExactlyInAnyOrder(
            "Missed call||ring-" + first + "|false|",
            "Answered on another device||ring-" + second + "|false|");
  }

  @Test
  void thePageThatOpensPutsAwayWhatNoLongerRings() {
    home("en");
    leavePage();
    ring("live");
    ring("long-over");
    page.waitForCondition(() -> notes().size() == 2);
    backend.live = List.of(Story.ring("live", 45));
    context.addInitScript("document.hasFocus = () => false");
    home("en");
    page.waitForCondition(() -> notes().size() == 1);
    assertThat(String.valueOf(notes().getFirst())).contains("|ring-live|");
    ring("later");
    page.waitForCondition(() -> notes().size() == 2);
  }

  @Test
  void whoLooksAtThePageNeedsNoWordOfWhatWasMissed() {
    String first = fresh();
    String second = fresh();
    home("en");
    leavePage();
    push(over(first, "missed", "Elif Kaya"));
    notes("Missed call from Elif Kaya||ring-" + first + "|false|");
    home("en");
    notes();
    ring(second);
    page.waitForCondition(() -> notes().size() == 1);
    push(over(second, "answered", null));
    notes();
  }

  @Test
  void aRingEndsByItselfThoughNobodyTells() {
    home("en");
    leavePage();
    push(
        Map.of(
            "type", "ring",
            "call_id", "c2",
            "caller_name", "Elif Kaya",
            "expires_at", Instant.now().plusSeconds(3).toString()));
    page.waitForCondition(() -> !notes().isEmpty());
    notes();
  }

  private static Map<String, Object> reminder(String id, String kind, Instant at) {
    return Map.of(
        "type",
        "meeting",
        "kind",
        kind,
        "meeting_id",
        id,
        "room_id",
        "applicant_john",
        "title",
        "First interview",
        "scheduled_time",
        at.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "en,day_before,Reminder: First interview|Wed 25 Nov",
    "en,soon,Soon: First interview|Wed 25 Nov",
    "tr,soon,Az sonra: First interview|25 Kas Çar",
    "en,nudge,You are expected: First interview|Wed 25 Nov",
    "tr,running_late,Ekip gecikiyor: First interview|25 Kas Çar"
  })
  void aReminderOfAnInterviewIsShownWhileNobodyLooks(String language, String kind, String said) {
    home(language);
    leavePage();
    var noon = LocalDateTime.of(2099, 11, 25, 12, 30).atZone(ZoneId.systemDefault());
    push(reminder("m1", kind, noon.toInstant()));
    page.waitForCondition(() -> notes().size() == 1);
    assertThat(String.valueOf(notes().getFirst()))
        .startsWith(said)
        .endsWith(" 12:30|meeting-m1|false|");
  }

  @Test
  void aReminderThatCameTooLateRemindsOfNothingAndAPageThatIsLookedAtSaysItItself() {
    home("en");
    push(reminder("seen", "soon", Instant.now().plusSeconds(900)));
    leavePage();
    push(reminder("late", "soon", Instant.now().minusSeconds(60)));
    push(reminder("missed", "nudge", Instant.now().minusSeconds(300)));
    page.waitForCondition(() -> !notes().isEmpty());
    assertThat(notes()).singleElement().asString().contains("|meeting-missed|");
  }

  @Test
  void aRingThatCameTooLateIsNoRing() {
    home("en");
    leavePage();
    push(
        Map.of(
            "type", "ring",
            "call_id", "late",
            "caller_name", "Elif Kaya",
            "expires_at", Instant.now().minusSeconds(1).toString()));
    push(Map.of("type", "a_later_version"));
    push(
        Map.of(
            "type", "message",
            "room_id", "applicant_john",
            "sender_name", "Elif Kaya",
            "body", "Are you <b>there</b>?",
            "seq", 7));
    notes("Message from Elif Kaya|Are you <b>there</b>?|message-applicant_john|false|");
  }

  @Test
  void aTabThatRingsSparesTheNotificationAndOneThatLostItsLineDoesNot() {
    home("en");
    backend.say(Story.incoming(Story.ring("c1", 45)));
    assertThat(page.getByTestId("ring")).isVisible();
    ring("c1");
    push(
        Map.of(
            "type", "message",
            "room_id", "applicant_john",
            "sender_name", "Elif Kaya",
            "body", "seen already",
            "seq", 7));

    ring("c2");
    notes("Elif Kaya is calling…|Click to answer the video call.|ring-c2|true|Accept/Open");
  }

  @Test
  void acceptOnTheNotificationAnswersInTheOpenTab() {
    home("en");
    backend.rest.put(
        "POST /api/video-calls/c1/join",
        r -> new ScriptedBackend.Answer(503, Map.of("code", "unavailable")));
    ring("c1");
    page.waitForCondition(() -> notes().size() == 1);
    inWorker(
        "self.registration.getNotifications().then(([notification]) => {"
            + " self.dispatchEvent(new NotificationEvent('notificationclick', {notification, action: 'accept'})); })");
    notes();

    CallSnapshot ring = Story.ring("c1", 45);
    backend.say(Story.incoming(ring));
    assertThat(backend.await(ClientMessage.VideoCallAccept.class, 1)).hasSize(1);
    assertThat(page.locator("body[data-ring=answering]")).isVisible();
  }

  @Test
  void theServerReachesTheBrowserAsLongAsItMay() {
    List<String> told = new CopyOnWriteArrayList<>();
    backend.rest.put("GET /api/push/key", r -> new ScriptedBackend.Answer(200, new PushKey(KEY)));
    backend.rest.put(
        "POST /api/push/subscriptions",
        r -> {
          told.add(r.postData());
          return new ScriptedBackend.Answer(204, null);
        });
    backend.rest.put(
        "DELETE /api/push/subscriptions",
        r -> {
          told.add(r.url().replaceAll(".*endpoint=", ""));
          return new ScriptedBackend.Answer(204, null);
        });
    backend.rest.put("DELETE /api/sessions/current", r -> new ScriptedBackend.Answer(204, null));
    context.addInitScript(PUSH_SERVICE);
    home("en");

    page.waitForCondition(() -> told.size() == 1);
    assertThat(told.getFirst()).contains("https://push.example/1").contains("p256dh");
    page.getByTestId("notifications").click();
    assertThat(page.getByTestId("notify-more")).containsText("Also when this page is closed");
    assertThat(page.evaluate("window.key")).isEqualTo(65);

    page.getByTestId("notify-switch").click();
    page.waitForCondition(() -> told.size() == 2);
    assertThat(told.getLast()).isEqualTo("https%3A%2F%2Fpush.example%2F1");
    page.getByTestId("notify-switch").click();
    page.waitForCondition(() -> told.size() == 3);
    page.keyboard().press("Escape");

    page.getByTestId("sign-out-open").click();
    page.getByTestId("sign-out-confirm").click();
    assertThat(page.locator("body[data-screen=signed_out]")).isVisible();
    assertThat(told).hasSize(4);
    assertThat(backend.requests.indexOf("DELETE /api/sessions/current"))
        .isGreaterThan(backend.requests.lastIndexOf("DELETE /api/push/subscriptions"));
  }

  @Test
  void withoutConnectionTheShellSaysSoAndNothingElseWasKept() {
    home("en");
    backend.down = true;
    backend.cut();

    page.reload();
    assertThat(page.locator("body[data-screen=offline_start]")).isVisible();
    List<?> kept =
        (List<?>)
            page.evaluate(
                "caches.keys().then(names => Promise.all(names.map(n => caches.open(n).then(c => c.keys()))))"
                    + ".then(all => all.flat().map(r => new URL(r.url).pathname))");
    assertThat(kept)
        .isNotEmpty()
        .allMatch(
            path ->
                List.of("/a", "/words").contains(path) || path.toString().startsWith("/pages/"));

    backend.down = false;
    assertThat(page.locator("body[data-connection=online]")).isVisible();
  }

  @Test
  void aNewDeploymentTakesThePlaceOfTheOld() {
    home("en");
    server.worker = new WorkerFile("two");
    page.reload();
    assertThat(page.locator("body[data-connection=online]")).isVisible();
    page.waitForCondition(
        () ->
            page.evaluate("caches.keys().then(names => names.sort().join())")
                .equals("optima-shell-two,optima-words"));
  }
}
