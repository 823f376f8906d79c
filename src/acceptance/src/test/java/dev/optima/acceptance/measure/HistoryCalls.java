package dev.optima.acceptance.measure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A made-up history: calls of the last ninety days, of a team of forty, some of whom do most, with
/// applicants who have each a few. The same every time; a call is known by its number.
final class HistoryCalls {
  static final int CALLS = Integer.getInteger("optima.calls", 1_000_000);
  static final int APPLICANTS = Integer.getInteger("optima.applicants", 50_000);
  static final int TEAM = 40;

  private static final long DAYS = 90;
  private static final long HOUR = 3_600_000;
  private static final int THURSDAY = 72;
  private static final int WEEK = 168;

  private static final List<String> FIRST =
      List.of(
          "Ayşe", "Işıl", "İbrahim", "Ismail", "Çağla", "Şule", "Ömer", "Ümit", "Gökçe", "Mehmet",
          "Zeynep", "Mustafa", "John", "Jane", "Zoë", "Mark", "Anna", "Peter", "Olivia", "Noah",
          "Emma", "Liam", "Sophia", "James", "Amelia", "Lucas", "Mia", "Henry", "Ella", "Jack");
  private static final List<String> LAST =
      List.of(
          "Yılmaz",
          "Kaya",
          "Demir",
          "Şahin",
          "Çelik",
          "Yıldız",
          "Öztürk",
          "Aydın",
          "Özdemir",
          "Arslan",
          "Doğan",
          "Kılıç",
          "Smith",
          "Jones",
          "Taylor",
          "Brown",
          "Williams",
          "Wilson",
          "Åberg",
          "Müller",
          "García",
          "Novák",
          "O'Neill",
          "Kowalski",
          "Rossi",
          "Dubois",
          "Ivanov",
          "Jansen",
          "Nielsen",
          "Haddad",
          "Ionescu",
          "Popov",
          "Costa",
          "Silva",
          "Fischer",
          "Weber");
  static final List<String> POSITIONS =
      List.of(
          "Software Engineer",
          "Data Engineer",
          "Yazılım Mühendisi",
          "Nurse",
          "Accountant",
          "Sales Manager",
          "Ürün Müdürü",
          "Designer",
          "Chef",
          "Driver",
          "Welder",
          "Teacher",
          "Electrician",
          "Support Engineer",
          "Analyst",
          "Recruiter",
          "Lawyer",
          "Pharmacist",
          "Translator",
          "Barista");

  private final long end;

  /// @param end no call is newer, in milliseconds
  HistoryCalls(long end) {
    this.end = end;
  }

  /// One call.
  record Call(
      int number,
      long at,
      int caller,
      int guest,
      int applicant,
      String outcome,
      int outcomeNumber,
      String state,
      int length,
      @Nullable Double score) {

    String id() {
      return "0bench%020d".formatted(number);
    }

    boolean met() {
      return length >= 0;
    }

    boolean rang() {
      return outcomeNumber < 7;
    }
  }

  private static final List<String> OUTCOMES =
      List.of(
          "COMPLETED",
          "DROPPED",
          "ABANDONED",
          "NOT_JOINED",
          "REJECTED",
          "NO_ANSWER",
          "OFFLINE",
          "CANCELLED");
  private static final List<String> STATES =
      List.of("ENDED", "ENDED", "ENDED", "FAILED", "REJECTED", "MISSED", "MISSED", "CANCELLED");

  /// Of a hundred calls, how many ended so, or as those before it.
  private static final int[] SHARES = {58, 61, 63, 66, 73, 90, 96, 100};

  Call call(int number) {
    var random = new Random(number * 7_919L + 13);
    int percent = random.nextInt(100);
    int outcome = 0;
    while (SHARES[outcome] <= percent) {
      outcome++;
    }
    boolean met = outcome < 2;
    double much = random.nextDouble();
    return new Call(
        number,
        at(number, random),
        (int) (TEAM * much * much),
        met && random.nextInt(8) == 0 ? random.nextInt(TEAM) : -1,
        random.nextInt(APPLICANTS),
        OUTCOMES.get(outcome),
        outcome + 1,
        STATES.get(outcome),
        met ? 20 + (int) Math.exp(4 + 4 * random.nextDouble()) : -1,
        met && random.nextInt(5) > 0 ? (150 + random.nextInt(310)) / 100.0 : null);
  }

  /// Most in working hours.
  private long at(int number, Random random) {
    long span = DAYS * 24 * HOUR;
    long at = end - span + (long) ((double) number / CALLS * span);
    long hour = at / HOUR % 24;
    boolean night = hour < 6 || hour > 17;
    return night && random.nextInt(10) > 0
        ? at - at % (24 * HOUR) + 9 * HOUR + at % (8 * HOUR)
        : at;
  }

  static String applicantId(int applicant) {
    return "0applicant%016d".formatted(applicant);
  }

  static String memberId(int member) {
    return "0member%019d".formatted(member);
  }

  static String applicantName(int applicant) {
    var random = new Random(applicant);
    return FIRST.get(random.nextInt(FIRST.size())) + " " + LAST.get(random.nextInt(LAST.size()));
  }

  static String memberName(int member) {
    return FIRST.get(member % FIRST.size()) + " " + LAST.get(member * 7 % LAST.size());
  }

  static String position(int applicant) {
    double much = new Random(applicant * 31L).nextDouble();
    return POSITIONS.get((int) (POSITIONS.size() * much * much));
  }

  /// As the backend sorts and finds it.
  static String folded(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replace('ı', 'i')
        .replace("ß", "ss");
  }

  static String words(Call call) {
    Stream<String> texts =
        Stream.of(
            applicantName(call.applicant()),
            position(call.applicant()),
            memberName(call.caller()),
            call.guest() < 0 ? "" : memberName(call.guest()));
    return texts
        .flatMap(text -> Stream.of(folded(text).split("[^\\p{L}\\p{N}]+")))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(" ", " ", " "));
  }

  static int weekHour(long at) {
    return (int) ((at / HOUR + THURSDAY) % WEEK);
  }

  /// As the backend writes ids and positions in the history.
  static long key(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Math.max(1, ByteBuffer.wrap(hash).getLong() & Long.MAX_VALUE);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
