package dev.optima.backend.signaling;

import dev.optima.backend.account.Identity;
import dev.optima.backend.bus.Audience;
import dev.optima.backend.bus.MessageBus;
import dev.optima.backend.bus.Outgoing;
import dev.optima.backend.bus.Parcel;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.call.CallService;
import dev.optima.backend.call.CallService.Placed;
import dev.optima.backend.call.CallTimeline;
import dev.optima.backend.chat.ChatService;
import dev.optima.backend.quality.QualityService;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.message.ServerMessage.ChatAck;
import dev.optima.protocol.message.ServerMessage.Failure;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// From a message to the service that it is for. All but `chat_send` may block.
final class SignalingCommands {
  private static final Logger LOG = LoggerFactory.getLogger(SignalingCommands.class);

  private final Greeting greeting;
  private final CallService calls;
  private final CallTimeline timeline;
  private final QualityService quality;
  private final ChatService chat;
  private final MessageBus bus;
  private final SignalingMetrics metrics;

  SignalingCommands(
      Greeting greeting,
      CallService calls,
      CallTimeline timeline,
      QualityService quality,
      ChatService chat,
      MessageBus bus,
      SignalingMetrics metrics) {
    this.greeting = greeting;
    this.calls = calls;
    this.timeline = timeline;
    this.quality = quality;
    this.chat = chat;
    this.bus = bus;
    this.metrics = metrics;
  }

  /// Carries out one message, and says so to the connection when it is done.
  void handle(Connection from, ClientMessage message) {
    if (message instanceof ClientMessage.ChatSend send && !from.isClosing()) {
      say(from, send);
      return;
    }
    try {
      if (!from.isClosing()) {
        carryOut(from, message);
      }
    } catch (RuntimeException e) {
      refuse(from, message, e);
    } finally {
      from.done();
    }
  }

  private void carryOut(Connection from, ClientMessage message) {
    if (message instanceof ClientMessage.Hello hello) {
      greeting.hello(from, hello);
      return;
    }
    Identity who = from.known();
    if (who.callId() != null && !isForPages(message)) {
      throw Refusal.forbidden("a call's page may not say this");
    }
    switch (message) {
      case ClientMessage.Hello _, ClientMessage.Ping _, ClientMessage.ChatSend _ -> {}
      case ClientMessage.AboutCall about -> call(from, who, about);
      case ClientMessage.VideoCallRequest request -> request(from, who, request);
      case ClientMessage.ChatRead read -> chat.read(who, read.roomId(), read.seq());
      case ClientMessage.ChatTyping typing -> chat.typing(who, typing.roomId(), from.id());
      case ClientMessage.ChatReact react ->
          chat.react(
              who,
              react.roomId(),
              react.messageId(),
              react.emoji(),
              Boolean.TRUE.equals(react.remove()));
      case ClientMessage.ChatEdit edit ->
          chat.edit(who, edit.roomId(), edit.messageId(), edit.body());
      case ClientMessage.ChatDelete delete -> chat.delete(who, delete.roomId(), delete.messageId());
      case ClientMessage.CallMe callMe ->
          from.send(chat.callMe(who, callMe.roomId(), callMe.key()));
    }
  }

  private void call(Connection from, Identity who, ClientMessage.AboutCall message) {
    switch (message) {
      case ClientMessage.VideoCallAccept accept -> calls.accept(who, accept.callId(), from.id());
      case ClientMessage.VideoCallReject reject -> calls.reject(who, reject.callId());
      case ClientMessage.VideoCallResponse response ->
          calls.respond(who, response.callId(), response.action(), from.id());
      case ClientMessage.VideoCallCancel cancel -> calls.cancel(who, cancel.callId());
      case ClientMessage.VideoCallEnd end -> calls.end(who, end.callId());
      case ClientMessage.VideoCallLeave leave -> {
        calls.leave(who, leave.callId());
        from.join(null);
      }
      case ClientMessage.VideoCallJoined joined -> {
        calls.joined(who, joined.callId());
        from.join(joined.callId());
      }
      case ClientMessage.VideoCallAlive alive -> {
        if (Boolean.TRUE.equals(alive.waiting())) {
          calls.waiting(who, alive.callId());
        } else {
          calls.alive(who, alive.callId());
        }
      }
      case ClientMessage.VideoCallQuality report -> quality.report(who, report);
      case ClientMessage.VideoCallEvent event -> timeline.tell(who, event);
      case ClientMessage.RtcSignal signal -> relay(who, signal);
    }
  }

  private static boolean isForPages(ClientMessage message) {
    return switch (message) {
      case ClientMessage.VideoCallJoined _,
          ClientMessage.VideoCallAlive _,
          ClientMessage.VideoCallQuality _,
          ClientMessage.VideoCallEvent _,
          ClientMessage.VideoCallLeave _,
          ClientMessage.VideoCallEnd _,
          ClientMessage.RtcSignal _,
          ClientMessage.Hello _,
          ClientMessage.Ping _ ->
          true;
      case ClientMessage.VideoCallRequest _,
          ClientMessage.VideoCallAccept _,
          ClientMessage.VideoCallReject _,
          ClientMessage.VideoCallResponse _,
          ClientMessage.VideoCallCancel _,
          ClientMessage.ChatSend _,
          ClientMessage.ChatRead _,
          ClientMessage.ChatTyping _,
          ClientMessage.ChatReact _,
          ClientMessage.ChatEdit _,
          ClientMessage.ChatDelete _,
          ClientMessage.CallMe _ ->
          false;
    };
  }

  /// That it rings, or the way in, is told over the bus; a repeated request is answered here.
  private void request(Connection from, Identity who, ClientMessage.VideoCallRequest request) {
    Placed placed = calls.request(who, request.roomId(), request.key());
    if (placed.fresh() || placed.entered()) {
      return;
    }
    if (placed.ringing() != null) {
      from.send(placed.ringing());
    } else {
      from.send(
          Failure.of(ErrorCode.STALE, "that call rings no more", request.key(), placed.call()));
    }
  }

  private void relay(Identity who, ClientMessage.RtcSignal signal) {
    List<Participant> others = calls.others(who, signal.callId());
    var message =
        new Outgoing(new ServerMessage.RtcSignal(signal.callId(), who.userId(), signal.signal()));
    var parcel = new Parcel.Event(message, Audience.joined(signal.callId()));
    for (Participant other : others) {
      if (signal.receiver() != null && !signal.receiver().equals(other.userId())) {
        continue;
      }
      bus.publish(Subject.user(other.userId()), parcel);
    }
  }

  /// Does not block, so an event loop may call it: messages of one connection are committed
  /// together.
  private void say(Connection from, ClientMessage.ChatSend send) {
    try {
      Identity who = from.known();
      chat.sendLater(who, send, from.id(), new Said(from, send));
    } catch (RuntimeException e) {
      refuse(from, send, e);
      from.done();
    }
  }

  private final class Said implements Database.Outcome<ChatAck> {
    private final Connection from;
    private final ClientMessage.ChatSend send;

    Said(Connection from, ClientMessage.ChatSend send) {
      this.from = from;
      this.send = send;
    }

    @Override
    public void durable(ChatAck ack) {
      from.send(ack);
      from.done();
    }

    @Override
    public void failed(RuntimeException cause) {
      refuse(from, send, cause);
      from.done();
    }
  }

  private void refuse(Connection from, ClientMessage message, RuntimeException cause) {
    metrics.refused.increment();
    if (cause instanceof Refusal refusal) {
      from.send(Faults.of(refusal, message));
      return;
    }
    LOG.error("{} failed", message.getClass().getSimpleName(), cause);
    from.send(
        Failure.of(ErrorCode.INTERNAL, "a fault of the server; it is logged", Faults.key(message)));
  }
}
