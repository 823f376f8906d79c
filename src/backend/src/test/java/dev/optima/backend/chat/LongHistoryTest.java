package dev.optima.backend.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.search.MessageIndex;
import dev.optima.backend.search.SearchQuery;
import dev.optima.backend.store.Engine;
import dev.optima.backend.store.Sql;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.rest.MessageList;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Rooms of 100,000 messages: a page costs what a page costs, wherever it is. What proves it is not
/// a time but the way the database takes.
class LongHistoryTest {
  private static final long MANY = 100_000;
  private static final String FILL =
      """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      INSERT INTO messages (room_id, seq, id, sender_id, sender_name, kind, body, request_key,
        sent_at, change)
      SELECT ?, i, 'm' || i, 'ayse', 'Ayse', 'TEXT', 'message ' || i, 'k' || i, i,
        CASE WHEN i % 100 = 0 THEN i / 100 END
      FROM n\
      """;

  @TempDir Path folder;

  private static Identity longRoom(World world) {
    Identity mert = world.applicant("mert");
    world.database.<Integer>write(
        tx -> {
          tx.update(FILL, MANY, World.room(mert));
          tx.update(
              "UPDATE rooms SET last_seq = ?, last_change = ? WHERE id = ?",
              MANY,
              MANY / 100,
              World.room(mert));
          return tx.update("ANALYZE");
        });
    return mert;
  }

  private static String plan(World world, String sql, @Nullable Object... parameters) {
    return world.database.read(
        tx ->
            String.join(
                "\n",
                tx.sql() == Sql.SQLITE
                    ? tx.list("EXPLAIN QUERY PLAN " + sql, row -> row.text(4), parameters)
                    : tx.list("EXPLAIN " + sql, row -> row.text(1), parameters)));
  }

  /// Goes to the place by an index and reads on from there: nothing is sorted, nothing passed over.
  private static void assertDirect(Engine engine, String plan) {
    if (engine == Engine.SQLITE) {
      assertThat(plan).contains("SEARCH m ").doesNotContain("TEMP B-TREE", "SCAN m");
    } else {
      assertThat(plan)
          .contains("Index")
          .doesNotContain("Seq Scan on messages", "Sort", "Filter: (seq", "Filter: (change");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPageIsFoundByAnIndex(Engine engine) {
    try (var world = new World(engine.open(folder))) {
      RoomId room = World.room(longRoom(world));
      for (long seq : List.of(10L, MANY / 2, MANY, Long.MAX_VALUE)) {
        assertDirect(engine, plan(world, ChatStore.BEFORE, room, seq, 50));
        assertDirect(engine, plan(world, ChatStore.AFTER, room, Math.min(seq, MANY), 50));
      }
      assertDirect(engine, plan(world, ChatStore.CHANGES_AFTER, room, 900L, 50));
      assertDirect(engine, plan(world, ChatStore.CHANGES_AFTER, room, 0L, 50));
      String reactions = plan(world, ReactionStore.SAID, room, MANY - 50, MANY);
      assertThat(reactions).doesNotContain("SCAN m", "Seq Scan on messages");
      reactions = plan(world, ReactionStore.CHANGED, room, 900L, 950L);
      assertThat(reactions).doesNotContain("SCAN m", "Seq Scan on messages");
    }
  }

  @ParameterizedTest
  @EnumSource
  void pagesLeadBackToTheBeginning(Engine engine) {
    try (var world = new World(engine.open(folder))) {
      Identity mert = longRoom(world);
      long before = MANY + 1;
      for (int page = 0; page < MANY / ChatHistory.MAX_PAGE; page++) {
        MessageList list =
            world
                .chat
                .history()
                .messages(mert, World.room(mert), null, before, ChatHistory.MAX_PAGE);
        assertThat(list.messages()).hasSize(ChatHistory.MAX_PAGE);
        assertThat(list.messages().getLast().seq()).isEqualTo(before - 1);
        before = list.messages().getFirst().seq();
      }
      assertThat(before).isEqualTo(1);
      assertThat(world.chat.history().changes(mert, World.room(mert), 998, 50).messages())
          .extracting(ChatEntry::seq)
          .containsExactly(99_900L, 100_000L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSearchSortsNothingAndReadsOnlyWhatItFound(Engine engine) {
    try (var world = new World(engine.open(folder))) {
      longRoom(world);
      world.search.catchUp();
      Sql sql = world.database.read(tx -> tx.sql());
      world.database.<Integer>write(tx -> tx.update("ANALYZE"));
      String plan =
          plan(
              world,
              SearchStore.FOUND.formatted(MessageIndex.condition(sql)),
              MessageIndex.match(
                  sql,
                  SearchQuery.read("message 99999").orElseThrow(),
                  new MessageIndex.Scope.All()),
              Long.MAX_VALUE,
              50);
      assertThat(plan).contains("messages_by_search_id").doesNotContain("TEMP B-TREE", "SCAN m");
      assertThat(plan).doesNotContain("Seq Scan on messages", "Seq Scan on message_search");
      if (sql == Sql.SQLITE) {
        String next = plan(world, "SELECT " + MessageIndex.nextId(sql));
        assertThat(next)
            .as("the next number is looked up, not counted")
            .contains("messages_by_search_id");
      }
    }
  }
}
