/// Tests of the call surfaces; those of Chromium run on a display of their own.
@NullMarked
package dev.optima.console.surface;

import org.jspecify.annotations.NullMarked;
