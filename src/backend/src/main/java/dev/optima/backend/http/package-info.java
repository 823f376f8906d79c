/// REST, static pages, health and metrics on one port.
@NullMarked
package dev.optima.backend.http;

import org.jspecify.annotations.NullMarked;
