package dev.optima.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The pages' pure modules, asked in the engine that runs them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogicTest {

  private Browsers browsers;
  private PageServer server;
  private Page page;

  @BeforeAll
  void open() {
    browsers = Browsers.withDevices();
    server = new PageServer();
    page = browsers.browser().newPage();
    page.navigate(server.origin() + "/pages/shared/icon.svg");
    page.navigate(server.origin() + "/call/none");
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      browsers.close();
      server.close();
    }
  }

  private Object ask(String module, String expression) {
    return page.evaluate("import('/pages/" + module + "').then(m => " + expression + ")");
  }

  @Test
  void aSpanNamesBothOffsetsWhereTheClockIsChanged() {
    assertThat(
            ask(
                "meeting/when.js",
                """
                [m.hours('2027-10-31T00:30:00Z', 30, 'en-GB', 'Europe/Berlin'),
                 m.hours('2027-10-30T23:30:00Z', 30, 'tr', 'Europe/Berlin')]
                  .map(text => text.replaceAll('\\u00a0', ' '))"""))
        .isEqualTo(List.of("02:30 GMT+2 – 02:00 GMT+1", "01:30 – 02:00"));
  }

  @Test
  void anAnswerCutOffInTheMiddleIsNoAnswer() {
    assertThat(
            ask(
                "shared/api.js",
                """
                (async () => {
                  const real = window.fetch;
                  const cut = (ok, status) => { window.fetch = async () =>
                    ({ ok, status, text: async () => { throw new TypeError('network error'); } }); };
                  const told = async (ok, status) => {
                    cut(ok, status);
                    return m.request('GET', '/api/me').then(() => 'answer', (p) => p.code + ' ' + p.passing);
                  };
                  try {
                    return [await told(true, 200), await told(false, 503), await told(false, 403)];
                  } finally {
                    window.fetch = real;
                  }
                })()"""))
        .isEqualTo(List.of("unreachable true", "unavailable true", "invalid false"));
  }

  /// The console's Chromium has such a worker: it is loaded, and no message ever comes.
  @Test
  void ticksComeThoughTheWorkerNeverSaysAWord() {
    assertThat(
            ask(
                "call/ticks.js",
                """
                (async () => {
                  const real = window.Worker;
                  const told = { asked: 0, over: 0 };
                  window.Worker = class extends EventTarget {
                    postMessage() { told.asked += 1; }
                    terminate() { told.over += 1; }
                  };
                  try {
                    const stop = await new Promise(done => {
                      let ticks = 0;
                      const end = m.every(20, () => { ticks += 1; if (ticks === 3) done(end); });
                    });
                    stop();
                    return [told.asked, told.over];
                  } finally {
                    window.Worker = real;
                  }
                })()"""))
        .isEqualTo(List.of(1, 1));
  }

  @Test
  void aWorkerThatSpeaksTakesThePlaceOfThePagesTimer() {
    assertThat(
            ask(
                "call/ticks.js",
                """
                (async () => {
                  const real = window.Worker;
                  let worker;
                  window.Worker = class extends EventTarget {
                    constructor() { super(); worker = this; }
                    postMessage() {}
                    terminate() {}
                  };
                  try {
                    let ticks = 0;
                    const stop = m.every(50, () => { ticks += 1; });
                    const say = () => worker.dispatchEvent(new MessageEvent('message'));
                    say();
                    await new Promise(later => setTimeout(later, 200));
                    const silent = ticks;
                    say();
                    say();
                    stop();
                    return [silent, ticks];
                  } finally {
                    window.Worker = real;
                  }
                })()"""))
        .isEqualTo(List.of(0, 2));
  }

  @Test
  void lengthsAreReadable() {
    assertThat(ask("shared/time.js", "[0, 7, 65, 1102, 3723].map(m.length)"))
        .isEqualTo(List.of("0:00", "0:07", "1:05", "18:22", "1:02:03"));
  }

  @Test
  void daysAreCountedByTheCalendarNotByHours() {
    assertThat(
            ask(
                "shared/time.js",
                "m.daysBetween(new Date(2026, 9, 24, 23, 59), new Date(2026, 9, 25, 0, 1))"))
        .isEqualTo(1);
  }

  @Test
  void initialsFollowTheLanguage() {
    assertThat(
            ask(
                "shared/person.js",
                "[m.initials('ilker can', 'tr-TR'), m.initials('Ayşe Nur Yılmaz', 'en-GB'), m.initials('', 'en')]"))
        .isEqualTo(List.of("İC", "AY", "?"));
  }

  /// The same samples as in the console's AvatarTest: one person, one colour, wherever it is drawn.
  @Test
  void aNameHasTheColourThatItHasInTheConsole() {
    assertThat(
            ask(
                "shared/person.js",
                "['Elif Kaya', 'John Doe', 'Ayşe Nur Yılmaz', 'İlker Can', '李小龍', '', 'a'].map(m.colour)"))
        .isEqualTo(List.of(0, 3, 0, 2, 3, 0, 2));
  }

  @Test
  void onlyNewerSnapshotsCount() {
    assertThat(
            ask(
                "shared/calls.js",
                "(c => [c.apply({call_id: 'a', version: 2}), c.apply({call_id: 'a', version: 2}), c.apply({call_id: 'a', version: 1}), c.apply({call_id: 'a', version: 3})])(new m.Calls())"))
        .isEqualTo(List.of(true, false, false, true));
  }

  @Test
  void theLengthRunsOnlyWhileBothAreThere() {
    String start = "Date.parse('2026-01-01T00:00:00Z')";
    assertThat(
            ask(
                "shared/calls.js",
                "(l => { l.take({duration: 10, together_since: '2026-01-01T00:00:00Z'}, "
                    + start
                    + "); const a = l.at("
                    + start
                    + " + 5000); l.take({duration: 15}, "
                    + start
                    + " + 5000); return [a, l.at("
                    + start
                    + " + 60000)]; })(new m.Length())"))
        .isEqualTo(List.of(15, 15));
  }

  @Test
  void waitingDoublesUpToACeilingAndIsJittered() {
    assertThat(
            ask(
                "shared/backoff.js",
                "(b => [1, 2, 3, 4, 5, 6].map(() => b.next()))(new m.Backoff({first: 100, most: 800, random: () => 1}))"))
        .isEqualTo(List.of(100, 200, 400, 800, 800, 800));
    assertThat(ask("shared/backoff.js", "new m.Backoff({first: 100, random: () => 0}).next()"))
        .isEqualTo(50);
  }

  @Test
  void aQuickAnswerKnowsTheServersTimeBetterThanASlowOne() {
    assertThat(
            ask(
                "shared/server-clock.js",
                "(() => { let now = 1000; const c = new m.ServerClock(() => now); now = 1100; c.learn(new Date(6050).toISOString(), 1000); const quick = c.offset; now = 9000; c.learn(new Date(20000).toISOString(), 2000); return [quick, c.offset]; })()"))
        .isEqualTo(List.of(5000, 5000));
  }

  @Test
  void anInstanceThatIsNewStartsAFreshConnection() {
    String pair = "{me: 'a', other: null}";
    assertThat(
            ask(
                "call/negotiation.js",
                "m.meet(" + pair + ", {kind: 'hello', instance: 'b', to: null})"))
        .isEqualTo(
            java.util.Map.of(
                "pair", java.util.Map.of("me", "a", "other", "b"), "act", "new", "reply", true));
    assertThat(
            ask(
                "call/negotiation.js",
                "m.meet({me: 'a', other: 'b'}, {kind: 'hello', instance: 'b', to: 'a'}).act"))
        .isEqualTo("again");
    assertThat(
            ask(
                "call/negotiation.js",
                "m.meet({me: 'a', other: 'b'}, {kind: 'hello', instance: 'c', to: 'a'}).act"))
        .isEqualTo("new");
    assertThat(
            ask(
                "call/negotiation.js",
                "m.meet({me: 'a', other: 'b'}, {kind: 'candidate', instance: 'b', to: 'a'}).act"))
        .isEqualTo("use");
    assertThat(
            ask(
                "call/negotiation.js",
                "m.meet({me: 'a2', other: 'b'}, {kind: 'candidate', instance: 'b', to: 'a1'})"))
        .isEqualTo(
            java.util.Map.of(
                "pair",
                java.util.Map.of("me", "a2", "other", "b"),
                "act",
                "ignore",
                "reply",
                true));
  }

  @Test
  void onlyThePoliteSideGivesWayInACollision() {
    String offer = "{type: 'offer'}";
    assertThat(
            ask(
                "call/negotiation.js",
                "m.takes("
                    + offer
                    + ", {polite: false, makingOffer: true, signalingState: 'stable'})"))
        .isEqualTo(false);
    assertThat(
            ask(
                "call/negotiation.js",
                "m.takes("
                    + offer
                    + ", {polite: true, makingOffer: true, signalingState: 'have-local-offer'})"))
        .isEqualTo(true);
    assertThat(
            ask(
                "call/negotiation.js",
                "m.takes({type: 'answer'}, {polite: true, makingOffer: false, signalingState: 'stable'})"))
        .isEqualTo(false);
  }

  @Test
  void qualityIsTheDifferenceOfTwoReadings() {
    assertThat(
            ask(
                "call/quality.js",
                "(r => [r.loss, r.bitrate, r.fps, r.bars])(m.compare({at: 0, bytes: 0, received: 0, lost: 0, decoded: 0}, {at: 2000, bytes: 250000, received: 95, lost: 5, decoded: 60, rtt: 0.02, jitter: 0, width: 1, height: 1}, true))"))
        .isEqualTo(List.of(0.05, 1_000_000, 30, 2));
    assertThat(ask("call/quality.js", "m.bars({rtt: 0.04, loss: 0})")).isEqualTo(4);
  }

  @Test
  void aStrainedMachineSendsASmallerPictureAndARestedOneALargerAgain() {
    String strained = "{fps: 8, source: 30, reason: 'cpu', available: null}";
    String calm = "{fps: 30, source: 30, reason: 'none', available: null}";
    String run =
        "(() => { const steps = []; let r = m.TOP; const go = (n, s) => { for (let i = 0; i < n; i++) r = m.climb(r, s);"
            + " steps.push(r.step); }; go(3, A); go(1, A); go(40, A); go(20, B); go(40, B); return steps; })()";
    assertThat(ask("call/ladder.js", run.replace("A", strained).replace("B", calm)))
        .isEqualTo(List.of(0, 1, 2, 1, 0));
    assertThat(ask("call/ladder.js", "m.climb({step: 1, strain: 3, calm: 9}, null)"))
        .isEqualTo(java.util.Map.of("step", 1, "strain", 0, "calm", 0));
  }

  @Test
  void aRingFollowsTheNewestCallOnly() {
    String now = "Date.parse('2026-01-01T00:00:30Z')";
    String late =
        "{type: 'incoming', call: {call_id: 'a', state: 'RINGING', created_at: '2026-01-01T00:00:00Z'}, expiresAt: '2026-01-01T00:00:10Z'}";
    String fine =
        "{type: 'incoming', call: {call_id: 'b', state: 'RINGING', created_at: '2026-01-01T00:00:20Z'}, expiresAt: '2026-01-01T00:01:00Z'}";
    String older = fine.replace("'b'", "'c'").replace("00:00:20Z", "00:00:05Z");
    assertThat(ask("applicant/ring.js", "m.ringing(m.SILENT, " + late + ", " + now + ").phase"))
        .isEqualTo("none");
    assertThat(ask("applicant/ring.js", "m.ringing(m.SILENT, " + fine + ", " + now + ").phase"))
        .isEqualTo("ringing");
    assertThat(
            ask(
                "applicant/ring.js",
                "m.ringing(m.ringing(m.SILENT, "
                    + fine
                    + ", "
                    + now
                    + "), "
                    + older
                    + ", "
                    + now
                    + ").call.call_id"))
        .isEqualTo("b");
    assertThat(
            ask(
                "applicant/ring.js",
                "m.ringing(m.ringing(m.SILENT, "
                    + fine
                    + ", "
                    + now
                    + "), {type: 'tick'}, "
                    + now
                    + " + 30000).why"))
        .isEqualTo("expired");
  }

  @Test
  void addressesEndWhereTheSentenceGoesOn() {
    assertThat(
            ask(
                "applicant/links.js",
                "m.pieces('See (https://a.example/x_(y)), or http://b.example.').filter(p => p.href).map(p => p.text)"))
        .isEqualTo(List.of("https://a.example/x_(y)", "http://b.example"));
    assertThat(ask("applicant/links.js", "m.pieces('javascript:alert(1) ftp://x').length"))
        .isEqualTo(1);
  }

  @Test
  void mailAddressesAreLinksAndNothingElseIs() {
    assertThat(
            ask(
                "applicant/links.js",
                "m.pieces('Write to ayşe.yılmaz@örnek.com.tr, or mailto:jobs@example.org; not data:text/html,x or file:///etc or a@b').filter(p => p.href).map(p => p.text)"))
        .isEqualTo(List.of("ayşe.yılmaz@örnek.com.tr", "mailto:jobs@example.org"));
  }

  @Test
  void wordsAndReactionsThatOvertakeEachOtherBothStay() {
    String late =
        "(() => { const e = new m.Entries(); const base = {seq: 1, message_id: 'a', body: 'old'}; e.put(base);"
            + " e.react('a', [{emoji: 'x', by: ['u']}], 7); e.put({...base, body: 'new', change: 6, reactions: []});"
            + " return [e.get(1).body, e.get(1).reactions.length]; })()";
    assertThat(ask("applicant/chat-entries.js", late)).isEqualTo(List.of("new", 1));
  }

  @Test
  void sizesAndNamesOfFilesAreReadable() {
    assertThat(
            ask(
                "applicant/files.js",
                "[m.sizeText(999, 'en'), m.sizeText(248000, 'en'), m.sizeText(1250000, 'tr-TR'), m.sizeText(99950000, 'en')]"))
        .isEqualTo(List.of("999 B", "248 KB", "1,3 MB", "100 MB"));
    assertThat(
            ask(
                "applicant/files.js",
                "['cv.pdf', '.bashrc', 'no ending', 'a.b.tar.gz'].map(n => Object.values(m.nameParts(n)).join('|'))"))
        .isEqualTo(List.of("cv|.pdf", ".bashrc|", "no ending|", "a.b.tar|.gz"));
  }

  @Test
  void theWorseOfTwoMissingDevicesIsNamed() {
    assertThat(
            ask(
                "call/problems.js",
                "[m.devicesProblem({audio: null, video: null}), m.devicesProblem({audio: 'microphone_denied', video: 'camera_denied'}), m.devicesProblem({audio: null, video: 'no_device'}), m.devicesProblem({audio: 'device_busy', video: 'no_device'})]"))
        .isEqualTo(java.util.Arrays.asList(null, "both_denied", "no_camera", "device_busy"));
  }
}
