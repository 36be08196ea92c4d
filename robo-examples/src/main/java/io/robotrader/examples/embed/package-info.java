/**
 * The gate in programs that know nothing of the engine: {@link io.robotrader.examples.embed.Bot} asks it before each order,
 * {@link io.robotrader.examples.embed.Shadow} lets it look over the shoulder of a bot that trades already.
 */
@NullMarked
package io.robotrader.examples.embed;

import org.jspecify.annotations.NullMarked;
