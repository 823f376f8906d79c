package dev.optima.console.call;

import dev.optima.console.i18n.Message;
import dev.optima.console.look.Outcomes;
import dev.optima.console.look.ProviderWords;
import dev.optima.protocol.call.CallHappening;
import dev.optima.protocol.message.CallSnapshot;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// The words and the picture for each thing that can happen in a call.
final class HappeningWords {
  private HappeningWords() {}

  /// What happened, without who did it.
  static Message what(CallHappening.Kind kind) {
    return switch (kind) {
      case RINGING -> Message.of("timeline.ringing");
      case OPENED -> Message.of("timeline.opened");
      case ACCEPTED -> Message.of("timeline.accepted");
      case STARTED -> Message.of("timeline.started");
      case RECONNECTING -> Message.of("timeline.reconnecting");
      case RESUMED -> Message.of("timeline.resumed");
      case JOINED -> Message.of("timeline.joined");
      case LEFT -> Message.of("timeline.left");
      case INVITED -> Message.of("timeline.invited");
      case CAME_IN -> Message.of("timeline.cameIn");
      case MOVED -> Message.of("timeline.moved");
      case ENDED -> Message.of("timeline.ended");
      case CAMERA_ON -> Message.of("timeline.cameraOn");
      case CAMERA_OFF -> Message.of("timeline.cameraOff");
      case MICROPHONE_ON -> Message.of("timeline.microphoneOn");
      case MICROPHONE_OFF -> Message.of("timeline.microphoneOff");
      case SHARING_STARTED -> Message.of("timeline.sharingStarted");
      case SHARING_STOPPED -> Message.of("timeline.sharingStopped");
      case CAMERA_LOST -> Message.of("timeline.cameraLost");
      case MICROPHONE_LOST -> Message.of("timeline.microphoneLost");
      case DEVICE_CHANGED -> Message.of("timeline.deviceChanged");
      case NETWORK_LOST -> Message.of("timeline.networkLost");
      case NETWORK_BACK -> Message.of("timeline.networkBack");
      case ICE_RESTARTED -> Message.of("timeline.iceRestarted");
      case RELAYED -> Message.of("timeline.relayed");
      case OFFLINE -> Message.of("timeline.offline");
      case ONLINE -> Message.of("timeline.online");
    };
  }

  /// More about it, where there is more that somebody can read.
  static Optional<Message> more(CallHappening happening, CallSnapshot call) {
    if (happening.kind() == CallHappening.Kind.ENDED) {
      return call.outcome() == null ? Optional.empty() : Optional.of(Outcomes.word(call));
    }
    String detail = happening.detail();
    if (detail == null || detail.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (happening.kind()) {
          case MOVED -> ProviderWords.name(detail);
          case DEVICE_CHANGED -> device(detail);
          default -> Message.of("timeline.detail", detail);
        });
  }

  private static Message device(String kind) {
    return switch (kind) {
      case "audio", "microphone", "audioinput" -> Message.of("timeline.device.microphone");
      case "video", "camera", "videoinput" -> Message.of("timeline.device.camera");
      case "speaker", "audiooutput" -> Message.of("timeline.device.speaker");
      default -> Message.of("timeline.detail", kind);
    };
  }

  static Feather icon(CallHappening.Kind kind) {
    return switch (kind) {
      case RINGING -> Feather.PHONE_OUTGOING;
      case OPENED -> Feather.LOG_IN;
      case ACCEPTED -> Feather.PHONE_INCOMING;
      case STARTED -> Feather.PHONE_CALL;
      case RECONNECTING, NETWORK_LOST, OFFLINE -> Feather.WIFI_OFF;
      case RESUMED, NETWORK_BACK, ONLINE -> Feather.WIFI;
      case JOINED, CAME_IN -> Feather.USER_CHECK;
      case LEFT -> Feather.USER_MINUS;
      case INVITED -> Feather.USER_PLUS;
      case MOVED, RELAYED -> Feather.SHUFFLE;
      case ENDED -> Feather.PHONE_OFF;
      case CAMERA_ON -> Feather.VIDEO;
      case CAMERA_OFF, CAMERA_LOST -> Feather.VIDEO_OFF;
      case MICROPHONE_ON -> Feather.MIC;
      case MICROPHONE_OFF, MICROPHONE_LOST -> Feather.MIC_OFF;
      case SHARING_STARTED, SHARING_STOPPED -> Feather.MONITOR;
      case DEVICE_CHANGED -> Feather.HEADPHONES;
      case ICE_RESTARTED -> Feather.REFRESH_CW;
    };
  }

  /// `bad` for what troubles a call, `ok` for what brings it on, `plain` for the rest.
  static String tone(CallHappening.Kind kind) {
    return switch (kind) {
      case RECONNECTING, NETWORK_LOST, OFFLINE, CAMERA_LOST, MICROPHONE_LOST -> "bad";
      case ACCEPTED, STARTED, RESUMED, NETWORK_BACK, ONLINE -> "ok";
      case RINGING,
          OPENED,
          JOINED,
          LEFT,
          INVITED,
          CAME_IN,
          MOVED,
          ENDED,
          CAMERA_ON,
          CAMERA_OFF,
          MICROPHONE_ON,
          MICROPHONE_OFF,
          SHARING_STARTED,
          SHARING_STOPPED,
          DEVICE_CHANGED,
          ICE_RESTARTED,
          RELAYED ->
          "plain";
    };
  }
}
