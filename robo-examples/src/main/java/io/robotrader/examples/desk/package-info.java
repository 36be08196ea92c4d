/**
 * The risk desk from the command line: {@link io.robotrader.examples.desk.Check} judges orders,
 * {@link io.robotrader.examples.desk.Size} sizes a position, {@link io.robotrader.examples.desk.Metrics} tells the figures of
 * a track record. Open {@link io.robotrader.examples.desk.Scenario} first to see how a document becomes a gate.
 */
@NullMarked
package io.robotrader.examples.desk;

import org.jspecify.annotations.NullMarked;
