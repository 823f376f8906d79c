package dev.optima.protocol.json;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.optima.protocol.call.CallHappening;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.meeting.Overdue;
import dev.optima.protocol.message.CallAnswer;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.MeetingNews;
import dev.optima.protocol.message.ReminderKind;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.recording.RecordingMode;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.CallQuality;
import dev.optima.protocol.rest.CloseMeeting;
import dev.optima.protocol.rest.ExternalCalendar;
import dev.optima.protocol.rest.MailKind;
import dev.optima.protocol.rest.NotifyMeeting;
import dev.optima.protocol.rest.OutboxMails;
import dev.optima.protocol.rest.Stage;
import java.lang.reflect.Constructor;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/// The one JSON mapper: snake_case, RFC 3339 times in UTC, ids as strings, absent instead of null.
/// Unknown fields are ignored, so that an older program understands a newer one.
public final class Json {

  /// The deepest nesting that is read.
  private static final int MAX_DEPTH = 32;

  public static final JsonMapper MAPPER = mapper();

  private static final ObjectReader CLIENT = MAPPER.readerFor(ClientMessage.class);
  private static final ObjectReader SERVER = MAPPER.readerFor(ServerMessage.class);
  private static final ObjectWriter CLIENT_OUT = MAPPER.writerFor(ClientMessage.class);
  private static final ObjectWriter SERVER_OUT = MAPPER.writerFor(ServerMessage.class);

  private Json() {}

  /// Reads what a client says.
  ///
  /// @throws JsonRefusal if it is malformed or of an unknown type
  public static ClientMessage clientMessage(String text) throws JsonRefusal {
    return read(CLIENT, text);
  }

  /// Reads what the backend says.
  ///
  /// @throws JsonRefusal if it is malformed or of an unknown type
  public static ServerMessage serverMessage(String text) throws JsonRefusal {
    return read(SERVER, text);
  }

  public static String write(ClientMessage message) {
    return write(CLIENT_OUT, message);
  }

  public static String write(ServerMessage message) {
    return write(SERVER_OUT, message);
  }

  /// The JSON of a REST body.
  public static String write(Object body) {
    return write(MAPPER.writer(), body);
  }

  /// Reads a REST body.
  ///
  /// @throws JsonRefusal if it is malformed
  public static <T> T read(String text, Class<T> type) throws JsonRefusal {
    return read(MAPPER.readerFor(type), text);
  }

  private static <T> T read(ObjectReader reader, String text) throws JsonRefusal {
    T value;
    try {
      value = reader.readValue(text);
    } catch (InvalidTypeIdException e) {
      throw new JsonRefusal(
          e.getTypeId() == null ? ErrorCode.MALFORMED : ErrorCode.UNKNOWN_TYPE,
          e.getTypeId() == null ? "\"type\" is missing" : "unknown type");
    } catch (JsonProcessingException e) {
      throw new JsonRefusal(ErrorCode.MALFORMED, e.getOriginalMessage());
    }
    if (value == null) {
      throw new JsonRefusal(ErrorCode.MALFORMED, "null");
    }
    return value;
  }

  private static String write(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
    }
  }

  private static JsonMapper mapper() {
    var builder =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .annotationIntrospector(
                AnnotationIntrospector.pair(
                    new RequiredUnlessNullable(), new JacksonAnnotationIntrospector()))
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION);
    for (Class<?> id :
        new Class<?>[] {
          AttachmentId.class,
          CallId.class,
          MeetingId.class,
          MessageId.class,
          RoomId.class,
          UserId.class
        }) {
      builder.addMixIn(id, IdMixin.class);
    }
    for (Class<?> name :
        new Class<?>[] {
          CallOutcome.class,
          Side.class,
          CallAnswer.class,
          ChatEntry.Kind.class,
          ErrorCode.class,
          Role.class,
          Stage.class,
          MeetingStatus.class,
          MeetingAnswer.class,
          Absent.class,
          Overdue.class,
          ReminderKind.class,
          MeetingNews.What.class,
          CloseMeeting.Outcome.class,
          NotifyMeeting.Kind.class,
          ExternalCalendar.Kind.class,
          DayOfWeek.class,
          MailKind.class,
          OutboxMails.State.class,
          RecordingMode.class,
          CallHappening.Kind.class,
          ClientMessage.VideoCallQuality.Limit.class,
          CallQuality.Cause.class,
          AuditAct.class
        }) {
      builder.addMixIn(name, LowerCaseMixin.class);
    }
    JsonMapper mapper = builder.build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build());
    return mapper;
  }

  /// A record component is required and not null, unless it is `@Nullable`.
  private static final class RequiredUnlessNullable extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
      return isRequired(member) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
      return isRequired(annotated)
          ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
          : JsonSetter.Value.empty();
    }

    private static boolean isRequired(Annotated annotated) {
      return annotated instanceof AnnotatedParameter parameter
          && parameter.getOwner().getMember() instanceof Constructor<?> constructor
          && constructor.getDeclaringClass().isRecord()
          && !parameter.hasAnnotation(JsonAnySetter.class)
          && !constructor.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(
              Nullable.class);
    }
  }

  /// An id is a plain string.
  private record IdMixin(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    IdMixin {}
  }

  /// `NO_ANSWER` is `no_answer`.
  @EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
  private enum LowerCaseMixin {}
}
