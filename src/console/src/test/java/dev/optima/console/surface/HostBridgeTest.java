package dev.optima.console.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.optima.console.surface.SurfaceEvent.Device;
import dev.optima.console.surface.SurfaceEvent.Devices;
import dev.optima.console.surface.SurfaceEvent.Media;
import dev.optima.console.surface.SurfaceEvent.Peer;
import dev.optima.console.surface.SurfaceEvent.Problem;
import dev.optima.console.surface.SurfaceEvent.ScreenAsk;
import dev.optima.console.surface.SurfaceEvent.State;
import dev.optima.console.surface.SurfaceEvent.Stats;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.CallRecording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostBridgeTest {
  private static final String READING =
      """
      {"type":"frame_stats","reading":{"at":1700000000000,"rtt":%s,"received":%s,"lost":1,"bytes":900,
      "jitter":null,"decoded":3,"width":640,"height":360,"fps":29.5,"sent":{"available":1000000},
      "connected":true}}""";

  @Test
  void each_message_of_the_page_is_understood() throws Exception {
    assertThat(HostBridge.parse("{\"type\":\"state\",\"state\":\"reconnecting\"}"))
        .isEqualTo(new State(PageState.RECONNECTING, null));
    assertThat(
            HostBridge.parse("{\"type\":\"state\",\"state\":\"ended\",\"reason\":\"elsewhere\"}"))
        .isEqualTo(new State(PageState.ENDED, "elsewhere"));
    assertThat(
            HostBridge.parse("{\"type\":\"media\",\"audio\":true,\"video\":false,\"screen\":true}"))
        .isEqualTo(new Media(true, false, true));
    assertThat(
            HostBridge.parse("{\"type\":\"peer\",\"present\":true,\"audio\":false,\"video\":true}"))
        .isEqualTo(new Peer(true, false, true));
    assertThat(
            HostBridge.parse(
                "{\"type\":\"devices\",\"microphones\":[{\"id\":\"1\",\"label\":\"Dahilî\","
                    + "\"selected\":true}],\"cameras\":[],\"speakers\":[]}"))
        .isEqualTo(new Devices(List.of(new Device("1", "Dahilî", true)), List.of(), List.of()));
    assertThat(
            HostBridge.parse(
                "{\"type\":\"stats\",\"rtt\":0.02,\"loss\":0,\"jitter\":0.004,\"bitrate\":1500000,"
                    + "\"fps\":29.5,\"width\":1280,\"height\":720,\"frames_decoded\":71,\"bars\":4}"))
        .isEqualTo(new Stats(0.02, 0.0, 0.004, 1_500_000.0, 29.5, 1280, 720, 71, 4));
    assertThat(HostBridge.parse("{\"type\":\"problem\",\"code\":\"ice_failed\"}"))
        .isEqualTo(new Problem(PageProblem.ICE_FAILED));
    assertThat(HostBridge.parse("{\"type\":\"problem\",\"code\":null}"))
        .isEqualTo(new Problem(null));
    assertThat(HostBridge.parse("{\"type\":\"no_stats\"}")).isEqualTo(new SurfaceEvent.NoStats());
    assertThat(HostBridge.parse("{\"type\":\"screen_ask\"}")).isEqualTo(new ScreenAsk());
  }

  @Test
  void what_a_providers_room_offers_is_understood() throws Exception {
    assertThat(
            HostBridge.parse(
                "{\"type\":\"offers\",\"media\":true,\"screen\":false,\"background\":true,\"lobby\":false,\"record\":true,"
                    + "\"transcribe\":false}"))
        .isEqualTo(new SurfaceEvent.Offers(true, false, true, false, true, false));
    assertThat(
            HostBridge.parse(
                "{\"type\":\"room\",\"lobby\":true,\"recording\":\"withdrawn\","
                    + "\"records\":false,\"transcribing\":false,\"background\":\"blur\"}"))
        .isEqualTo(
            new SurfaceEvent.Room(
                true, CallRecording.State.WITHDRAWN, false, false, PictureBackground.BLUR));
    assertThat(
            HostBridge.parse(
                "{\"type\":\"knocking\",\"people\":[{\"id\":\"1\",\"name\":\"Ayşe\"}]}"))
        .isEqualTo(new SurfaceEvent.Knocking(List.of(new SurfaceEvent.Knocker("1", "Ayşe"))));
    assertThat(HostBridge.parse("{\"type\":\"open_link\",\"url\":\"https://z.example/1\"}"))
        .isEqualTo(new SurfaceEvent.OpenLink("https://z.example/1"));
    assertThat(HostBridge.parse("{\"type\":\"problem\",\"code\":\"provider_login\"}"))
        .isEqualTo(new Problem(PageProblem.PROVIDER_LOGIN));
  }

  @Test
  void what_is_not_known_yet_is_absent() throws Exception {
    assertThat(
            HostBridge.parse(
                "{\"type\":\"stats\",\"width\":0,\"height\":0,\"frames_decoded\":0,\"bars\":0}"))
        .isEqualTo(new Stats(null, null, null, null, null, 0, 0, 0, 0));
  }

  @Test
  void a_problem_of_a_newer_page_is_still_a_problem() throws Exception {
    assertThat(HostBridge.parse("{\"type\":\"problem\",\"code\":\"sunspots\",\"more\":1}"))
        .isEqualTo(new Problem(PageProblem.OTHER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{",
        "[]",
        "{\"type\":\"token\"}",
        "{\"type\":\"media\",\"audio\":true}",
        "{\"type\":\"media\",\"audio\":1,\"video\":true,\"screen\":true}",
        "{\"type\":\"state\",\"state\":\"happy\"}",
        "{\"type\":\"screen_ask\"} {}"
      })
  void nonsense_is_refused(String request) {
    assertThatThrownBy(() -> HostBridge.parse(request)).isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void what_is_too_long_is_not_even_read() {
    assertThatThrownBy(() -> HostBridge.parse("{\"type\":\"screen_ask\"}" + " ".repeat(70_000)))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void a_reading_of_a_frame_is_understood() throws Exception {
    assertThat(HostBridge.parseReading(READING.formatted("0.02", "12")))
        .isEqualTo(
            new FrameReading(
                1_700_000_000_000L,
                0.02,
                12,
                1,
                900,
                null,
                3,
                640,
                360,
                29.5,
                new FrameReading.Sent(1e6, null, null),
                true));
  }

  @ParameterizedTest
  @CsvSource({
    "-0.1, 12",
    "1e9, 12",
    "'\"NaN\"', 12",
    "NaN, 12",
    "0.02, -1",
    "0.02, 1e300",
    "0.02, '\"12\"'"
  })
  void what_no_connection_has_is_no_reading(String rtt, String received) {
    assertThatThrownBy(() -> HostBridge.parseReading(READING.formatted(rtt, received)))
        .isInstanceOf(JsonProcessingException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"frame_stats\"}",
        "{\"type\":\"hang_up\"}",
        "{\"type\":\"screen\",\"on\":true}",
        "{\"type\":\"screen_ask\"}",
        "null"
      })
  void a_frame_may_say_nothing_but_a_reading(String request) {
    assertThatThrownBy(() -> HostBridge.parseReading(request))
        .isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(
            () -> HostBridge.parseReading(READING.formatted("0.02", "12") + " ".repeat(2_000)))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void commands_are_written_as_the_page_reads_them() {
    assertThat(Json.write(new PageCommand.Audio(true)))
        .isEqualTo("{\"type\":\"audio\",\"on\":true}");
    assertThat(Json.write(new PageCommand.Video(false)))
        .isEqualTo("{\"type\":\"video\",\"on\":false}");
    assertThat(Json.write(new PageCommand.Screen(true)))
        .isEqualTo("{\"type\":\"screen\",\"on\":true}");
    assertThat(Json.write(new PageCommand.SelectDevice(DeviceKind.SPEAKER, "x")))
        .isEqualTo("{\"type\":\"device\",\"kind\":\"speaker\",\"id\":\"x\"}");
    assertThat(Json.write(new PageCommand.HangUp())).isEqualTo("{\"type\":\"hang_up\"}");
    assertThat(Json.write(new PageCommand.Retry())).isEqualTo("{\"type\":\"retry\"}");
    assertThat(Json.write(new PageCommand.Language("tr")))
        .isEqualTo("{\"type\":\"language\",\"language\":\"tr\"}");
    assertThat(Json.write(new PageCommand.Background(PictureBackground.BLUR)))
        .isEqualTo("{\"type\":\"background\",\"kind\":\"blur\"}");
    assertThat(Json.write(new PageCommand.Record(true)))
        .isEqualTo("{\"type\":\"record\",\"on\":true}");
    assertThat(Json.write(new PageCommand.Admit("k1", false)))
        .isEqualTo("{\"type\":\"admit\",\"id\":\"k1\",\"yes\":false}");
    assertThat(Json.write(new PageCommand.Fallback())).isEqualTo("{\"type\":\"fallback\"}");
    FrameReading reading =
        new FrameReading(5, null, 7, 0, 900, 0.25, 3, 640, 360, 30.0, null, true);
    assertThat(Json.write(new PageCommand.FrameStats(reading)))
        .as("what is not known is null, as in the page's own readings")
        .isEqualTo(
            "{\"type\":\"frame_stats\",\"reading\":{\"at\":5,\"rtt\":null,\"received\":7,"
                + "\"lost\":0,\"bytes\":900,\"jitter\":0.25,\"decoded\":3,\"width\":640,"
                + "\"height\":360,\"fps\":30.0,\"sent\":null,\"connected\":true,"
                + "\"relayed\":null,\"audio_received\":null,\"audio_lost\":null,"
                + "\"video_received\":null,\"concealed\":null,\"samples\":null,"
                + "\"buffered\":null,\"emitted\":null,\"frozen\":null,\"dropped\":null,"
                + "\"frames\":null,\"encoded\":null}}");
  }

  @Test
  void all_that_a_browser_measures_reaches_the_page() throws Exception {
    String said =
        "{\"type\":\"frame_stats\",\"reading\":{\"at\":5,\"rtt\":0.02,\"received\":7,"
            + "\"lost\":0,\"bytes\":900,\"jitter\":0.25,\"decoded\":3,\"width\":640,"
            + "\"height\":360,\"fps\":30.0,\"sent\":{\"available\":1000000.0,\"fps\":15.0,"
            + "\"limited\":\"cpu\"},\"connected\":true,\"relayed\":false,"
            + "\"audio_received\":3,\"audio_lost\":1,\"video_received\":4,\"concealed\":480,"
            + "\"samples\":48000,\"buffered\":2.5,\"emitted\":48000,\"frozen\":0.25,"
            + "\"dropped\":1,\"frames\":4,\"encoded\":5}}";

    assertThat(Json.write(new PageCommand.FrameStats(HostBridge.parseReading(said))))
        .isEqualTo(said);
    assertThatThrownBy(() -> HostBridge.parseReading(said.replace("480,", "-480,")))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void leave_to_capture_the_screen_is_used_once_and_soon() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    ScreenGrant grant = new ScreenGrant(now::get);
    assertThat(grant.take()).isFalse();
    grant.give();
    assertThat(grant.take()).isTrue();
    assertThat(grant.take()).isFalse();
    grant.give();
    grant.withdraw();
    assertThat(grant.take()).isFalse();
    grant.give();
    now.set(Instant.EPOCH.plus(Duration.ofSeconds(10)));
    assertThat(grant.take()).isFalse();
  }
}
