package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.call.CallHappening.Kind;
import dev.optima.protocol.message.ClientMessage.VideoCallEvent;
import dev.optima.protocol.message.ClientMessage.VideoCallQuality;
import dev.optima.protocol.message.ClientMessage.VideoCallQuality.Limit;
import dev.optima.scripted.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the backend is told of a call over Jitsi: what the console reads out of its frame, and what
/// happens to devices and networks there.
class JitsiReportsTest {
  @RegisterExtension static final HostedCall hosted = new HostedCall();

  /// The n-th reading of the frame, two seconds after the one before.
  private static String reading(int n, boolean connected, boolean relayed) {
    return """
        {type: 'frame_stats', reading: {at: %d, rtt: 0.04, received: %d, lost: %d, bytes: %d, jitter: 0.003,
         decoded: %d, width: 1280, height: 720, fps: 29, sent: {available: 900000, fps: 24, limited: 'bandwidth'},
         connected: %b, relayed: %b, audio_received: %d, audio_lost: %d, video_received: %d, concealed: %d,
         samples: %d, buffered: %d, emitted: %d, frozen: 0, dropped: 0, frames: %d, encoded: %d}}"""
        .formatted(
            1000 + 2000 * n,
            498 * n,
            2 * n,
            400_000 * n,
            58 * n,
            connected,
            relayed,
            99 * n,
            n,
            399 * n,
            960 * n,
            96_000 * n,
            4_800 * n,
            96_000 * n,
            58 * n,
            48 * n);
  }

  private static List<Kind> events(HostedSide side) {
    return side.backend.heard(VideoCallEvent.class).stream().map(VideoCallEvent::event).toList();
  }

  private static List<VideoCallQuality> reports(HostedSide side) {
    return side.backend.heard(VideoCallQuality.class);
  }

  @Test
  void whatTheConsoleReadsIsReportedOnlyWhileTheFrameIsConnected() {
    hosted.jitsi.attend(JitsiTickets.ROOM, "John Doe");
    HostedSide elif = hosted.elif().inConsole();
    elif.join(hosted.call);
    hosted.active();
    assertThat(elif.body("[data-state=connected]")).isVisible();

    for (int n = 0; n < 5; n++) {
      elif.command(reading(n, false, false));
      elif.page.waitForTimeout(1_200);
    }
    assertThat(reports(elif)).isEmpty();

    for (int n = 5; n < 12 && reports(elif).isEmpty(); n++) {
      elif.command(reading(n, true, true));
      elif.page.waitForTimeout(1_200);
    }
    VideoCallQuality report = reports(elif).getFirst();
    assertThat(report.loss()).isEqualTo(0.004);
    assertThat(report.audioLoss()).isEqualTo(0.01);
    assertThat(report.concealed()).isEqualTo(0.01);
    assertThat(report.buffer()).isEqualTo(0.05);
    assertThat(report.frozen()).isZero();
    assertThat(report.fps()).isEqualTo(29);
    assertThat(report.sentFps()).isEqualTo(24);
    assertThat(report.available()).isEqualTo(900_000);
    assertThat(report.limited()).isEqualTo(Limit.BANDWIDTH);
    elif.until(() -> events(elif).contains(Kind.RELAYED));
    assertThat(events(elif)).contains(Kind.NETWORK_LOST, Kind.NETWORK_BACK);
  }

  @Test
  void devicesAreToldWhoeverPressed() {
    hosted.jitsi.attend(JitsiTickets.ROOM, "John Doe");
    HostedSide elif = hosted.elif().inConsole();
    Frame frame = elif.join(hosted.call);
    hosted.active();
    elif.until(() -> events(elif).containsAll(List.of(Kind.MICROPHONE_ON, Kind.CAMERA_ON)));
    int begun = events(elif).size();

    hosted.jitsi.mute(frame, "audio", true);
    elif.until(() -> events(elif).contains(Kind.MICROPHONE_OFF));
    elif.command("{type: 'video', on: false}");
    elif.until(() -> events(elif).contains(Kind.CAMERA_OFF));
    elif.command("{type: 'screen', on: true}");
    elif.until(() -> events(elif).contains(Kind.SHARING_STARTED));
    elif.command("{type: 'screen', on: false}");
    elif.until(() -> events(elif).contains(Kind.SHARING_STOPPED));

    assertThat(events(elif).subList(begun, events(elif).size()))
        .containsExactly(
            Kind.MICROPHONE_OFF, Kind.CAMERA_OFF, Kind.SHARING_STARTED, Kind.SHARING_STOPPED);
    assertThat(reports(elif)).as("nothing was read, so nothing is known").isEmpty();
  }
}
