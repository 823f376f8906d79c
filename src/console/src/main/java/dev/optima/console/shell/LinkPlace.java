package dev.optima.console.shell;

import dev.optima.console.call.CallPhase;
import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.link.ConsoleLink;
import dev.optima.console.look.Overlay;
import dev.optima.console.toast.Toast;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.Applicant;
import java.util.function.Consumer;

/// Where links lead on a desk. Anybody can write one, so what would open the camera is asked first,
/// and nothing that is open over the pages is taken away for it: then a toast offers the same.
final class LinkPlace {
  private final Words words;
  private final Desk desk;
  private final Overlay overlay;
  private final Ways ways;

  /// What the window can show.
  ///
  /// @param room opens the room of this applicant
  /// @param calls shows the page of calls
  /// @param back shows one's own call that is open here
  /// @param rejoin goes back into one's own call
  /// @param details opens what is known of a call
  record Ways(
      Consumer<Applicant> room,
      Runnable calls,
      Runnable back,
      Consumer<CallSnapshot> rejoin,
      Consumer<CallSnapshot> details) {}

  LinkPlace(Words words, Desk desk, Overlay overlay, Ways ways) {
    this.words = words;
    this.desk = desk;
    this.overlay = overlay;
    this.ways = ways;
  }

  /// Shows what a link is about, or says why it cannot.
  void open(ConsoleLink link) {
    switch (link) {
      case ConsoleLink.Applicant(UserId applicant) ->
          desk.tasks()
              .run(
                  () -> desk.api().applicant(applicant),
                  this::show,
                  failure -> refuse(failure, "link.noApplicant"));
      case ConsoleLink.Join(CallId call) ->
          desk.tasks()
              .run(
                  () -> desk.api().callRecords().details(call).call().call(),
                  this::show,
                  failure -> refuse(failure, "link.noCall"));
      case ConsoleLink.Server _ ->
          throw new IllegalArgumentException("where one works is the window's matter");
    }
  }

  private void refuse(Exception failure, String unknown) {
    boolean notThere =
        failure instanceof ApiException api
            && (api.is(ErrorCode.NOT_FOUND)
                || api.is(ErrorCode.FORBIDDEN)
                || api.is(ErrorCode.INVALID));
    say(notThere ? Message.of(unknown) : ApiFailures.explain(failure));
  }

  private void say(Message problem) {
    desk.toasts().show(Toast.problem(problem));
  }

  private void show(Applicant applicant) {
    if (applicant.archivedAt() != null) {
      say(Message.of("link.archived", applicant.name()));
    } else {
      ways.room().accept(applicant);
    }
  }

  private void show(CallSnapshot call) {
    boolean here =
        desk.calls()
            .phase()
            .get()
            .snapshot()
            .filter(open -> open.callId().equals(call.callId()))
            .isPresent();
    if (here) {
      ways.back().run();
      return;
    }
    ways.calls().run();
    if (call.state().isTerminal()) {
      over(call);
    } else if (!(desk.calls().phase().get() instanceof CallPhase.Idle)) {
      say(Message.of("interview.inCall"));
    } else if (desk.calling().team().live().isMine(call)) {
      offer(
          Message.of("link.return", call.applicantName()),
          Message.of("link.camera"),
          Message.of("calls.return"),
          () -> ways.rejoin().accept(call));
    } else {
      offer(
          Message.of("link.join", call.callerName(), call.applicantName()),
          Message.of("link.camera"),
          Message.of("interview.join"),
          () -> desk.calling().interviewing().join(call));
    }
  }

  private void over(CallSnapshot call) {
    if (overlay.isVisible()) {
      desk.toasts()
          .show(
              Toast.plain(Message.of("link.over", call.applicantName()))
                  .with(Message.of("details.title"), () -> ways.details().accept(call)));
    } else {
      ways.details().accept(call);
    }
  }

  private void offer(Message question, Message text, Message yes, Runnable deed) {
    if (overlay.isVisible()) {
      desk.toasts().show(Toast.plain(question).with(yes, deed));
      return;
    }
    overlay.ask(
        words,
        new Overlay.Question(words.get(question), words.get(text), words.get(yes), false),
        agreed -> {
          if (agreed) {
            deed.run();
          }
        });
  }

  /// Asks whether to leave this backend for the one of a link.
  ///
  /// @param go signs out and leads there
  void offerServer(String there, String here, Runnable go) {
    if (overlay.isVisible()) {
      desk.toasts().show(Toast.problem(Message.of("link.server.later", there)));
      return;
    }
    overlay.ask(
        words,
        new Overlay.Question(
            words.get("link.server.title", there),
            words.get("link.server.text", here, there),
            words.get("link.server.yes"),
            true),
        agreed -> {
          if (agreed) {
            go.run();
          }
        });
  }
}
