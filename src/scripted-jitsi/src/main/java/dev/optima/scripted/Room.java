package dev.optima.scripted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// One room: who is in it, who waits before it, and what all of them hear, in the order that was
/// observed on a real deployment.
final class Room {
  private final List<Frame> inside = new ArrayList<>();
  private final List<Frame> waiting = new ArrayList<>();
  private boolean lobby;

  synchronized void arrive(Frame frame, boolean first) {
    if (lobby && !frame.guest().moderator()) {
      waiting.add(frame);
      frame.fail(Failures.membersOnly());
      frame.say("prejoin-screen-loaded"); // the waiting room has the same preview in it
      leaders(
          leader ->
              leader.say(
                  "knocking-participant",
                  Frame.node()
                      .set(
                          "participant",
                          Frame.node().put("id", frame.id()).put("name", frame.name()))));
      return;
    }
    enter(frame, first);
  }

  private void enter(Frame frame, boolean leads) {
    frame.moderator = frame.guest().moderator() || leads && inside.isEmpty();
    frame.audioAvailable(true);
    // Those who are there already come before one's own joining.
    inside.forEach(other -> frame.say("participant-joined", person(other)));
    frame.enters();
    frame.say(
        "video-conference-joined",
        person(frame)
            .put("roomName", frame.room())
            .putNull("avatarURL")
            .put("breakoutRoom", false)
            .put("visitor", false));
    frame.say(
        "participant-role-changed",
        Frame.node()
            .put("id", frame.id())
            .put("role", frame.moderator ? "moderator" : "participant"));
    frame.say("audio-mute-status-changed", Frame.node().put("muted", frame.audioMuted));
    frame.say("video-mute-status-changed", Frame.node().put("muted", frame.videoMuted));
    frame.say("data-channel-opened");
    inside.forEach(other -> other.say("participant-joined", person(frame)));
    inside.add(frame);
    peerToPeer();
  }

  private void peerToPeer() {
    boolean two = inside.size() == 2;
    all(one -> one.say("p2p-status-changed", Frame.node().put("isP2p", two)));
  }

  private static ObjectNode person(Frame frame) {
    return Frame.node()
        .put("id", frame.id())
        .put("displayName", frame.name())
        .put("formattedDisplayName", frame.name());
  }

  /// Leaves by the command: said twice, as it was seen.
  synchronized void hangUp(Frame frame) {
    boolean was = frame.isInRoom();
    frame.leaves();
    if (was) {
      frame.say("video-conference-left", Frame.node().put("roomName", frame.room()));
    }
    frame.say("video-conference-left", Frame.node().put("roomName", frame.room()));
    frame.say("video-ready-to-close");
    without(frame);
  }

  /// The frame is no more.
  synchronized void without(Frame frame) {
    waiting.remove(frame);
    if (inside.remove(frame)) {
      all(one -> one.say("participant-left", Frame.node().put("id", frame.id())));
      peerToPeer();
    }
  }

  /// Puts somebody out: no `readyToClose`.
  synchronized void kick(Frame frame, String by) {
    ObjectNode said = Frame.node();
    said.putObject("kicked").put("id", frame.id()).put("local", true);
    said.putObject("kicker").put("id", by).put("name", "");
    frame.say("participant-kicked-out", said);
    frame.leaves();
    frame.say("video-conference-left", Frame.node().put("roomName", frame.room()));
    without(frame);
  }

  /// For all: nothing else is said, to nobody.
  synchronized void destroy() {
    all(one -> one.fail(Failures.destroyed()));
    inside.forEach(Frame::leaves);
    inside.clear();
  }

  synchronized void lobby(boolean on) {
    lobby = on;
    if (!on) {
      List.copyOf(waiting).forEach(one -> answer(one.id(), true));
    }
  }

  synchronized void answer(String id, boolean yes) {
    waiting.stream()
        .filter(one -> one.id().equals(id))
        .toList()
        .forEach(
            one -> {
              waiting.remove(one);
              if (yes) {
                enter(one, false);
              } else {
                one.fail(Failures.conference("conference.connectionError.accessDenied"));
              }
            });
  }

  synchronized void all(Consumer<Frame> what) {
    inside.forEach(what);
  }

  private void leaders(Consumer<Frame> what) {
    inside.stream().filter(Frame::isModerator).forEach(what);
  }

  synchronized List<Frame> inside() {
    return List.copyOf(inside);
  }
}
