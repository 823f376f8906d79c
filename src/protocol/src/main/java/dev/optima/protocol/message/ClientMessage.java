package dev.optima.protocol.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.protocol.call.CallHappening;
import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a client says over the WebSocket: a JSON object whose `type` names the record.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(ClientMessage.Hello.class),
  @JsonSubTypes.Type(ClientMessage.Ping.class),
  @JsonSubTypes.Type(ClientMessage.VideoCallRequest.class),
  @JsonSubTypes.Type(ClientMessage.VideoCallAccept.class),
  @JsonSubTypes.Type(ClientMessage.VideoCallReject.class),
  @JsonSubTypes.Type(ClientMessage.VideoCallResponse.class),
  @JsonSubTypes.Type(ClientMessage.VideoCallCancel.class),
  @JsonSubTypes.Type(ClientMessage.VideoCallEnd.class),
  @JsonSubTypes.Type(ClientMessage.VideoCallLeave.class),
  @JsonSubTypes.Type(ClientMessage.VideoCallJoined.class),
  @JsonSubTypes.Type(ClientMessage.VideoCallAlive.class),
  @JsonSubTypes.Type(ClientMessage.VideoCallQuality.class),
  @JsonSubTypes.Type(ClientMessage.VideoCallEvent.class),
  @JsonSubTypes.Type(ClientMessage.RtcSignal.class),
  @JsonSubTypes.Type(ClientMessage.ChatSend.class),
  @JsonSubTypes.Type(ClientMessage.ChatRead.class),
  @JsonSubTypes.Type(ClientMessage.ChatTyping.class),
  @JsonSubTypes.Type(ClientMessage.ChatReact.class),
  @JsonSubTypes.Type(ClientMessage.ChatEdit.class),
  @JsonSubTypes.Type(ClientMessage.ChatDelete.class),
  @JsonSubTypes.Type(ClientMessage.CallMe.class),
})
public sealed interface ClientMessage {

  /// A message about one call.
  sealed interface AboutCall extends ClientMessage {
    CallId callId();
  }

  /// The first message of a connection.
  ///
  /// @param token a session's or a call ticket's; a browser leaves it out and is known by its
  ///   cookie
  /// @param lastSeq the last `seq` the client has, per room; what came after it is sent again
  @JsonTypeName("hello")
  record Hello(@Nullable String token, @Nullable Map<String, Long> lastSeq)
      implements ClientMessage {
    /// Never prints the token.
    @Override
    public String toString() {
      return "Hello[lastSeq=" + lastSeq + "]";
    }
  }

  /// Asks whether the server is still there; answered by `pong`.
  @JsonTypeName("ping")
  record Ping() implements ClientMessage {}

  /// Rings the applicant of a room. The same `key` from the same caller is the same call.
  @JsonTypeName("video_call_request")
  record VideoCallRequest(RoomId roomId, String key) implements ClientMessage {}

  @JsonTypeName("video_call_accept")
  record VideoCallAccept(CallId callId) implements AboutCall {}

  @JsonTypeName("video_call_reject")
  record VideoCallReject(CallId callId) implements AboutCall {}

  /// The same as accept or reject, by `action`.
  @JsonTypeName("video_call_response")
  record VideoCallResponse(CallId callId, CallAnswer action) implements AboutCall {}

  @JsonTypeName("video_call_cancel")
  record VideoCallCancel(CallId callId) implements AboutCall {}

  @JsonTypeName("video_call_end")
  record VideoCallEnd(CallId callId) implements AboutCall {}

  @JsonTypeName("video_call_leave")
  record VideoCallLeave(CallId callId) implements AboutCall {}

  /// Evidence: the sender has reached the room.
  @JsonTypeName("video_call_joined")
  record VideoCallJoined(CallId callId) implements AboutCall {}

  /// Evidence: the sender is in the room. Sent every 10 s.
  ///
  /// @param waiting true if the sender is not in the room but before it, where the media server
  ///   keeps them until somebody inside lets them in
  @JsonTypeName("video_call_alive")
  record VideoCallAlive(CallId callId, @Nullable Boolean waiting) implements AboutCall {}

  /// What the sender receives, measured by its browser (`RTCPeerConnection.getStats`).
  ///
  /// @param rtt round trip, seconds
  /// @param loss packets lost since the last report, 0 to 1
  /// @param jitter seconds
  /// @param bitrate bits a second, received
  /// @param fps decoded frames a second
  /// @param width decoded picture, pixels
  /// @param height decoded picture, pixels
  /// @param audioLoss as `loss`, of the sound alone
  /// @param concealed share of the sound that was made up because it was late or lost, 0 to 1
  /// @param buffer how long the sound waits in the jitter buffer, seconds
  /// @param frozen share of the time that the picture stood still, 0 to 1
  /// @param dropped share of the received frames that were not shown, 0 to 1
  /// @param sentFps frames a second, encoded and sent
  /// @param available bits a second that the line is believed to carry upwards
  /// @param limited what keeps the own picture small: `none`, `cpu`, `bandwidth` or `other`
  @JsonTypeName("video_call_quality")
  record VideoCallQuality(
      CallId callId,
      @Nullable Double rtt,
      @Nullable Double loss,
      @Nullable Double jitter,
      @Nullable Double bitrate,
      @Nullable Double fps,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable Double audioLoss,
      @Nullable Double concealed,
      @Nullable Double buffer,
      @Nullable Double frozen,
      @Nullable Double dropped,
      @Nullable Double sentFps,
      @Nullable Double available,
      @Nullable Limit limited)
      implements AboutCall {

    /// What keeps a picture small (`RTCOutboundRtpStreamStats.qualityLimitationReason`).
    public enum Limit {
      NONE,
      CPU,
      BANDWIDTH,
      OTHER
    }

    /// What every browser knows.
    public VideoCallQuality(
        CallId callId,
        @Nullable Double rtt,
        @Nullable Double loss,
        @Nullable Double jitter,
        @Nullable Double bitrate,
        @Nullable Double fps,
        @Nullable Integer width,
        @Nullable Integer height) {
      this(
          callId, rtt, loss, jitter, bitrate, fps, width, height, null, null, null, null, null,
          null, null, null);
    }
  }

  /// Something happened on the sender's page that its call's timeline keeps.
  ///
  /// @param event one that a page tells ([CallHappening.Kind#isFromPage])
  /// @param detail 100 characters at most; never a device's label
  /// @param ago how long ago, milliseconds, for what could not be told at once; 600,000 at most
  @JsonTypeName("video_call_event")
  record VideoCallEvent(
      CallId callId, CallHappening.Kind event, @Nullable String detail, @Nullable Integer ago)
      implements AboutCall {}

  /// SDP and ICE of the built-in provider. All fields but `call_id` and `receiver` are relayed as
  /// they are.
  ///
  /// @param receiver which participant it is for; null for all the others in the call
  @JsonTypeName("rtc_signal")
  record RtcSignal(
      CallId callId,
      @Nullable UserId receiver,
      @JsonAnySetter @JsonAnyGetter @JsonIgnore(false) Map<String, JsonNode> signal)
      implements AboutCall {}

  /// An applicant asks to be called: an entry of kind `call_me`, not a ring. Answered by
  /// `chat_ack`.
  @JsonTypeName("call_me")
  record CallMe(RoomId roomId, String key) implements ClientMessage {}

  /// Says something. The same `key` from the same sender in the same room is the same message.
  ///
  /// @param body may be empty if there are attachments
  /// @param attachmentIds files of this room that the sender uploaded and that belong to no message
  @JsonTypeName("chat_send")
  record ChatSend(
      RoomId roomId,
      String key,
      String body,
      @Nullable List<AttachmentId> attachmentIds,
      @Nullable MessageId replyTo)
      implements ClientMessage {}

  /// Read up to `seq`.
  @JsonTypeName("chat_read")
  record ChatRead(RoomId roomId, long seq) implements ClientMessage {}

  @JsonTypeName("chat_typing")
  record ChatTyping(RoomId roomId) implements ClientMessage {}

  /// Adds (or, with `remove`, takes back) one's reaction.
  @JsonTypeName("chat_react")
  record ChatReact(RoomId roomId, MessageId messageId, String emoji, @Nullable Boolean remove)
      implements ClientMessage {}

  @JsonTypeName("chat_edit")
  record ChatEdit(RoomId roomId, MessageId messageId, String body) implements ClientMessage {}

  @JsonTypeName("chat_delete")
  record ChatDelete(RoomId roomId, MessageId messageId) implements ClientMessage {}
}
