/// The programs of Optima as processes: found, started, awaited, stopped.
@NullMarked
package dev.optima.acceptance.run;

import org.jspecify.annotations.NullMarked;
