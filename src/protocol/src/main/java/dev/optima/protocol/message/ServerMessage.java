package dev.optima.protocol.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the backend says over the WebSocket: a JSON object whose `type` names the record.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(ServerMessage.Welcome.class),
  @JsonSubTypes.Type(ServerMessage.Pong.class),
  @JsonSubTypes.Type(ServerMessage.Failure.class),
  @JsonSubTypes.Type(ServerMessage.VideoCallIncoming.class),
  @JsonSubTypes.Type(ServerMessage.VideoCallRinging.class),
  @JsonSubTypes.Type(ServerMessage.VideoCallReady.class),
  @JsonSubTypes.Type(ServerMessage.VideoCallStarted.class),
  @JsonSubTypes.Type(ServerMessage.VideoCallReconnecting.class),
  @JsonSubTypes.Type(ServerMessage.VideoCallEnded.class),
  @JsonSubTypes.Type(ServerMessage.VideoCallAnsweredElsewhere.class),
  @JsonSubTypes.Type(ServerMessage.VideoCallRecording.class),
  @JsonSubTypes.Type(ServerMessage.VideoCallInvitation.class),
  @JsonSubTypes.Type(ServerMessage.VideoCallColleague.class),
  @JsonSubTypes.Type(ServerMessage.TeamCall.class),
  @JsonSubTypes.Type(ServerMessage.RtcSignal.class),
  @JsonSubTypes.Type(ServerMessage.ChatAck.class),
  @JsonSubTypes.Type(ServerMessage.ChatMessage.class),
  @JsonSubTypes.Type(ServerMessage.ChatStatus.class),
  @JsonSubTypes.Type(ServerMessage.ChatTyping.class),
  @JsonSubTypes.Type(ServerMessage.ChatReaction.class),
  @JsonSubTypes.Type(ServerMessage.Presence.class),
  @JsonSubTypes.Type(ServerMessage.ApplicantChanged.class),
  @JsonSubTypes.Type(ServerMessage.MeetingChanged.class),
  @JsonSubTypes.Type(ServerMessage.Reminder.class),
})
public sealed interface ServerMessage {

  /// The answer to `hello`.
  ///
  /// @param liveCalls the calls in which this person is, or which ring for them
  /// @param unread messages not read, per room; rooms without any are left out
  /// @param online applicants who are here now (for the team only)
  /// @param callId set for the socket of a call page: the one call it is for
  @JsonTypeName("welcome")
  record Welcome(
      UserId userId,
      String name,
      Role role,
      Instant serverTime,
      List<CallSnapshot> liveCalls,
      Map<String, Long> unread,
      @Nullable List<UserId> online,
      @Nullable CallId callId)
      implements ServerMessage {}

  @JsonTypeName("pong")
  record Pong(Instant serverTime) implements ServerMessage {}

  /// A refusal. Nothing changed.
  ///
  /// @param message what is wrong, in English, for developers; clients localize by `code`
  /// @param key the key of the command that is refused
  /// @param call the present state, where a call is concerned
  /// @param who with code `busy`: the name of the colleague who holds the line
  /// @param since with code `busy`: since when
  /// @param applicantName with code `busy`: with whom, when it is one's own call that is in the way
  /// @param retryAfter seconds, with code `rate_limited`
  @JsonTypeName("error")
  record Failure(
      ErrorCode code,
      String message,
      @Nullable String key,
      @Nullable CallId callId,
      @Nullable CallSnapshot call,
      @Nullable String who,
      @Nullable UserId whoId,
      @Nullable Instant since,
      @Nullable String applicantName,
      @Nullable Long retryAfter)
      implements ServerMessage {
    /// A refusal that needs no more than its code.
    public static Failure of(ErrorCode code, String message, @Nullable String key) {
      return new Failure(code, message, key, null, null, null, null, null, null, null);
    }

    /// A refusal because of the state of a call.
    public static Failure of(
        ErrorCode code, String message, @Nullable String key, CallSnapshot call) {
      return new Failure(code, message, key, call.callId(), call, null, null, null, null, null);
    }

    /// The line is taken.
    public static Failure busy(Busy busy, String message, @Nullable String key) {
      return new Failure(
          ErrorCode.BUSY,
          message,
          key,
          busy.callId(),
          null,
          busy.who(),
          busy.whoId(),
          busy.since(),
          busy.applicantName(),
          null);
    }
  }

  /// It rings.
  @JsonTypeName("video_call_incoming")
  record VideoCallIncoming(
      CallId callId,
      String callerName,
      @Nullable String callerAvatar,
      RoomId roomId,
      @Nullable MeetingId meetingId,
      Instant expiresAt,
      CallSnapshot call)
      implements ServerMessage {}

  /// To the caller: it rings there.
  ///
  /// @param key the key of the request
  /// @param devices on how many devices
  @JsonTypeName("video_call_ringing")
  record VideoCallRinging(
      CallId callId, RoomId roomId, String key, Instant expiresAt, int devices, CallSnapshot call)
      implements ServerMessage {}

  /// The way into the room: to each side its own. The fields are those of `JoinTicket`; a second
  /// one for a live call with another provider means that the call goes on there.
  @JsonTypeName("video_call_ready")
  record VideoCallReady(
      CallId callId,
      String provider,
      String joinUrl,
      @Nullable String jitsiRoomName,
      @Nullable String jwtToken,
      @Nullable List<IceServer> iceServers,
      @Nullable JitsiRoom jitsi,
      @Nullable String linkUrl,
      boolean fallback,
      CallSnapshot call)
      implements ServerMessage {
    public static VideoCallReady of(JoinTicket ticket, CallSnapshot call) {
      return new VideoCallReady(
          ticket.callId(),
          ticket.provider(),
          ticket.joinUrl(),
          ticket.jitsiRoomName(),
          ticket.jwtToken(),
          ticket.iceServers(),
          ticket.jitsi(),
          ticket.linkUrl(),
          ticket.fallback(),
          call);
    }

    /// The way in that it carries.
    public JoinTicket ticket() {
      return new JoinTicket(
          callId, provider, joinUrl, jitsiRoomName, jwtToken, iceServers, jitsi, linkUrl, fallback);
    }

    /// Never prints the URL or the token.
    @Override
    public String toString() {
      return "VideoCallReady[" + callId + ", " + provider + "]";
    }
  }

  /// Both sides are in the room, for the first time or again; also when people came or went.
  @JsonTypeName("video_call_started")
  record VideoCallStarted(CallSnapshot call) implements ServerMessage {}

  @JsonTypeName("video_call_reconnecting")
  record VideoCallReconnecting(CallSnapshot call) implements ServerMessage {}

  /// Any end: `call.state` and `call.outcome` say which.
  @JsonTypeName("video_call_ended")
  record VideoCallEnded(CallSnapshot call) implements ServerMessage {}

  @JsonTypeName("video_call_answered_elsewhere")
  record VideoCallAnsweredElsewhere(CallId callId) implements ServerMessage {}

  /// Whether the call is recorded, or somebody asks whether it may be.
  @JsonTypeName("video_call_recording")
  record VideoCallRecording(CallId callId, CallRecording recording) implements ServerMessage {}

  /// A colleague asks one of the team into a live call; they come in by `POST …/interview`.
  ///
  /// @param by the name of whoever asks
  @JsonTypeName("video_call_invitation")
  record VideoCallInvitation(CallId callId, UserId byId, String by, CallSnapshot call)
      implements ServerMessage {}

  /// To those of the team who are in the call: a colleague comes into it as an interviewer.
  @JsonTypeName("video_call_colleague")
  record VideoCallColleague(CallId callId, UserId userId, String name, CallSnapshot call)
      implements ServerMessage {}

  /// To the whole team: a call is new, different or over.
  @JsonTypeName("team_call")
  record TeamCall(LiveCall live) implements ServerMessage {}

  /// As the other side sent it, plus who.
  @JsonTypeName("rtc_signal")
  record RtcSignal(
      CallId callId,
      UserId from,
      @JsonAnySetter @JsonAnyGetter @JsonIgnore(false) Map<String, JsonNode> signal)
      implements ServerMessage {}

  /// The message is stored durably.
  @JsonTypeName("chat_ack")
  record ChatAck(RoomId roomId, String key, MessageId messageId, long seq, Instant sentAt)
      implements ServerMessage {}

  /// A new message, or a known one that was edited or deleted.
  @JsonTypeName("chat_message")
  record ChatMessage(@JsonUnwrapped ChatEntry entry) implements ServerMessage {}

  /// How far somebody has received and read.
  ///
  /// @param unread only to the devices of the reader: what is left unread in this room, so that all
  ///   of them show the same number
  @JsonTypeName("chat_status")
  record ChatStatus(
      RoomId roomId,
      UserId userId,
      @Nullable Long deliveredSeq,
      @Nullable Long readSeq,
      @Nullable Long unread)
      implements ServerMessage {
    /// What others are told.
    public ChatStatus(
        RoomId roomId, UserId userId, @Nullable Long deliveredSeq, @Nullable Long readSeq) {
      this(roomId, userId, deliveredSeq, readSeq, null);
    }
  }

  @JsonTypeName("chat_typing")
  record ChatTyping(RoomId roomId, UserId userId, String name) implements ServerMessage {}

  /// The reactions of a message, as they are now.
  ///
  /// @param change as in `ChatEntry`
  @JsonTypeName("chat_reaction")
  record ChatReaction(
      RoomId roomId, MessageId messageId, List<ChatEntry.Reaction> reactions, long change)
      implements ServerMessage {}

  /// An applicant came or went (to the team), or the team did (to an applicant).
  ///
  /// @param devices how many live sessions
  @JsonTypeName("presence")
  record Presence(UserId userId, RoomId roomId, boolean online, int devices)
      implements ServerMessage {}

  /// To the team: an applicant is new, or somebody changed one. What is true now is asked for.
  @JsonTypeName("applicant_changed")
  record ApplicantChanged(UserId applicantId, RoomId roomId, long version)
      implements ServerMessage {}

  /// A meeting is new or different: to the applicant, and to the whole team.
  ///
  /// @param meeting as it is now; without what is for the team only, if sent to the applicant
  @JsonTypeName("meeting_changed")
  record MeetingChanged(MeetingId meetingId, RoomId roomId, long version, Meeting meeting)
      implements ServerMessage {
    public static MeetingChanged of(Meeting meeting) {
      return new MeetingChanged(meeting.meetingId(), meeting.roomId(), meeting.version(), meeting);
    }
  }

  /// A meeting is near, or past its time and not begun.
  ///
  /// @param minutes how late the team is, with `running_late`
  @JsonTypeName("reminder")
  record Reminder(
      MeetingId meetingId,
      RoomId roomId,
      Instant scheduledTime,
      ReminderKind kind,
      Meeting meeting,
      @Nullable Integer minutes)
      implements ServerMessage {}
}
