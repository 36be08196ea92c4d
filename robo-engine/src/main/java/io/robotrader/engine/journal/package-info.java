/**
 * What must survive.
 *
 * <p>Open {@link io.robotrader.engine.journal.Journal} first: it is told every event before anybody else.
 */
@NullMarked
package io.robotrader.engine.journal;

import org.jspecify.annotations.NullMarked;
