/// Where a call is shown: Chromium inside the console's own scene, or the system's browser in app
/// mode.
@NullMarked
package dev.optima.console.surface;

import org.jspecify.annotations.NullMarked;
