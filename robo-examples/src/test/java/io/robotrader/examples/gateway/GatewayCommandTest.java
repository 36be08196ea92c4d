package io.robotrader.examples.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GatewayCommandTest {

    private static final byte[] HELLO = "API\0\0\0\0\11v157..178".getBytes(StandardCharsets.UTF_8);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CountDownLatch end = new CountDownLatch(1);

    private int run(String... args) {
        return new CommandLine(new GatewayCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        end))
                .execute(args);
    }

    @Test
    void the_list_of_scenarios_is_told() {
        assertThat(run("--scenario", "list")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("half-open-socket", "daily-restart");
    }

    @Test
    void what_cannot_be_used_is_told_in_one_sentence(@TempDir Path folder) throws IOException {
        assertThat(run("--scenario", "none")).isEqualTo(2);
        assertThat(run("--data", folder.resolve("no").toString())).isEqualTo(2);
        assertThat(run("--port", "70000")).isEqualTo(2);
        Files.writeString(folder.resolve("bad.csv"), "Date\n");
        assertThat(run("--data", folder.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--scenario must be one that", "--data must be a folder", "port must be between 0 and 65535");
    }

    @Test
    void a_port_that_is_taken_is_told_with_the_way_out() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("--port", String.valueOf(other.getLocalPort()))).isEqualTo(2);

            assertThat(err.toString(StandardCharsets.UTF_8).strip())
                    .isEqualTo("port " + other.getLocalPort()
                            + " must be free, but another program listens there: end it, or choose with --port");
        }
    }

    @Test
    void a_client_is_answered_until_the_end(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("AAPL.csv"),
                "Date,Open,High,Low,Close,Volume\n2026-01-05,99,101,98,100,1000\n2026-01-06,99,101,98,100,1000\n");
        answered("--port", "0", "--data", folder.toString(), "--from", "2026-01-06", "--cautious");
    }

    @Test
    void without_data_the_sample_is_replayed() throws Exception {
        answered("--port", "0");
    }

    private void answered(String... args) throws Exception {
        int[] code = {-1};
        Thread running = new Thread(() -> code[0] = run(args));
        running.start();
        String told = "";
        while (!told.contains("Ctrl-C")) {
            told = out.toString(StandardCharsets.UTF_8);
            Thread.onSpinWait();
        }
        int port = Integer.parseInt(told.replaceAll("(?s).*127\\.0\\.0\\.1:(\\d+).*", "$1"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(HELLO);
            byte[] answer = socket.getInputStream().readNBytes(7);
            assertThat(new String(answer, 4, 3, StandardCharsets.UTF_8)).isEqualTo("178");
        }
        end.countDown();
        running.join();
        assertThat(code[0]).isZero();
    }
}
