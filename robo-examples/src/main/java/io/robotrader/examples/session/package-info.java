/**
 * A whole trading session in virtual time, from one command.
 *
 * <p>{@link io.robotrader.examples.session.Session} is the command. {@link io.robotrader.examples.session.SessionRun} shows
 * how an engine is put together; {@link io.robotrader.examples.session.Narrator} and
 * {@link io.robotrader.examples.session.Tally} look on and tell what happened.
 */
@NullMarked
package io.robotrader.examples.session;

import org.jspecify.annotations.NullMarked;
