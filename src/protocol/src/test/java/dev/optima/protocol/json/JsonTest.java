package dev.optima.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallAnswer;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.CallRow;
import dev.optima.protocol.rest.NewApplicant;
import dev.optima.protocol.rest.SignIn;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "\"hello\"",
        "{}",
        "{\"type\":null}",
        "{\"type\":\"video_call_request\",\"room_id\":\"applicant_1\"}",
        "{\"type\":\"video_call_request\",\"room_id\":\"applicant_1\",\"key\":null}",
        "{\"type\":\"video_call_request\",\"room_id\":\"lobby\",\"key\":\"k\"}",
        "{\"type\":\"video_call_request\",\"room_id\":\"applicant_../x\",\"key\":\"k\"}",
        "{\"type\":\"video_call_accept\",\"call_id\":\"\"}",
        "{\"type\":\"video_call_response\",\"call_id\":\"c\",\"action\":\"maybe\"}",
        "{\"type\":\"chat_read\",\"room_id\":\"applicant_1\",\"seq\":\"many\"}",
        "{\"type\":\"chat_read\",\"room_id\":\"applicant_1\"}",
        "{\"type\":\"ping\"} {\"type\":\"ping\"}",
      })
  void whatIsNotAMessageIsMalformed(String text) {
    assertThat(refusal(text).code()).isEqualTo(ErrorCode.MALFORMED);
  }

  @Test
  void anUnknownTypeIsToldApart() {
    assertThat(refusal("{\"type\":\"video_call_explode\"}").code())
        .isEqualTo(ErrorCode.UNKNOWN_TYPE);
  }

  @Test
  void aRowOfTheHistoryIsACallAndMore() throws JsonRefusal {
    CallRow row =
        new CallRow(
            Samples.call(CallState.ENDED), "direct", "Backend engineer", null, 4.25, 1, false);

    String json = Json.write(row);

    assertThat(json).contains("\"call_id\":\"c-1\"", "\"score\":4.25").doesNotContain("\"call\":");
    assertThat(Json.read(json, CallRow.class)).isEqualTo(row);
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "{\"type\":\"rtc_signal\",\"call_id\":\"c\",\"x\":" + "[".repeat(5000);
    assertThat(refusal(deep).code()).isEqualTo(ErrorCode.MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({"accept, ACCEPT", "reject, REJECT"})
  void answersAreLowerCase(String wire, CallAnswer answer) throws JsonRefusal {
    var message =
        Json.clientMessage(
            "{\"action\":\"" + wire + "\",\"call_id\":\"c\",\"type\":\"video_call_response\"}");
    assertThat(message)
        .isInstanceOfSatisfying(
            ClientMessage.VideoCallResponse.class,
            response -> assertThat(response.action()).isEqualTo(answer));
  }

  @Test
  void anOlderProgramReadsANewerOne() throws JsonRefusal {
    assertThat(Json.clientMessage("{\"type\":\"ping\",\"mood\":\"good\",\"nested\":{\"a\":[1]}}"))
        .isEqualTo(new ClientMessage.Ping());
  }

  @Test
  void optionalFieldsMayBeAbsentOrNull() throws JsonRefusal {
    assertThat(Json.clientMessage("{\"type\":\"hello\",\"token\":null}"))
        .isEqualTo(new ClientMessage.Hello(null, null));
    assertThat(
            Json.read(
                "{\"name\":\"A\",\"email\":\"a@example.org\",\"language\":\"tr\",\"time_zone\":\"Europe/Istanbul\"}",
                NewApplicant.class))
        .isEqualTo(
            new NewApplicant("A", "a@example.org", null, null, "tr", "Europe/Istanbul", null));
  }

  @Test
  void secretsAreNotPrinted() {
    assertThat(new SignIn("elif@example.org", "hunter2").toString()).doesNotContain("hunter2");
    assertThat(new ClientMessage.Hello("ost_secret", null).toString()).doesNotContain("ost_secret");
    assertThat(Samples.server().get("video_call_ready")).hasToString("VideoCallReady[c-1, direct]");
  }

  @Test
  void aSnapshotKeepsWhatTheMachineNeeds() {
    var started = (ServerMessage.VideoCallStarted) Samples.server().get("video_call_started");
    assertThat(started).isNotNull();
    CallSnapshot snapshot = started.call();
    assertThat(snapshot.toSession().state()).isEqualTo(CallState.ACTIVE);
    assertThat(snapshot.toSession().callerId()).isEqualTo(snapshot.callerId());
    assertThat(snapshot.toSession().participants()).hasSize(2);
  }

  @Property(tries = 2000)
  void noTextBreaksTheReader(@ForAll @StringLength(max = 200) String text) {
    try {
      Json.clientMessage(text);
    } catch (JsonRefusal expected) {
      assertThat(expected.code()).isIn(ErrorCode.MALFORMED, ErrorCode.UNKNOWN_TYPE);
    }
  }

  private static JsonRefusal refusal(String text) {
    return catchThrowableOfType(JsonRefusal.class, () -> Json.clientMessage(text));
  }
}
