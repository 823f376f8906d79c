package dev.optima.console.call;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.CallsClient.Entered;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.toast.Toast;
import dev.optima.console.toast.ToastsViewModel;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.LiveCall;
import dev.optima.protocol.message.ServerMessage;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Colleagues in each other's calls: who comes in, who is asked, and what an administrator ends.
public final class Interviewing {
  private final UserId me;
  private final ApiClient api;
  private final Tasks tasks;
  private final CallViewModel calls;
  private final ToastsViewModel toasts;
  private final ObservableList<ServerMessage.VideoCallInvitation> invitations =
      FXCollections.observableArrayList();
  private boolean entering;

  public Interviewing(
      UserId me, ApiClient api, Tasks tasks, CallViewModel calls, ToastsViewModel toasts) {
    this.me = me;
    this.api = api;
    this.tasks = tasks;
    this.calls = calls;
    this.toasts = toasts;
  }

  /// The way in, with the call as it is once one is in it.
  private record Way(Entered entered, CallSnapshot call) {}

  /// Comes into a live call as an interviewer; into one that rings once it is answered.
  public void join(CallSnapshot call) {
    boolean elsewhere =
        calls.phase().get().snapshot().filter(own -> !isSame(own, call)).isPresent();
    if (elsewhere || calls.phase().get() instanceof CallPhase.Requesting) {
      say(Toast.problem(Message.of("interview.inCall")));
    } else if (!entering) {
      entering = true;
      tasks.run(() -> enter(call.callId()), this::entered, this::refused);
    }
  }

  private Way enter(CallId call) throws ApiException {
    Entered entered = api.callRecords().interview(call);
    return switch (entered) {
      case Entered.Way way -> new Way(way, api.status(call));
      case Entered.Ringing(CallSnapshot ringing) -> new Way(entered, ringing);
    };
  }

  private void entered(Way way) {
    entering = false;
    forget(way.call().callId());
    switch (way.entered()) {
      case Entered.Way(var ticket) -> calls.enter(way.call(), ticket);
      case Entered.Ringing _ -> {
        calls.await(way.call());
        say(Toast.plain(Message.of("interview.ringing", way.call().applicantName())));
      }
    }
  }

  private void refused(Exception failure) {
    entering = false;
    say(Toast.problem(explain(failure)));
  }

  private static Message explain(Exception failure) {
    Optional<Message> known =
        failure instanceof ApiException refused
            ? refused.code().map(Interviewing::word)
            : Optional.empty();
    return known.orElseGet(() -> ApiFailures.explain(failure));
  }

  private static @Nullable Message word(ErrorCode code) {
    return switch (code) {
      case STALE, NOT_FOUND -> Message.of("interview.over");
      case FULL -> Message.of("interview.full");
      case BUSY -> Message.of("interview.busy");
      case OFFLINE -> Message.of("interview.away");
      case FORBIDDEN -> Message.of("interview.notIn");
      default -> null;
    };
  }

  /// Ends a colleague's call, for an administrator.
  public void end(CallSnapshot call) {
    tasks.run(
        () -> api.callRecords().endForAll(call.callId()),
        _ -> say(Toast.plain(Message.of("interview.ended", call.applicantName()))),
        this::refused);
  }

  /// Asks a colleague into the call that is open here.
  public void invite(UserId colleague, String name) {
    calls
        .phase()
        .get()
        .snapshot()
        .ifPresent(
            call ->
                tasks.run(
                    () -> {
                      api.callRecords().invite(call.callId(), colleague);
                      return name;
                    },
                    asked -> say(Toast.plain(Message.of("interview.invited", asked))),
                    this::refused));
  }

  /// Does not come.
  public void decline(ServerMessage.VideoCallInvitation invitation) {
    invitations.remove(invitation);
  }

  public void on(SignalEvent event) {
    if (!(event instanceof SignalEvent.Received(ServerMessage message))) {
      return;
    }
    switch (message) {
      case ServerMessage.VideoCallInvitation asked -> {
        forget(asked.callId());
        invitations.add(asked);
      }
      case ServerMessage.VideoCallColleague colleague -> tell(colleague);
      case ServerMessage.TeamCall(LiveCall live) -> {
        if (live.call().state().isTerminal() || isIn(live.call())) {
          forget(live.call().callId());
        }
      }
      default -> {}
    }
  }

  private void tell(ServerMessage.VideoCallColleague colleague) {
    boolean here =
        calls.phase().get().snapshot().filter(c -> isSame(c, colleague.call())).isPresent();
    if (here && !colleague.userId().equals(me)) {
      say(Toast.plain(Message.of("interview.joins", colleague.name())));
    }
  }

  private boolean isIn(CallSnapshot call) {
    return call.participants().stream()
        .anyMatch(person -> person.userId().equals(me) && person.leftAt() == null);
  }

  private static boolean isSame(CallSnapshot one, CallSnapshot other) {
    return one.callId().equals(other.callId());
  }

  private void forget(CallId call) {
    invitations.removeIf(asked -> asked.callId().equals(call));
  }

  private void say(Toast toast) {
    toasts.show(toast);
  }

  /// Into which calls one is asked, the latest last.
  public ObservableList<ServerMessage.VideoCallInvitation> invitations() {
    return invitations;
  }
}
