/// Draws the pictures from `icons/optima.svg`. Only the build runs this; it is in no jar.
@NullMarked
package dev.optima.icons.draw;

import org.jspecify.annotations.NullMarked;
