package dev.optima.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/// What keeps people with a screen reader or a keyboard out, as axe-core finds it.
final class Access {

  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private Access() {}

  /// Nothing serious or critical stands in anybody's way on this page, as it is now.
  static void isOpen(Page page, String state) {
    List<String> found =
        new AxeBuilder(page)
            .setLegacyMode(true).analyze().getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .flatMap(
                    rule ->
                        rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                .toList();
    assertThat(found).as(state).isEmpty();
  }
}
