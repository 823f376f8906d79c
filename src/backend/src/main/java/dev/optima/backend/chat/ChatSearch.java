package dev.optima.backend.chat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.search.MessageIndex.Scope;
import dev.optima.backend.search.SearchQuery;
import dev.optima.backend.search.Snippet;
import dev.optima.backend.store.Database;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.Attachment;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.rest.SearchHits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds what was said, by all of some words, newest first. All methods block.
public final class ChatSearch {
  private static final Logger LOG = LoggerFactory.getLogger(ChatSearch.class);
  private static final int MAX_PAGE = 200;
  private static final int BATCH = 500;

  private final Database database;
  private final ChatStore entries;
  private final SearchStore store = new SearchStore();

  public ChatSearch(Database database, ChatStore entries) {
    this.database = database;
    this.entries = entries;
  }

  /// A page of what was found. The team looks through all rooms, or the given one (with the chat of
  /// an applicant also the notes about them); an applicant through their own chat.
  ///
  /// @param after the `next` of the page before
  public SearchHits search(
      Identity who, String typed, @Nullable RoomId room, @Nullable String after, int limit) {
    if (typed.isBlank()) {
      throw Refusal.invalid("q", "say what is looked for");
    }
    Scope scope = scope(who, room);
    long below = after == null ? Long.MAX_VALUE : below(after);
    Optional<SearchQuery> query = SearchQuery.read(typed);
    int most = Math.clamp(limit, 1, MAX_PAGE);
    List<SearchStore.Found> found =
        database.read(
            tx -> {
              if (room != null && entries.lastSeq(tx, room).isEmpty()) {
                throw ChatRules.noRoom();
              }
              return query.isEmpty()
                  ? List.of()
                  : store.find(tx, query.get(), scope, below, most + 1);
            });
    List<SearchStore.Found> page = found.subList(0, Math.min(most, found.size()));
    return new SearchHits(
        page.stream().map(one -> hit(one, query.orElseThrow())).toList(),
        found.size() > most ? Long.toString(page.getLast().searchId()) : null);
  }

  /// Makes messages be found that were said before there was an index.
  public void catchUp() {
    int all = 0;
    int added;
    do {
      added = database.<Integer>write(tx -> store.catchUp(tx, BATCH));
      all += added;
    } while (added == BATCH);
    if (all > 0) {
      LOG.info("{} messages were added to the index of the search", all);
    }
  }

  private static Scope scope(Identity who, @Nullable RoomId room) {
    if (room != null) {
      ChatRules.checkRoom(who, room);
    }
    if (who.isApplicant()) {
      return new Scope.OneRoom(RoomId.of(who.userId()));
    }
    if (room == null) {
      return new Scope.All();
    }
    return room.isTeamOnly() ? new Scope.OneRoom(room) : new Scope.About(room.applicant());
  }

  private static long below(String after) {
    try {
      return Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw Refusal.invalid("after", "after is not the next of a page");
    }
  }

  private static SearchHits.Hit hit(SearchStore.Found found, SearchQuery query) {
    Snippet snippet = snippet(found.entry(), query);
    return new SearchHits.Hit(
        found.entry(), found.applicant(), found.applicantName(), snippet.text(), snippet.marks());
  }

  /// Of the text; of the name of a file, if only that has the words.
  private static Snippet snippet(ChatEntry entry, SearchQuery query) {
    Snippet text = Snippet.of(entry.body(), query);
    List<Attachment> files = entry.attachments();
    if (!text.marks().isEmpty() || files == null) {
      return text;
    }
    return files.stream()
        .map(file -> Snippet.of(file.name(), query))
        .filter(name -> !name.marks().isEmpty())
        .findFirst()
        .orElse(text);
  }
}
