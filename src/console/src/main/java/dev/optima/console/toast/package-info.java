/// Short notes at the lower edge of the window that go by themselves.
@NullMarked
package dev.optima.console.toast;

import org.jspecify.annotations.NullMarked;
