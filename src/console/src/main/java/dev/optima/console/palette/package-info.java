/// The palette: everything that can be opened or done, found by some letters of its name.
@NullMarked
package dev.optima.console.palette;

import org.jspecify.annotations.NullMarked;
