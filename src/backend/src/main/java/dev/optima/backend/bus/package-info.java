/// Who is told what happened: the wake-up between the nodes, and who is here. Never the truth.
@NullMarked
package dev.optima.backend.bus;

import org.jspecify.annotations.NullMarked;
