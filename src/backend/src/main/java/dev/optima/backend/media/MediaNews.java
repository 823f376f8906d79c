package dev.optima.backend.media;

import dev.optima.protocol.id.CallId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Takes what the media server tells of recordings and transcripts. The same may be told again and
/// out of order; `at` is the media server's time.
public interface MediaNews {

  /// Nobody wants to know.
  MediaNews NONE =
      new MediaNews() {
        @Override
        public void started(CallId call, Instant at) {}

        @Override
        public void ended(CallId call, Instant at) {}

        @Override
        public void uploaded(CallId call, String link, @Nullable Instant begun, Instant at) {}

        @Override
        public void transcribed(CallId call, String link, Instant at) {}
      };

  /// It is being recorded.
  void started(CallId call, Instant at);

  /// It is not recorded any more.
  void ended(CallId call, Instant at);

  /// The recording can be fetched, for a while.
  ///
  /// @param begun when it was begun, if that is told
  void uploaded(CallId call, String link, @Nullable Instant begun, Instant at);

  /// The transcript can be fetched, for a while.
  void transcribed(CallId call, String link, Instant at);
}
