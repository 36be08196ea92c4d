/**
 * A gateway to practise on, from the command line: {@link io.robotrader.examples.gateway.GatewayCommand} replays prices to
 * any client of Interactive Brokers' protocol, and has the fault that it is told to have.
 */
@NullMarked
package io.robotrader.examples.gateway;

import org.jspecify.annotations.NullMarked;
