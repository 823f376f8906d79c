/// The command that draws the README's pictures anew.
@NullMarked
package dev.optima.acceptance.screenshots;

import org.jspecify.annotations.NullMarked;
