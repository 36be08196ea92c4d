package io.robotrader.examples.benchmark;

import io.robotrader.risk.Explanation;
import io.robotrader.risk.MaxQuantity;
import io.robotrader.risk.RiskDecision;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The gate under JMH, for the record and for what is allocated. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before all else
public class GateBenchmark {

    /** How many positions are open. */
    @Param({"20", "200"})
    public int positions;

    private GateScene scene;
    private BareSums sums;
    private ExchangeCorePeer peer;

    /** Made by JMH. */
    public GateBenchmark() {}

    /** Makes the accounts. */
    @Setup
    public void prepare() {
        scene = new GateScene(positions, false);
        sums = new BareSums(positions);
        peer = new ExchangeCorePeer(positions);
    }

    /** {@return an approval} */
    @Benchmark
    public RiskDecision check() {
        return scene.check();
    }

    /** {@return a refusal with five violations} */
    @Benchmark
    public RiskDecision refuse() {
        return scene.refuse();
    }

    /** {@return each limit} */
    @Benchmark
    public Explanation explain() {
        return scene.gate.explain(scene.good);
    }

    /** {@return the largest order} */
    @Benchmark
    public MaxQuantity maxQuantity() {
        return scene.gate.maxQuantity(scene.good);
    }

    /** {@return whether an order was held and given back} */
    @Benchmark
    public boolean reserveAndClose() {
        return scene.reserveAndClose();
    }

    /** {@return whether an order was held and its fill booked} */
    @Benchmark
    public boolean reserveAndBook() {
        return scene.reserveAndBook();
    }

    /** Takes in a price. */
    @Benchmark
    public void price() {
        scene.price();
    }

    /** {@return the bare arithmetic's answer} */
    @Benchmark
    public boolean bareSums() {
        return sums.check(10, 100, 95);
    }

    /** {@return the peer's answer} */
    @Benchmark
    public boolean exchangeCore() {
        return peer.place();
    }
}
