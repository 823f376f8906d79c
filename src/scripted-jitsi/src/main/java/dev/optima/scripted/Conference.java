package dev.optima.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.Predicate;

/// What a frame does with what its page tells and asks.
final class Conference {
  private Conference() {}

  static void obey(Frame frame, Command command, Predicate<String> mayRecord, Room room) {
    JsonNode first = command.data().path(0);
    switch (command.name()) {
      case "toggle-audio" -> toggleAudio(frame);
      case "toggle-video" -> {
        frame.videoMuted = !frame.videoMuted;
        frame.say("video-mute-status-changed", Frame.node().put("muted", frame.videoMuted));
      }
      case "toggle-share-screen" -> {
        if (first.path("enable").asBoolean(!frame.sharing) != frame.sharing) {
          share(frame, room);
        }
      }
      case "video-hangup" -> room.hangUp(frame);
      case "start-recording" -> record(frame, mayRecord.test(frame.id()), first, room);
      case "stop-recording" -> recording(room, false, first.asText("file"));
      case "set-subtitles" ->
          room.all(
              one ->
                  one.say(
                      "transcribing-status-changed", Frame.node().put("on", first.asBoolean())));
      default -> lead(frame, command, first, room);
    }
  }

  /// Turned round is what its track is; told is what is wished, if that is news. While the browser
  /// opens the device the button cannot be pressed, and of one that cannot be opened no more is
  /// said.
  private static void toggleAudio(Frame frame) {
    boolean mute = !frame.audioMuted();
    if (!mute) {
      frame.audioAvailable(false);
      frame.hears = frame.hears || frame.microphone;
    }
    if (frame.audioMuted != mute) {
      frame.audioMuted = mute;
      frame.say("audio-mute-status-changed", Frame.node().put("muted", mute));
    }
    if (!mute) {
      frame.audioAvailable(true);
    }
  }

  /// What only a moderator may: of the others a real server takes no notice.
  private static void lead(Frame frame, Command command, JsonNode first, Room room) {
    if (!frame.isModerator()) {
      return;
    }
    switch (command.name()) {
      case "end-conference" -> room.destroy();
      case "toggle-lobby" -> room.lobby(first.asBoolean());
      case "answer-knocking-participant" ->
          room.answer(first.asText(), command.data().path(1).asBoolean());
      case "kick-participant" ->
          room.inside().stream()
              .filter(one -> one.id().equals(first.asText()))
              .forEach(one -> room.kick(one, frame.id()));
      default -> {} // The background, the layout: nobody is told.
    }
  }

  private static void share(Frame frame, Room room) {
    if (frame.screenDenied) {
      // Nothing else is said of it.
      frame.screenDenied = false;
      frame.announce(
          "dialog.screenSharingFailedTitle", "dialog.screenSharingPermissionDeniedError");
      return;
    }
    frame.sharing = !frame.sharing;
    ObjectNode details = Frame.node();
    if (frame.sharing) {
      details.put("sourceType", "screen");
    }
    frame.say(
        "screen-sharing-status-changed",
        Frame.node().put("on", frame.sharing).set("details", details));
    ObjectNode sharers = Frame.node();
    var ids = sharers.putObject("data").putArray("sharingParticipantIds");
    room.inside().stream().filter(one -> one.sharing).forEach(one -> ids.add(one.id()));
    room.all(one -> one.say("content-sharing-participants-changed", sharers));
  }

  private static void record(Frame frame, boolean may, JsonNode options, Room room) {
    String mode = options.path("mode").asText("file");
    if (!may) {
      frame.say(
          "recording-status-changed",
          Frame.node()
              .put("on", false)
              .put("mode", mode)
              .put("error", "not-allowed")
              .put("transcription", false));
      return;
    }
    recording(room, true, mode);
  }

  private static void recording(Room room, boolean on, String mode) {
    room.all(
        one ->
            one.say(
                "recording-status-changed",
                Frame.node().put("on", on).put("mode", mode).put("transcription", false)));
  }

  /// Answers what the IFrame API asks; the rest stays without an answer, as in a real frame.
  static void reply(Frame frame, JsonNode request, Room room) {
    switch (request.path("data").path("name").asText()) {
      case "is-audio-muted" -> frame.answer(request, BooleanNode.valueOf(frame.audioMuted()));
      case "is-video-muted" -> frame.answer(request, BooleanNode.valueOf(frame.videoMuted));
      case "is-audio-available", "is-video-available" ->
          frame.answer(request, BooleanNode.valueOf(frame.devices() != null));
      case "is-sharing-screen" -> frame.answer(request, BooleanNode.valueOf(frame.sharing));
      case "session-id" -> frame.answer(request, TextNode.valueOf("session-" + frame.room()));
      case "get-p2p-status" ->
          frame.answer(request, BooleanNode.valueOf(room.inside().size() == 2));
      case "getAvailableDevices" -> frame.answer(request, frame.deviceLists());
      case "getCurrentDevices" -> frame.answer(request, firstOf(frame.deviceLists()));
      case "setDevice" -> frame.answer(request, BooleanNode.TRUE);
      default -> {} // Nothing that the call page asks.
    }
  }

  private static JsonNode firstOf(JsonNode lists) {
    ObjectNode first = Frame.node();
    lists.properties().forEach(list -> first.set(list.getKey(), list.getValue().path(0)));
    return first;
  }
}
