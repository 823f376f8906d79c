package dev.optima.console.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.palette.PaletteItem.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the palette finds by some letters, also Turkish ones.
class PaletteViewModelTest {
  private final List<String> done = new ArrayList<>();
  private final List<String> searched = new ArrayList<>();
  private final List<PaletteItem> everything = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private final PaletteViewModel palette = new PaletteViewModel(() -> now, searched::add);

  @BeforeEach
  void fill() {
    add(Kind.PERSON, "İnci Işık", "Product designer");
    add(Kind.PERSON, "John Doe", "Backend engineer");
    add(Kind.PERSON, "Ayşe Yılmaz", "Designer");
    add(Kind.PAGE, "Settings", "");
    add(Kind.ACTION, "Dark look", "");
    add(Kind.PERSON_ACTION, "Call John Doe", "");
    add(Kind.PERSON_ACTION, "Call Ayşe Yılmaz", "");
    palette.among(() -> everything);
    palette.open();
  }

  @Test
  void offersPeoplePagesAndActionsBeforeAnythingIsTyped() {
    assertThat(names())
        .containsExactly("İnci Işık", "John Doe", "Ayşe Yılmaz", "Settings", "Dark look");
  }

  @Test
  void findsTurkishNamesByTheLettersOfAnyKeyboard() {
    for (String typed : List.of("inci", "INCI", "İNCİ", "ıncı", "isik", "inci isik")) {
      palette.query().set(typed);
      assertThat(names()).as(typed).first().isEqualTo("İnci Işık");
    }
    palette.query().set("yilmaz");
    assertThat(names()).first().isEqualTo("Ayşe Yılmaz");
  }

  @Test
  void findsByInitialsAndByPartsOfSeveralWords() {
    palette.query().set("jd");
    assertThat(names()).first().isEqualTo("John Doe");
    palette.query().set("call ays");
    assertThat(names()).containsExactly("Call Ayşe Yılmaz");
    palette.query().set("dlk");
    assertThat(names()).first().isEqualTo("Dark look");
    palette.query().set("xyz");
    assertThat(names()).isEmpty();
  }

  @Test
  void prefersTheBeginningOfTheNameOverOtherNames() {
    palette.query().set("de");
    assertThat(names().indexOf("John Doe")).isNotNegative();
    palette.query().set("john");
    assertThat(names()).containsExactly("John Doe", "Call John Doe");
    palette.query().set("designer");
    assertThat(names()).containsExactlyInAnyOrder("İnci Işık", "Ayşe Yılmaz");
  }

  @Test
  void isMovedByArrowsAroundTheEndsAndTakenByEnter() {
    palette.query().set("john");
    palette.move(1);
    assertThat(palette.picked().get()).isEqualTo(1);
    palette.move(1);
    assertThat(palette.picked().get()).isZero();
    palette.move(-1);
    palette.take();
    assertThat(done).containsExactly("Call John Doe");
    assertThat(palette.isOpen().get()).isFalse();
  }

  @Test
  void asksTheBackendOnceTheTypingRests() {
    palette.query().set("z");
    palette.query().set("zey");
    palette.tick(now);
    assertThat(searched).isEmpty();
    now = now.plusSeconds(1);
    palette.tick(now);
    palette.tick(now.plusSeconds(1));
    assertThat(searched).containsExactly("zey");
    add(Kind.PERSON, "Zeynep Şahin", "");
    palette.tick(now);
    assertThat(names()).as("who became known").containsExactly("Zeynep Şahin");
  }

  private List<String> names() {
    return palette.found().stream().map(PaletteItem::name).toList();
  }

  private void add(Kind kind, String name, String other) {
    everything.add(
        new PaletteItem(name, kind, name, other, null, List.of(other), () -> done.add(name)));
  }
}
