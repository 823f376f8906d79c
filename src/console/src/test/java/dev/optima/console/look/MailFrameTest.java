package dev.optima.console.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.optima.console.sample.DeskRig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.concurrent.Worker;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A mail that is shown does nothing.
class MailFrameTest {

  @Test
  void fetchesNothingRunsNothingAndLeadsNowhere() throws Exception {
    FxToolkit.registerPrimaryStage();
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    String html =
        "<html><head><link rel=stylesheet href='%1$s/css'><script src=%1$s/js></script>"
            + "<meta http-equiv=refresh content='0;url=%1$s/refresh'></head>"
            + "<body background='%1$s/bg'><p id=words>Merhaba Ayşe</p><img src='%1$s/img'>"
            + "<iframe src='%1$s/frame'></iframe><a id=link HREF = '%1$s/link'>open</a>"
            + "<script>document.getElementById('words').textContent='run'</script></body></html>";
    MailFrame frame = DeskRig.fx(() -> new MailFrame(html.formatted(base)));
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () ->
            DeskRig.fx(
                () ->
                    frame.engine().getLoadWorker().getState() == Worker.State.SUCCEEDED
                        && frame.engine().getDocument() != null));
    WaitForAsyncUtils.waitForFxEvents(20);
    assertThat(
            DeskRig.fx(() -> frame.engine().getDocument().getElementById("words").getTextContent()))
        .isEqualTo("Merhaba Ayşe");
    assertThat(
            DeskRig.fx(
                () -> frame.engine().getDocument().getElementById("link").hasAttribute("href")))
        .isFalse();
    assertThat(asked).isEmpty();
    server.stop(0);
  }

  @Test
  void keepsTheWordsOfTheMail() {
    assertThat(MailFrame.harmless("<a style='x' href=\"https://a\">Open</a> my href=1"))
        .contains("data-href=\"https://a\"", ">Open</a>");
  }
}
