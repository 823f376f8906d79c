package dev.optima.console.applicant;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.Invitation;
import dev.optima.protocol.rest.NewApplicant;
import java.time.ZoneId;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Makes an applicant, then the link that invites them.
public final class NewApplicantViewModel {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern PHONE = Pattern.compile("[+0-9 ()/.-]{3,40}");
  private static final int MAX_NAME = 200;

  private final ApiClient api;
  private final Tasks tasks;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty email = new SimpleStringProperty("");
  private final StringProperty phone = new SimpleStringProperty("");
  private final StringProperty position = new SimpleStringProperty("");
  private final StringProperty language = new SimpleStringProperty("en");
  private final StringProperty timeZone = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable FieldProblem> problem =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Applicant> created = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Invitation> invitation =
      new ReadOnlyObjectWrapper<>();

  /// The fields of the form.
  public enum Field {
    NAME,
    EMAIL,
    PHONE,
    TIME_ZONE,
    /// No field in particular.
    NONE
  }

  /// What is wrong, and where.
  public record FieldProblem(Field field, Message text) {}

  public NewApplicantViewModel(ApiClient api, Tasks tasks, String language, ZoneId zone) {
    this.api = api;
    this.tasks = tasks;
    this.language.set(language);
    this.timeZone.set(zone.getId());
  }

  /// An invitation for somebody who is there already.
  public void inviteExisting(Applicant applicant) {
    created.set(applicant);
    invite();
  }

  /// Makes the applicant if all is in order.
  public void create() {
    if (busy.get()) {
      return;
    }
    FieldProblem wrong = check();
    problem.set(wrong);
    if (wrong != null) {
      return;
    }
    busy.set(true);
    NewApplicant applicant =
        new NewApplicant(
            name.get().strip(),
            email.get().strip(),
            blankToNull(phone.get()),
            blankToNull(position.get()),
            language.get(),
            timeZone.get(),
            null);
    tasks.run(
        () -> api.create(applicant),
        made -> {
          busy.set(false);
          created.set(made);
          invite();
        },
        this::failed);
  }

  /// Makes a new link; an older one stays good until it is used or over.
  public void invite() {
    Applicant applicant = created.get();
    if (applicant == null || busy.get()) {
      return;
    }
    busy.set(true);
    problem.set(null);
    tasks.run(
        () -> api.invite(applicant.applicantId()),
        link -> {
          busy.set(false);
          invitation.set(link);
        },
        this::failed);
  }

  private void failed(Exception failure) {
    busy.set(false);
    if (failure instanceof ApiException api && api.is(ErrorCode.CONFLICT)) {
      problem.set(new FieldProblem(Field.EMAIL, Message.of("applicant.emailTaken")));
    } else {
      problem.set(new FieldProblem(fieldOf(failure), ApiFailures.explain(failure)));
    }
  }

  private static Field fieldOf(Exception failure) {
    String field =
        failure instanceof ApiException api
            ? api.problem().map(p -> p.field() == null ? "" : p.field()).orElse("")
            : "";
    return switch (field) {
      case "name" -> Field.NAME;
      case "email" -> Field.EMAIL;
      case "phone" -> Field.PHONE;
      case "time_zone" -> Field.TIME_ZONE;
      default -> Field.NONE;
    };
  }

  private @Nullable FieldProblem check() {
    String whole = name.get().strip();
    if (whole.isEmpty() || whole.length() > MAX_NAME) {
      return new FieldProblem(Field.NAME, Message.of("applicant.nameMissing"));
    }
    if (!EMAIL.matcher(email.get().strip()).matches()) {
      return new FieldProblem(Field.EMAIL, Message.of("applicant.emailWrong"));
    }
    if (!phone.get().isBlank() && !PHONE.matcher(phone.get().strip()).matches()) {
      return new FieldProblem(Field.PHONE, Message.of("applicant.phoneWrong"));
    }
    if (!ZoneId.getAvailableZoneIds().contains(timeZone.get())) {
      return new FieldProblem(Field.TIME_ZONE, Message.of("applicant.zoneWrong"));
    }
    return null;
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text.strip();
  }

  public StringProperty name() {
    return name;
  }

  public StringProperty email() {
    return email;
  }

  public StringProperty phone() {
    return phone;
  }

  public StringProperty position() {
    return position;
  }

  /// BCP 47.
  public StringProperty language() {
    return language;
  }

  /// IANA.
  public StringProperty timeZone() {
    return timeZone;
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable FieldProblem> problem() {
    return problem.getReadOnlyProperty();
  }

  /// The applicant, once made.
  public ReadOnlyObjectProperty<@Nullable Applicant> created() {
    return created.getReadOnlyProperty();
  }

  /// The link, once made.
  public ReadOnlyObjectProperty<@Nullable Invitation> invitation() {
    return invitation.getReadOnlyProperty();
  }
}
