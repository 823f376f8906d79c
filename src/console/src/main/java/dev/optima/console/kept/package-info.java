/// What the console keeps on this machine, for its owner's eyes alone.
@NullMarked
package dev.optima.console.kept;

import org.jspecify.annotations.NullMarked;
