/// A pair of hands inside the console's JVM: it looks nodes up and moves the real mouse.
@NullMarked
package dev.optima.acceptance.driver;

import org.jspecify.annotations.NullMarked;
