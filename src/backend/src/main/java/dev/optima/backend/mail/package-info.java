/// Mail: the outbox, what stands in a mail, and the way to the mail server.
@NullMarked
package dev.optima.backend.mail;

import org.jspecify.annotations.NullMarked;
