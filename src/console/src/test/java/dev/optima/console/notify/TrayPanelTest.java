package dev.optima.console.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.icons.Panel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What Windows' `reg query` prints, by a program that prints it.
class TrayPanelTest {

  @Test
  @EnabledOnOs(OS.LINUX)
  void theTaskBarOfWindowsHasALookOfItsOwn() {
    assertThat(saying("0x1").now(true)).isEqualTo(Panel.LIGHT);
    assertThat(saying("0x0").now(false)).isEqualTo(Panel.DARK);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatIsNotKnownIsAsThePrograms() {
    assertThat(TrayPanel.windows(List.of("false")).now(true)).isEqualTo(Panel.DARK);
    assertThat(TrayPanel.windows(List.of("echo", "ERROR: not found")).now(false))
        .isEqualTo(Panel.LIGHT);
    assertThat(TrayPanel.windows(List.of("no-such-program")).now(true)).isEqualTo(Panel.DARK);
  }

  @Test
  void macosFollowsThePrograms() {
    assertThat(TrayPanel.asThePrograms().now(true)).isEqualTo(Panel.DARK);
    assertThat(TrayPanel.asThePrograms().now(false)).isEqualTo(Panel.LIGHT);
  }

  private static TrayPanel saying(String value) {
    return TrayPanel.windows(
        List.of(
            "printf",
            "\\r\\nHKEY_CURRENT_USER\\\\Software\\r\\n    SystemUsesLightTheme    REG_DWORD    %s"
                + "\\r\\n\\r\\n",
            value));
  }
}
