package dev.optima.console.shell;

import dev.optima.console.call.CallNotice;
import dev.optima.console.i18n.Message;
import dev.optima.console.notify.News;
import dev.optima.console.settings.AlertKind;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ServerMessage;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which notices of calls are news for somebody who looks elsewhere: that a ring was not answered,
/// that the other side is gone, that the line is free. What the recruiter did is none.
final class CallNews {
  private static final Map<String, AlertKind> KINDS =
      Map.of(
          "notice.noAnswer", AlertKind.MISSED_CALL,
          "notice.rejected", AlertKind.MISSED_CALL,
          "notice.ended", AlertKind.CALL_ENDED,
          "notice.dropped", AlertKind.CALL_ENDED,
          "notice.abandoned", AlertKind.CALL_ENDED,
          "notice.notJoined", AlertKind.CALL_ENDED,
          "notice.free", AlertKind.LINE_FREE);

  private static final String MINE = "notice.endedByYou";

  private final Consumer<News> onNews;

  CallNews(Consumer<News> onNews) {
    this.onNews = onNews;
  }

  void on(@Nullable CallNotice notice) {
    AlertKind kind = notice == null ? null : KINDS.get(notice.title().key());
    if (notice != null && kind != null && !notice.text().key().equals(MINE)) {
      onNews.accept(News.of(kind, notice.room(), notice.title(), notice.text()));
    }
  }

  /// A colleague asks one into a call, and waits.
  static News asked(ServerMessage.VideoCallInvitation invitation) {
    return News.of(
        AlertKind.CALL_ME,
        invitation.call().roomId(),
        Message.of("news.title", invitation.by()),
        Message.of("interview.asksYou", invitation.call().applicantName()));
  }

  static News answered(CallSnapshot call) {
    return News.of(
        AlertKind.ANSWERED,
        call.roomId(),
        Message.of("news.title", call.applicantName()),
        Message.of("news.answered"));
  }
}
