package io.robotrader.risk;

import static io.robotrader.risk.Desk.buy;
import static io.robotrader.risk.Desk.cash;
import static io.robotrader.risk.Desk.gate;
import static io.robotrader.risk.Desk.noLimits;
import static io.robotrader.risk.Desk.sell;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GateConcurrencyTest {

    private static final int THREADS = 8;
    private static final int TRIES = 500;

    @Test
    void ov_11_eight_threads_together_get_exactly_what_one_would() throws Exception {
        RiskGate gate = gate(noLimits().maxSymbolExposure(1), cash(100_000));

        List<Integer> approved = race((thread, barrier) -> {
            barrier.await(10, TimeUnit.SECONDS);
            int count = 0;
            for (int i = 0; i < TRIES; i++) {
                count += gate.reserve(buy(thread + "-" + i, 1)).isApproved() ? 1 : 0;
            }
            return count;
        });

        assertThat(approved.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_000);
        assertThat(gate.figures().grossExposure()).isEqualTo(100_000);
    }

    @Test
    void reservations_that_come_and_go_never_exceed_the_cap_and_leave_nothing_behind() throws Exception {
        RiskGate gate = gate(noLimits().maxSymbolExposure(0.01), cash(100_000));

        List<Integer> overruns = race((thread, barrier) -> {
            barrier.await(10, TimeUnit.SECONDS);
            int over = 0;
            for (int i = 0; i < TRIES; i++) {
                String id = thread + "-" + i;
                if (gate.reserve(buy(id, 3)).isApproved()) {
                    over += gate.figures().grossExposure() > 1_000 ? 1 : 0;
                    gate.filled(id, 1);
                    gate.closed(id);
                }
            }
            return over;
        });

        assertThat(overruns).containsOnly(0);
        assertThat(gate.figures().grossExposure()).isZero();
        assertThat(gate.figures().buyingPower()).isEqualTo(100_000);
    }

    @Test
    void ov_11_what_is_booked_held_and_given_back_never_exceeds_the_cap() throws Exception {
        RiskGate gate = gate(noLimits().maxSymbolExposure(0.01).maxDailyNotional(1_000_000), cash(100_000));

        List<Integer> overruns = race((thread, barrier) -> {
            barrier.await(10, TimeUnit.SECONDS);
            int over = 0;
            for (int i = 0; i < TRIES; i++) {
                String id = thread + "-" + i;
                if (gate.reserve(buy(id, 3)).isApproved()) {
                    gate.book(id, 1, 100);
                    over += gate.figures().grossExposure() > 1_000 ? 1 : 0;
                    gate.closed(id);
                    gate.reserve(sell("x" + id, 1));
                    gate.book("x" + id, 1, 100);
                }
                over += gate.figures().grossExposure() > 1_000 ? 1 : 0;
            }
            return over;
        });

        assertThat(overruns).containsOnly(0);
        assertThat(gate.held()).isEmpty();
        assertThat(gate.figures().grossExposure()).isZero();
        assertThat(gate.figures().equity()).isEqualTo(100_000);
    }

    private interface Runner {
        int run(int thread, CyclicBarrier barrier) throws Exception;
    }

    private static List<Integer> race(Runner runner) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier barrier = new CyclicBarrier(THREADS);
        try {
            List<Future<Integer>> runs = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int thread = t;
                runs.add(pool.submit(() -> runner.run(thread, barrier)));
            }
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> run : runs) {
                results.add(run.get(60, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
