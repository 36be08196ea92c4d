package io.robotrader.examples.benchmark;

import java.io.IOException;
import java.util.Locale;

/** Simulator and client by loopback, in turns with bare sockets that carry the same bytes. */
final class TwsLoopback {

    /** How much longer than a bare echo the way to an acknowledgement may take. */
    static final double MOST = 2;

    private static final int DAYS = 20;
    private static final int WEEK = 5;
    private static final int ORDERS = 100;
    private static final int TURN = 10;

    private final int rounds;
    private final double[] ticks;
    private final double[] pumped;
    private final double[] orders;
    private final double[] echoes;
    private byte[] week = {};
    private byte[] request = {};
    private byte[] answer = {};
    private long weekTicks;

    TwsLoopback(int rounds) {
        this.rounds = rounds;
        ticks = new double[rounds];
        pumped = new double[rounds];
        orders = new double[rounds * ORDERS];
        echoes = new double[rounds * ORDERS];
    }

    void run() throws IOException, InterruptedException {
        int warm = Math.max(1, rounds / 2);
        try (TwsPrices prices = new TwsPrices((warm + rounds) * DAYS + 2 * WEEK + 1)) {
            record(prices);
            try (BareSockets bare = new BareSockets();
                    TwsSession session = new TwsSession(prices, prices.simulator.port(), 2)) {
                session.listen();
                for (int round = -warm; round < rounds; round++) {
                    ticks(session, bare, round);
                }
            }
            try (BareSockets bare = new BareSockets();
                    TwsSession session = new TwsSession(prices, prices.simulator.port(), 3)) {
                bare.answer(request, answer);
                for (int round = -warm; round < rounds; round++) {
                    orders(session, bare, round);
                }
            }
        }
    }

    /** What bytes there are. */
    private void record(TwsPrices prices) throws IOException, InterruptedException {
        try (TwsRelay relay = new TwsRelay(prices.simulator.port());
                TwsSession session = new TwsSession(prices, relay.port(), 1)) {
            session.order();
            session.cancelAll();
            relay.said();
            relay.answered();
            session.order();
            request = relay.said();
            answer = relay.answered();
            session.cancelAll();
            session.listen();
            session.days(WEEK);
            relay.answered();
            weekTicks = session.days(WEEK);
            week = relay.answered();
        }
    }

    private void ticks(TwsSession session, BareSockets bare, int round) throws IOException, InterruptedException {
        long start = System.nanoTime();
        long heard = session.days(DAYS);
        long nanos = System.nanoTime() - start;
        int weeks = DAYS / WEEK;
        long pump = bare.pump(week, weeks);
        if (round >= 0) {
            ticks[round] = (double) nanos / heard;
            pumped[round] = (double) pump / (weeks * weekTicks);
        }
    }

    private void orders(TwsSession session, BareSockets bare, int round) throws IOException, InterruptedException {
        byte[] read = new byte[answer.length];
        for (int i = 0; i < ORDERS; i += TURN) {
            for (int j = i; j < i + TURN; j++) {
                double nanos = session.order();
                if (round >= 0) {
                    orders[round * ORDERS + j] = nanos;
                }
            }
            for (int j = i; j < i + TURN; j++) {
                double nanos = bare.echo(request, read);
                if (round >= 0) {
                    echoes[round * ORDERS + j] = nanos;
                }
            }
        }
        session.cancelAll();
    }

    /** How fast ticks come, as a Markdown table. */
    String ticks() {
        return "| by loopback | ns a tick (quartiles) | ticks a second |\n|---|---:|---:|\n"
                + tickRow("simulator to subscriber", ticks)
                + tickRow("the same bytes through a bare socket", pumped);
    }

    private static String tickRow(String name, double[] nanos) {
        double middle = Duel.quantile(nanos, 0.5);
        return String.format(
                Locale.ROOT,
                "| %s | %.0f (%.0f-%.0f) | %,d |%n",
                name,
                middle,
                Duel.quantile(nanos, 0.25),
                Duel.quantile(nanos, 0.75),
                Math.round(1e9 / middle));
    }

    /** How long orders take, as a Markdown table. */
    String orders() {
        StringBuilder table = new StringBuilder("| by loopback | p50, us | p99, us |\n|---|---:|---:|\n");
        row(table, "order to acknowledgement", orders);
        row(table, "bare echo of the same bytes", echoes);
        double half = Duel.quantile(orders, 0.5) / Duel.quantile(echoes, 0.5);
        double most = Duel.quantile(orders, 0.99) / Duel.quantile(echoes, 0.99);
        return table.append(String.format(
                        Locale.ROOT,
                        "| ratio (goal: at most %.0f) | %.2f %s | %.2f %s |%n",
                        MOST,
                        half,
                        met(half),
                        most,
                        met(most)))
                .toString();
    }

    private static String met(double ratio) {
        return ratio <= MOST ? "yes" : "**no**";
    }

    private static void row(StringBuilder table, String name, double[] nanos) {
        table.append(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f |%n",
                name,
                Duel.quantile(nanos, 0.5) / 1e3,
                Duel.quantile(nanos, 0.99) / 1e3));
    }

    /** How long the bytes are, as one line. */
    String lengths() {
        return String.format(
                Locale.ROOT,
                "Bytes: an order %d, its answers %d, a tick %.1f.",
                request.length,
                answer.length,
                (double) week.length / weekTicks);
    }
}
