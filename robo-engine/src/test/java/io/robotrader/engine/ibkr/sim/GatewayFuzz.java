package io.robotrader.engine.ibkr.sim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.management.ThreadMXBean;
import io.robotrader.engine.ibkr.wire.Frame;
import io.robotrader.engine.ibkr.wire.FrameDecoder;
import io.robotrader.engine.ibkr.wire.HelloReply;
import io.robotrader.engine.ibkr.wire.WireCodec;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What a fuzzer is let loose on: clients of the simulator that say what they like. The first byte is the scenario, the
 * second how the simulator is set up, the third the server version; then lines. One is the body of a message, or with a
 * {@code !} bytes of the stream, with a {@code +} seconds that pass, and with a {@code /} another client goes on. Nothing is
 * thrown whatever they are, the simulator can be read on by a client that speaks its version, and no line costs it more
 * memory or time than is in proportion.
 */
public final class GatewayFuzz {

    /** How the simulator is set up. */
    static final int CAUTIOUS = 1;

    static final int LIMITED = 2;
    static final int DELAYED = 4;
    static final int UNGREETED = 8;

    private static final int HEAD = 3;
    private static final int MOST_LINES = 64;
    private static final int LONGEST_PAUSE = 600;
    private static final int VERSIONS = WireCodec.MAX_SERVER_VERSION - WireCodec.MIN_SERVER_VERSION + 1;

    /** For an answer that is long though the question is short, such as ten minutes of bars. */
    private static final long ALLOWED = Long.getLong("fuzz.allowed", 2 << 20);

    /** A fuzzer's own probes ask for memory too, so that under one there has to be more. */
    private static final long ALLOWED_PER_BYTE = Long.getLong("fuzz.allowedPerByte", 256);

    private static final long ALLOWED_NANOS = 5_000_000_000L;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Scenario[] SCENARIOS = Scenario.values();
    private static final List<Trade> TRADES = trades();

    private final Gateway gateway;
    private final boolean garbage;
    private final Random random;
    private final int version;
    private final @Nullable Client[] clients = new Client[2];
    private long nanos;
    private @Nullable AssertionError greed;

    private GatewayFuzz(int scenario, int setUp, int version) {
        Scenario what = SCENARIOS[Math.floorMod(scenario, SCENARIOS.length)];
        GatewaySimulatorBuilder builder =
                GatewaySimulator.builder().trades(TRADES).startAt(Sim.START).scenario(what);
        builder.account("DU1234567", new BigDecimal("100000")).account("DU2", new BigDecimal("5000"));
        builder.fills((setUp & CAUTIOUS) != 0 ? FillModel.CAUTIOUS.withLargestFill(30) : FillModel.IMMEDIATE);
        builder.messagesPerSecond((setUp & LIMITED) != 0 ? 50 : 0);
        builder.marketData((setUp & DELAYED) != 0 ? MarketDataPermission.DELAYED : MarketDataPermission.LIVE);
        this.garbage = what == Scenario.GARBAGE_BYTES;
        this.random = new Random(setUp);
        this.version = version;
        this.gateway = new Gateway(
                builder.settings(),
                new Gateway.Door() {
                    @Override
                    public void shut() {}

                    @Override
                    public void open() {}
                },
                () -> nanos);
        gateway.flush();
    }

    private static List<Trade> trades() {
        List<Trade> trades = new ArrayList<>();
        trades.add(new Trade("MSFT", Sim.START, 50, 0));
        for (int i = 0; i <= 120; i++) {
            trades.add(new Trade("AAPL", Sim.START.plusSeconds(5L * i), (10_000 + i * (i % 3 - 1)) / 100.0, 100));
        }
        return trades;
    }

    /** An input, its lines with dots for zeros. */
    static byte[] input(Scenario scenario, int setUp, int version, String... lines) {
        String head = "" + (char) ('A' + Arrays.asList(SCENARIOS).indexOf(scenario)) + (char) ('@' + setUp)
                + (char) ('A' + version - WireCodec.MIN_SERVER_VERSION);
        return (head + String.join("\n", lines).replace('·', '\0')).getBytes(ISO_8859_1);
    }

    /** Called by the fuzzer; anything thrown is a finding. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < HEAD) {
            return;
        }
        int setUp = input[1] & 0xF;
        int version = WireCodec.MIN_SERVER_VERSION + Math.floorMod(input[2] - 'A', VERSIONS);
        byte[] body = Arrays.copyOfRange(input, HEAD, input.length);
        // Several tries: the first may have loaded classes, which is not to the account of the client.
        for (int tries = 0; tries < 3; tries++) {
            GatewayFuzz fuzz = new GatewayFuzz(input[0] - 'A', setUp, version);
            fuzz.run(body, (setUp & UNGREETED) == 0);
            if (fuzz.greed == null) {
                return;
            }
            if (tries == 2) {
                throw fuzz.greed;
            }
        }
    }

    private void run(byte[] body, boolean greeted) {
        int client = 0;
        int start = 0;
        for (int line = 0; line < MOST_LINES && start <= body.length; line++) {
            int end = start;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            byte[] bytes = Arrays.copyOfRange(body, start, end);
            start = end + 1;
            if (bytes.length == 0) {
                continue;
            }
            if (bytes[0] == '/') {
                client = 1 - client;
            } else {
                line(client(client, greeted), bytes);
            }
        }
        step(0, () -> {
            for (ClientSession session : gateway.sessions()) {
                gateway.closed(session);
            }
            pass(LONGEST_PAUSE);
        });
    }

    private Client client(int index, boolean greeted) {
        Client there = clients[index];
        if (there == null || there.session.isClosed()) {
            there = new Client();
            clients[index] = there;
            gateway.opened(there.session);
            if (greeted) {
                receive(there, "API\0".getBytes(US_ASCII));
                say(there, framed(("v" + version).getBytes(US_ASCII)));
                say(there, framed(("71\0" + "2\0" + index + "\0\0").getBytes(US_ASCII)));
            }
        }
        return there;
    }

    private void line(Client client, byte[] bytes) {
        switch (bytes[0]) {
            case '+' -> {
                int seconds = 0;
                for (int i = 1; i < bytes.length && i < 4; i++) {
                    seconds = 10 * seconds + Math.floorMod(bytes[i] - '0', 10);
                }
                int passed = Math.min(seconds, LONGEST_PAUSE);
                step(0, () -> pass(passed));
            }
            case '!' -> say(client, Arrays.copyOfRange(bytes, 1, bytes.length));
            default -> say(client, framed(bytes));
        }
    }

    private void pass(int seconds) {
        nanos += Duration.ofSeconds(seconds).toNanos();
        gateway.timeline.advanceTo(gateway.timeline.now().plusSeconds(seconds));
    }

    private static byte[] framed(byte[] body) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(new byte[] {0, 0, (byte) (body.length >> 8), (byte) body.length});
        frame.writeBytes(body);
        return frame.toByteArray();
    }

    /** In one piece or cut somewhere. */
    private void say(Client client, byte[] bytes) {
        step(bytes.length, () -> {
            int cut = random.nextInt(4) == 0 ? random.nextInt(bytes.length + 1) : bytes.length;
            receive(client, Arrays.copyOfRange(bytes, 0, cut));
            receive(client, Arrays.copyOfRange(bytes, cut, bytes.length));
        });
    }

    private void receive(Client client, byte[] bytes) {
        // As the reading thread does: what comes after the end is not heard.
        if (bytes.length > 0 && !client.session.isClosed()) {
            gateway.received(client.session, bytes);
        }
    }

    private void step(int length, Runnable work) {
        long thread = Thread.currentThread().getId();
        long time = THREADS.getCurrentThreadCpuTime();
        long before = THREADS.getThreadAllocatedBytes(thread);
        work.run();
        gateway.flush();
        long allocated = THREADS.getThreadAllocatedBytes(thread) - before;
        time = THREADS.getCurrentThreadCpuTime() - time;
        long said = 0;
        for (Client client : clients) {
            if (client != null) {
                said += client.heard(garbage);
            }
        }
        long allowed = ALLOWED + ALLOWED_PER_BYTE * (length + said);
        if (allocated > allowed) {
            greed = new AssertionError(length + " bytes made it say " + said + " and ask for " + allocated
                    + ", which is more than " + allowed);
        }
        if (time > ALLOWED_NANOS) {
            greed = new AssertionError(length + " bytes took " + time + " ns");
        }
    }

    /** A client as the simulator sees it, which understands all that it is told. */
    private static final class Client implements ClientSession.Outlet {
        final ClientSession session = new ClientSession(this);
        private final FrameDecoder decoder = FrameDecoder.ofServerStream(FrameDecoder.MAX_LENGTH);
        private final ByteArrayOutputStream unheard = new ByteArrayOutputStream();

        @Override
        public void write(byte[] bytes) {
            unheard.writeBytes(bytes);
        }

        @Override
        public void close() {}

        private boolean replied;

        long heard(boolean garbage) {
            byte[] bytes = unheard.toByteArray();
            unheard.reset();
            if (!garbage) {
                decoder.feed(bytes, 0, bytes.length);
                for (Frame frame = decoder.next(); frame != null; frame = decoder.next()) {
                    understand(frame);
                }
                if (decoder.pending() > 0) {
                    throw new AssertionError("it said half a message");
                }
            }
            return bytes.length;
        }

        private void understand(Frame frame) {
            if (!replied) {
                replied = true;
                HelloReply.decode(frame);
                return;
            }
            session.codec().decodeServerMessage(frame);
        }
    }
}
