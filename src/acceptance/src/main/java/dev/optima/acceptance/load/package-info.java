/// The load tool: what rings, messages and connections cost, beside other servers on one machine.
@NullMarked
package dev.optima.acceptance.load;

import org.jspecify.annotations.NullMarked;
