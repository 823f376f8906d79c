package dev.optima.console.chat;

import dev.optima.console.chat.ThreadItem.Delivery;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.MessageList;

/// How far a room was delivered to and read by the other side, and how far by oneself.
final class ReadMarks {
  private final RoomId room;
  private final ChatGround ground;
  private long delivered;
  private long read;
  private long own = -1;
  private long told;

  ReadMarks(RoomId room, ChatGround ground) {
    this.room = room;
    this.ground = ground;
  }

  void learn(MessageList page) {
    delivered = Math.max(delivered, page.deliveredSeq());
    read = Math.max(read, page.readSeq());
  }

  void learnOwn(long seq) {
    own = Math.max(own, seq);
  }

  boolean isOwnKnown() {
    return own >= 0;
  }

  /// In the chat the applicant's reading counts, among the notes any colleague's.
  void progressed(ServerMessage.ChatStatus status) {
    if (status.userId().equals(ground.me())) {
      if (status.readSeq() != null) {
        learnOwn(status.readSeq());
      }
      return;
    }
    if (!room.isTeamOnly() && !status.userId().equals(room.applicant())) {
      return;
    }
    if (status.deliveredSeq() != null) {
      delivered = Math.max(delivered, status.deliveredSeq());
    }
    if (status.readSeq() != null) {
      read = Math.max(read, status.readSeq());
    }
  }

  /// What is read is told again, since it may have been lost.
  void resumed() {
    told = 0;
  }

  void tell(long seq) {
    if (seq > told) {
      told = seq;
      learnOwn(seq);
      ground.signals().send(new ClientMessage.ChatRead(room, seq));
    }
  }

  /// Up to where one has read oneself.
  long own() {
    return Math.max(0, own);
  }

  Delivery of(ChatEntry entry) {
    if (!entry.senderId().equals(ground.me())) {
      return Delivery.NONE;
    }
    if (entry.seq() <= read) {
      return Delivery.READ;
    }
    return entry.seq() <= delivered ? Delivery.DELIVERED : Delivery.SENT;
  }

  /// Whether it is by somebody else and asks to be read (the rule of every client).
  boolean counts(ChatEntry entry) {
    return entry.countsFor(ground.me());
  }
}
