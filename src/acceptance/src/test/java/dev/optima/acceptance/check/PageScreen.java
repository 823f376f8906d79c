package dev.optima.acceptance.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.optima.acceptance.harness.ApplicantPage;
import dev.optima.acceptance.harness.CuttableProxy;
import java.util.ArrayList;
import java.util.TreeMap;

/// The applicant's page in a browser. Belongs to one thread, as Playwright does.
final class PageScreen implements Screen {
  private static final JsonMapper JSON = new JsonMapper();

  /// All at one moment: the page draws nothing while this runs.
  private static final String ROWS =
      """
      () => JSON.stringify([...document.querySelectorAll('[data-testid=messages] [data-testid=message]')].map((el) => ({
        seq: Number(el.dataset.seq),
        status: el.dataset.status,
        deleted: el.dataset.deleted === 'true',
        body: el.querySelector('.body')?.textContent ?? '',
        changing: el.querySelector('.mark.pending') !== null,
        reactions: [...el.querySelectorAll('[data-testid=reaction]')].map((one) => [one.dataset.emoji, Number(one.querySelector('.nums').textContent)]),
      })))
      """;

  private static final String BACK =
      "() => { document.querySelector('[data-testid=messages]').scrollTop = 0; }";
  private static final String ONLINE = "() => document.body.dataset.connection === 'online'";
  private static final String EDITS =
      "() => !document.querySelector('[data-testid=composer-about]').hidden";
  private static final String REACT =
      "() => [...document.querySelectorAll('[data-testid=reaction]')].at(-1)?.click()";

  private final ApplicantPage applicant;
  private final CuttableProxy cable;

  PageScreen(ApplicantPage applicant, CuttableProxy cable) {
    this.applicant = applicant;
    this.cable = cable;
  }

  private Page page() {
    return applicant.page();
  }

  private Locator composer() {
    return page().getByTestId("composer");
  }

  @Override
  public boolean isOnline() {
    return Boolean.TRUE.equals(page().evaluate(ONLINE));
  }

  @Override
  public CuttableProxy cable() {
    return cable;
  }

  @Override
  public void say(String words) {
    composer().fill(words);
    composer().press("Enter");
  }

  @Override
  public void change(int times) {
    composer().fill("");
    composer().press("ArrowUp");
    if (Boolean.TRUE.equals(page().evaluate(EDITS))) {
      composer().fill(Words.edited(Words.keyIn(composer().inputValue()), times));
      composer().press("Enter");
    }
  }

  /// Gives what somebody else gave, or takes it back.
  @Override
  public void react() {
    page().evaluate(REACT);
  }

  @Override
  public void back() {
    page().evaluate(BACK);
  }

  /// As after F5.
  void reload() {
    applicant.reload();
    applicant.awaitOnline();
  }

  @Override
  public Glance glance() {
    var rows = new ArrayList<Glance.Row>();
    var waiting = new ArrayList<String>();
    for (JsonNode row : read(String.valueOf(page().evaluate(ROWS)))) {
      if (row.path("seq").asLong() == 0) {
        waiting.add(row.path("body").asText());
      } else {
        rows.add(row(row));
      }
    }
    return new Glance(rows, waiting);
  }

  private static Glance.Row row(JsonNode row) {
    var reactions = new TreeMap<String, Integer>();
    row.path("reactions").forEach(one -> reactions.put(one.get(0).asText(), one.get(1).asInt()));
    return new Glance.Row(
        row.path("seq").asLong(),
        row.path("body").asText(),
        row.path("deleted").asBoolean(),
        reactions,
        row.path("changing").asBoolean());
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON: " + json, e);
    }
  }
}
