package dev.optima.backend.applicant;

import dev.optima.backend.search.SearchText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a column of an imported file may hold, told by its name: English or Turkish, in any case,
/// with or without spaces, hyphens and accents.
enum CsvColumn {
  NAME(
      "name",
      "full name",
      "first name",
      "given name",
      "applicant",
      "candidate",
      "ad",
      "adı",
      "ad soyad",
      "adı soyadı",
      "isim",
      "isim soyisim",
      "aday",
      "aday adı"),
  SURNAME("surname", "last name", "family name", "soyad", "soyadı", "soyisim"),
  EMAIL("email", "e-mail", "mail", "email address", "e-posta", "e-posta adresi", "mail adresi"),
  PHONE(
      "phone",
      "phone number",
      "telephone",
      "tel",
      "mobile",
      "mobile phone",
      "telefon",
      "telefon numarası",
      "telefon no",
      "cep",
      "cep telefonu",
      "gsm"),
  POSITION(
      "position",
      "job",
      "job title",
      "title",
      "role",
      "pozisyon",
      "görev",
      "görevi",
      "unvan",
      "ünvan",
      "başvurduğu pozisyon",
      "başvurulan pozisyon",
      "iş"),
  LANGUAGE("language", "lang", "dil"),
  TIME_ZONE("time zone", "timezone", "saat dilimi", "zaman dilimi"),
  STAGE("stage", "status", "aşama", "durum");

  private final Set<String> names;

  CsvColumn(String... names) {
    this.names = Set.copyOf(Arrays.stream(names).map(CsvColumn::key).distinct().toList());
  }

  /// The column of this name, if it is known.
  static Optional<CsvColumn> of(String name) {
    String key = key(name);
    return Arrays.stream(values()).filter(column -> column.names.contains(key)).findFirst();
  }

  /// The field of `NewApplicant` that it fills.
  String field() {
    return this == SURNAME ? "name" : name().toLowerCase(Locale.ROOT);
  }

  private static String key(String name) {
    return SearchText.of(name).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
