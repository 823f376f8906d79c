/// `optima://` links, and how one that is opened while a console runs reaches it.
@NullMarked
package dev.optima.console.link;

import org.jspecify.annotations.NullMarked;
