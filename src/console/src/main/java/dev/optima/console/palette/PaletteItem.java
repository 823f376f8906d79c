package dev.optima.console.palette;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that the palette finds.
///
/// @param id stable, for views and tests
/// @param name what it is called, in the recruiter's language
/// @param detail said smaller beside it
/// @param keys the shortcut that does the same, or null
/// @param others other names by which it is found
public record PaletteItem(
    String id,
    Kind kind,
    String name,
    String detail,
    @Nullable String keys,
    List<String> others,
    Runnable deed) {
  public PaletteItem {
    others = List.copyOf(others);
  }

  /// Equal is what looks equal: the deed is made anew each time.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PaletteItem that
        && id.equals(that.id)
        && name.equals(that.name)
        && detail.equals(that.detail);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /// What it is; in the order in which equals are shown.
  public enum Kind {
    PERSON,
    PAGE,
    /// Something that can be done with a person: only offered when it is looked for.
    PERSON_ACTION,
    ACTION
  }
}
