package dev.optima.console.shell;

import dev.optima.console.applicant.ApplicantItem;
import dev.optima.console.applicant.ApplicantsViewModel;
import dev.optima.console.call.CallPhase;
import dev.optima.console.call.CallViewModel;
import dev.optima.console.notify.ChatNews;
import dev.optima.console.notify.News;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ServerMessage;
import java.util.function.Consumer;

/// Finds among all that happens at a desk what is news.
final class DeskNews {
  private final UserId me;
  private final ApplicantsViewModel applicants;
  private final Consumer<News> onNews;
  private CallPhase before = new CallPhase.Idle();

  DeskNews(UserId me, ApplicantsViewModel applicants, CallViewModel calls, Consumer<News> onNews) {
    this.me = me;
    this.applicants = applicants;
    this.onNews = onNews;
    CallNews callNews = new CallNews(onNews);
    calls.notice().addListener((_, _, notice) -> callNews.on(notice));
    calls.phase().addListener((_, _, phase) -> changed(phase));
  }

  private void changed(CallPhase phase) {
    if (before instanceof CallPhase.Ringing && phase instanceof CallPhase.Live(CallSnapshot call)) {
      onNews.accept(CallNews.answered(call));
    }
    before = phase;
  }

  void on(ServerMessage message) {
    if (message instanceof ServerMessage.ChatMessage(ChatEntry entry)) {
      String name = applicants.find(entry.roomId().applicant()).map(ApplicantItem::name).orElse("");
      ChatNews.of(entry, me, name).ifPresent(onNews);
    }
    if (message instanceof ServerMessage.VideoCallInvitation asked) {
      onNews.accept(CallNews.asked(asked));
    }
    MeetingAlerts.of(message, me).ifPresent(onNews);
  }
}
