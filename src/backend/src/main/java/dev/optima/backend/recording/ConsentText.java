package dev.optima.backend.recording;

import dev.optima.protocol.rest.ConsentWording;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an applicant is asked before anything is recorded: who records what and why, how long it is
/// kept, that a no costs nothing, and how a yes is taken back.
///
/// Every change of these words needs a new [#VERSION], which a test demands.
public final class ConsentText {
  /// Of the words below.
  public static final String VERSION = "2";

  private static final Words ENGLISH =
      new Words(
          "May this interview be recorded?",
          List.of(
              "{organisation} would like to record this call: picture, sound, screens that are"
                  + " shared, and what is said as text (a transcript).",
              "It is for those who decide on your application, so that they can look something up"
                  + " again. Only the people at {organisation} who work with applications have"
                  + " access.",
              "The video service that {organisation} uses makes the recording. {organisation}"
                  + " keeps recording and transcript for {days} days at most and then deletes them.",
              "You are free to say no. The interview goes on in the same way, and no disadvantage"
                  + " follows.",
              "You can take your consent back at any time: “Stop recording” in this call stops it"
                  + " at once. Afterwards write to {organisation}, also if you want what was"
                  + " recorded until then to be deleted."));
  private static final Words TURKISH =
      new Words(
          "Bu görüşme kaydedilebilir mi?",
          List.of(
              "{organisation} bu görüşmeyi kaydetmek istiyor: görüntü, ses, paylaşılan ekranlar ve"
                  + " konuşulanların yazılı dökümü.",
              "Kayıt, başvurunuz hakkında karar verenlerin gerektiğinde yeniden bakabilmesi"
                  + " içindir. Kayda yalnızca {organisation} bünyesinde başvurularla ilgilenen"
                  + " kişiler erişebilir.",
              "Kaydı, {organisation} tarafından kullanılan görüntülü görüşme hizmeti yapar."
                  + " {organisation}, kaydı ve dökümü en fazla {days} gün saklar, sonra siler.",
              "Hayır demekte özgürsünüz. Görüşme aynı şekilde sürer ve bu size hiçbir olumsuzluk"
                  + " getirmez.",
              "İzninizi istediğiniz an geri alabilirsiniz: bu görüşmedeki “Kaydı durdur” düğmesi"
                  + " kaydı hemen durdurur. Sonrasında, o ana kadar kaydedilenlerin silinmesi için"
                  + " de {organisation} ile iletişime geçebilirsiniz."));
  private static final Map<String, Words> ALL = Map.of("en", ENGLISH, "tr", TURKISH);

  private final String organisation;
  private final int days;

  private record Words(String title, List<String> paragraphs) {}

  /// @param organisation who records
  /// @param days how long call data is kept
  public ConsentText(String organisation, int days) {
    this.organisation = organisation;
    this.days = days;
  }

  /// The languages in which it is there.
  public static Set<String> languages() {
    return ALL.keySet();
  }

  /// @throws IllegalArgumentException if it is not there in this language
  public ConsentWording in(String language) {
    Words words = ALL.get(language);
    if (words == null) {
      throw new IllegalArgumentException(language);
    }
    return new ConsentWording(
        VERSION, language, words.title, words.paragraphs.stream().map(this::filled).toList());
  }

  private String filled(String paragraph) {
    return paragraph
        .replace("{days}", Integer.toString(days))
        .replace("{organisation}", organisation);
  }

  /// The words themselves, with their placeholders.
  static String raw(String language) {
    Words words = ALL.get(language);
    return words == null ? "" : words.title + "\n" + String.join("\n", words.paragraphs);
  }
}
