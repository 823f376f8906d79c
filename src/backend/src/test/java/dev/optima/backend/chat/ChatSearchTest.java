package dev.optima.backend.chat;

import static dev.optima.backend.world.World.notes;
import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.NewMessage;
import dev.optima.protocol.rest.SearchHits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What was said is found, by whom it may be.
class ChatSearchTest {
  @TempDir Path folder;

  private void on(Engine engine, Story.OfThree story) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> story.tell(world, ayse, mert, world.applicant("Mert")));
  }

  private static int keys;

  private static MessageId say(World world, Identity who, RoomId room, String body) {
    var message = new NewMessage("k" + keys++, body, null, null);
    return world.chat.send(who, room, message).messageId();
  }

  private static List<String> found(World world, Identity who, String typed) {
    return found(world.search.search(who, typed, null, null, 50));
  }

  private static List<String> found(SearchHits hits) {
    return hits.hits().stream().map(hit -> hit.entry().body()).toList();
  }

  @ParameterizedTest
  @EnumSource
  void allWordsInAnyOrderAndTheLastAsABeginning(Engine engine) {
    on(
        engine,
        (world, ayse, mert, other) -> {
          say(world, ayse, room(mert), "İlk GÖRÜŞME perşembe günü saat 14:30'da");
          say(world, mert, room(mert), "Görüşmeler için teşekkür ederim");
          say(world, ayse, room(other), "Perşembe uygun mu?");
          assertThat(found(world, ayse, "gorus"))
              .containsExactly(
                  "Görüşmeler için teşekkür ederim", "İlk GÖRÜŞME perşembe günü saat 14:30'da");
          assertThat(found(world, ayse, "PERŞEMBE ilk"))
              .containsExactly("İlk GÖRÜŞME perşembe günü saat 14:30'da");
          assertThat(found(world, ayse, "pers gorusme")).as("only the last may be cut").isEmpty();
          assertThat(found(world, ayse, "30 14")).hasSize(1);
          assertThat(found(world, ayse, "persembe")).hasSize(2);
          assertThat(found(world, ayse, "ISTANBUL")).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void aHitShowsWhereAndWhy(Engine engine) {
    on(
        engine,
        (world, ayse, mert, other) -> {
          MessageId id = say(world, mert, room(mert), "Kod örneğini bitirdim");
          SearchHits.Hit hit = world.search.search(ayse, "örneg", null, null, 50).hits().getFirst();
          assertThat(hit.entry().messageId()).isEqualTo(id);
          assertThat(hit.applicantId()).isEqualTo(mert.userId());
          assertThat(hit.applicantName()).isEqualTo("Name of mert");
          assertThat(hit.snippet()).isEqualTo("Kod örneğini bitirdim");
          assertThat(hit.marks()).containsExactly(new SearchHits.Mark(4, 12));
        });
  }

  @ParameterizedTest
  @EnumSource
  void theIndexFollowsEditsAndDeletions(Engine engine) {
    on(
        engine,
        (world, ayse, mert, other) -> {
          MessageId id = say(world, ayse, room(mert), "salı günü");
          MessageId gone = say(world, ayse, room(mert), "salı akşamı");
          world.chat.edit(ayse, room(mert), id, "çarşamba günü");
          world.chat.delete(ayse, room(mert), gone);
          assertThat(found(world, ayse, "sali")).isEmpty();
          assertThat(found(world, ayse, "aksami")).isEmpty();
          assertThat(found(world, ayse, "carsamba")).containsExactly("çarşamba günü");
          assertThat(found(world, ayse, "gunu")).containsExactly("çarşamba günü");
          world.chat.edit(ayse, room(mert), id, "cuma");
          assertThat(found(world, ayse, "carsamba")).isEmpty();
          assertThat(found(world, ayse, "cuma")).containsExactly("cuma");
        });
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatIsKnownAddsNothing(Engine engine) {
    on(
        engine,
        (world, ayse, mert, other) -> {
          world.chat.send(ayse, room(mert), new NewMessage("same", "tek", null, null));
          world.chat.send(ayse, room(mert), new NewMessage("same", "baska", null, null));
          say(world, ayse, room(mert), "tek daha");
          assertThat(found(world, ayse, "tek")).containsExactly("tek daha", "tek");
          assertThat(found(world, ayse, "baska")).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void eachFindsWhatIsTheirs(Engine engine) {
    on(
        engine,
        (world, ayse, mert, other) -> {
          say(world, ayse, room(mert), "maaş mert");
          say(world, ayse, notes(mert), "maaş not");
          say(world, ayse, room(other), "maaş other");
          assertThat(found(world, ayse, "maas"))
              .containsExactly("maaş other", "maaş not", "maaş mert");
          assertThat(found(world.search.search(ayse, "maas", room(mert), null, 50)))
              .as("with the chat also the notes")
              .containsExactly("maaş not", "maaş mert");
          assertThat(found(world.search.search(ayse, "maas", notes(mert), null, 50)))
              .containsExactly("maaş not");
          assertThat(found(world.search.search(ayse, "maas", room(other), null, 50)))
              .as("an id is not its lower-case twin")
              .containsExactly("maaş other");
          assertThat(found(world, mert, "maas")).containsExactly("maaş mert");
          assertThat(found(world.search.search(mert, "maas", room(mert), null, 50)))
              .containsExactly("maaş mert");
          for (RoomId hidden : List.of(notes(mert), room(other), new RoomId("applicant_nobody"))) {
            assertThat(refused(() -> world.search.search(mert, "maas", hidden, null, 50)))
                .isEqualTo(ErrorCode.NOT_FOUND);
          }
          assertThat(
                  refused(
                      () ->
                          world.search.search(
                              ayse, "maas", new RoomId("applicant_nobody"), null, 50)))
              .isEqualTo(ErrorCode.NOT_FOUND);
          assertThat(found(world, ayse, "applicant mert")).as("ids are no words").isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void pagesGoFromTheNewestToTheOldest(Engine engine) {
    on(
        engine,
        (world, ayse, mert, other) -> {
          for (int i = 0; i < 25; i++) {
            say(world, ayse, i % 2 == 0 ? room(mert) : room(other), "kelime " + i);
          }
          List<String> seen = new ArrayList<>();
          String after = null;
          int pages = 0;
          do {
            SearchHits hits = world.search.search(ayse, "kelime", null, after, 10);
            seen.addAll(found(hits));
            say(world, ayse, room(mert), "kelime that comes while somebody turns pages");
            after = hits.next();
            pages++;
          } while (after != null);
          assertThat(pages).isEqualTo(3);
          assertThat(seen)
              .isEqualTo(IntStream.range(0, 25).mapToObj(i -> "kelime " + i).toList().reversed());
          assertThat(refused(() -> world.search.search(ayse, "kelime", null, "x'--", 10)))
              .isEqualTo(ErrorCode.INVALID);
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatIsMeantToDoHarmIsLookedForAsItStands(Engine engine) {
    on(
        engine,
        (world, ayse, mert, other) -> {
          say(world, ayse, room(mert), "near the or not and");
          for (String hostile :
              List.of(
                  "\"",
                  "'",
                  "a\"b",
                  "NEAR(the or)",
                  "near OR the",
                  "NOT the",
                  "the AND",
                  "words:the",
                  "^the",
                  "the*",
                  "* the",
                  "{the}: x",
                  "the & ! | ( <-> :*",
                  "\\",
                  "the\u0000or",
                  "\uD800the",
                  "\uE000applicant\uE003mert",
                  "' OR 1=1; DROP TABLE messages; --",
                  "%_%",
                  "the ".repeat(2_000),
                  "x".repeat(4_000),
                  "👍👍",
                  "\u202E the \uFFFF",
                  "ﷺ".repeat(30))) {
            assertThat(found(world, ayse, hostile)).as(hostile).hasSizeLessThanOrEqualTo(1);
          }
          assertThat(found(world, ayse, "the or not")).hasSize(1);
          assertThat(found(world, ayse, "\uE000applicant\uE003mert")).isEmpty();
          assertThat(refused(() -> world.search.search(ayse, " \t", null, null, 5)))
              .isEqualTo(ErrorCode.INVALID);
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatWasSaidBeforeThereWasAnIndexIsAdded(Engine engine) {
    on(
        engine,
        (world, ayse, mert, other) -> {
          for (int i = 0; i < 1_203; i++) {
            say(world, ayse, room(mert), "eski " + i);
          }
          world.database.<Integer>write(
              tx -> {
                tx.update("UPDATE messages SET search_id = NULL");
                return tx.update("DELETE FROM message_search");
              });
          assertThat(found(world, ayse, "eski")).isEmpty();
          world.search.catchUp();
          world.search.catchUp();
          say(world, ayse, room(mert), "eski 1203");
          assertThat(found(world.search.search(ayse, "eski", null, null, 2)))
              .containsExactly("eski 1203", "eski 1202");
          assertThat(found(world, ayse, "eski 1170")).containsExactly("eski 1170");
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatIsErasedIsInNoIndex(Engine engine) {
    on(
        engine,
        (world, ayse, mert, other) -> {
          say(world, ayse, room(mert), "bir");
          say(world, ayse, room(other), "bir");
          long left =
              world.database.<Long>write(
                  tx -> {
                    tx.update("DELETE FROM applicants WHERE id = ?", mert.userId());
                    return tx.first("SELECT count(*) FROM message_search", row -> row.number(1))
                        .orElseThrow();
                  });
          assertThat(left).isEqualTo(1);
          assertThat(found(world, ayse, "bir")).hasSize(1);
        });
  }

  private static ErrorCode refused(Runnable command) {
    return catchThrowableOfType(Refusal.class, command::run).code();
  }
}
