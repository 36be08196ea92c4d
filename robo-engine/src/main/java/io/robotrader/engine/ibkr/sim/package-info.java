/**
 * A gateway to practise on: a server on loopback that speaks Interactive Brokers' protocol to any client, with an
 * exchange behind it that replays recorded prices and fills orders.
 *
 * <p>Open {@link io.robotrader.engine.ibkr.sim.GatewaySimulator} first. {@link io.robotrader.engine.ibkr.sim.Scenario}
 * lists the faults that it can be told to have, {@link io.robotrader.engine.ibkr.sim.FillModel} how orders are filled,
 * {@link io.robotrader.engine.ibkr.sim.Commission} what that costs, {@link io.robotrader.engine.ibkr.sim.Listing} and
 * {@link io.robotrader.engine.ibkr.sim.Trade} are the symbols and, in place of bars, their prices one by one.
 * {@link io.robotrader.engine.ibkr.sim.SimulatedBroker} puts the engine on it, over TCP and bar by bar.
 *
 * <p>Inside, one thread owns everything: {@code Timeline} is its clock, {@code Gateway} hands each message to who
 * answers it, {@code OrderDesk} takes orders and {@code Matching} fills them. Sockets have threads of their own, which do
 * nothing but move bytes, so that one slow client never delays another.
 */
@NullMarked
package io.robotrader.engine.ibkr.sim;

import org.jspecify.annotations.NullMarked;
