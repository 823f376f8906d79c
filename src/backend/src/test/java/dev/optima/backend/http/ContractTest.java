package dev.optima.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Which version the contract has.
class ContractTest {
  @Test
  void hasNoVersionOfItsOwn() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      Contract contract =
          Contract.load(vertx).toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
      assertThat(new JsonObject(contract.text()).getJsonObject("info").getString("version"))
          .as("nothing is packed here")
          .isEqualTo("development");
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void hasThatOfTheJar() {
    JsonObject contract = new JsonObject().put("info", new JsonObject().put("version", "x"));
    assertThat(Contract.ofVersion(contract, "1.2.3").getJsonObject("info").getString("version"))
        .isEqualTo("1.2.3");
  }
}
