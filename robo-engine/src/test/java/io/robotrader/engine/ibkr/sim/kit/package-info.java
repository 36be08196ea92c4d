/**
 * For tests of the user's own: {@link io.robotrader.engine.ibkr.sim.kit.GatewayExtension} gives each test a gateway. It is
 * published as the test-jar of this module, so that nothing else needs JUnit.
 */
package io.robotrader.engine.ibkr.sim.kit;
