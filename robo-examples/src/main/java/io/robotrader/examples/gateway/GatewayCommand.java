package io.robotrader.examples.gateway;

import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.ibkr.sim.Commission;
import io.robotrader.engine.ibkr.sim.FillModel;
import io.robotrader.engine.ibkr.sim.GatewaySimulator;
import io.robotrader.engine.ibkr.sim.GatewaySimulatorBuilder;
import io.robotrader.engine.ibkr.sim.Scenario;
import io.robotrader.engine.market.BadDataException;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.CsvBars;
import io.robotrader.examples.console.BadInputException;
import io.robotrader.examples.console.Program;
import io.robotrader.examples.data.SampleData;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How does my bot do against Interactive Brokers' gateway, and against one that fails? */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Plays Interactive Brokers' gateway on this machine's loopback, with faults on request.",
            "Any client of its text protocol can connect, see recorded prices as if they were live, and trade on a"
                    + " simulated account. Ends on Ctrl-C."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:it ran", "1:it broke", "2:the options or the data are wrong, or the port is taken"})
public final class GatewayCommand implements Callable<Integer> {

    private static final int BAD_INPUT = 2;
    private static final int DAYS_LEFT = 252;
    private static final MarketCalendar NYSE = MarketCalendars.nyse();
    private static final LocalTime START = LocalTime.of(9, 29);

    /** The commissions that have a name. */
    enum Schedule {
        FIXED,
        TIERED,
        NONE;

        private Commission price() {
            return switch (this) {
                case FIXED -> Commission.FIXED;
                case TIERED -> Commission.TIERED;
                case NONE -> Commission.NONE;
            };
        }
    }

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "4002",
            description =
                    "Where to listen, 0 for any free port. Default: ${DEFAULT-VALUE}, as the real one's for paper.")
    private int port = 4002;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Replay the *.csv files of this folder, one symbol a file: Date,Open,High,Low,Close,Volume. Without"
                            + " it the prices that come with the examples.")
    private @Nullable Path data;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description =
                    "Begin at the opening of this day, such as 2018-01-02; what is before is history. Default: the"
                            + " day from which a year of the data is left.")
    private @Nullable LocalDate from;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            defaultValue = "normal",
            description = "What goes wrong; 'list' tells all names. Default: ${DEFAULT-VALUE}")
    private String scenario = "normal";

    @Option(
            names = "--speed",
            paramLabel = "TIMES",
            defaultValue = "100",
            description =
                    "How many times faster than real time; nights and weekends are left out. Default: ${DEFAULT-VALUE}")
    private double speed = 100;

    @Option(
            names = "--cash",
            paramLabel = "USD",
            defaultValue = "1000000",
            description = "What the account DU1234567 begins with. Default: ${DEFAULT-VALUE}")
    private BigDecimal cash = new BigDecimal("1000000");

    @Option(
            names = "--commission",
            paramLabel = "SCHEDULE",
            defaultValue = "FIXED",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private Schedule commission = Schedule.FIXED;

    @Option(names = "--cautious", description = "Fill in parts, after a wait and a cent worse, instead of all at once.")
    private boolean cautious;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "What is random in a scenario comes from it. Default: ${DEFAULT-VALUE}")
    private long seed = 1;

    private final PrintStream out;
    private final PrintStream err;
    private final CountDownLatch end;

    /** Made by the launcher: the process's own streams, and no end but the process's. */
    public GatewayCommand() {
        this(System.out, System.err, new CountDownLatch(1));
    }

    GatewayCommand(PrintStream out, PrintStream err, CountDownLatch end) {
        this.out = out;
        this.err = err;
        this.end = end;
    }

    /**
     * Runs the gateway.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        Program.run(new CommandLine(new GatewayCommand()), args);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (scenario.equals("list")) {
            for (Scenario s : Scenario.values()) {
                out.println(s.id() + " ".repeat(Math.max(1, 32 - s.id().length())) + s.description());
            }
            return 0;
        }
        try (GatewaySimulator simulator = builder().start()) {
            out.println("Listening on 127.0.0.1:" + simulator.port() + ", scenario " + scenario + ", speed " + speed
                    + ". Account DU1234567. Ends on Ctrl-C.");
            out.flush();
            end.await();
            return 0;
        } catch (UncheckedIOException wrong) {
            err.println(wrong.getMessage() + (wrong.getCause() instanceof BindException ? taken() : ""));
            return BAD_INPUT;
        } catch (BadInputException | BadDataException | IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            return BAD_INPUT;
        }
    }

    private static String taken() {
        return ", but another program listens there: end it, or choose with --port";
    }

    private GatewaySimulatorBuilder builder() {
        Scenario chosen = Scenario.of(scenario)
                .orElseThrow(() -> new BadInputException(
                        "--scenario must be one that '--scenario list' tells, but was " + scenario));
        List<Bar> bars = bars();
        GatewaySimulatorBuilder builder = GatewaySimulator.builder()
                .port(port)
                .bars(bars)
                .account("DU1234567", cash)
                .commission(commission.price())
                .fills(cautious ? FillModel.CAUTIOUS : FillModel.IMMEDIATE)
                .scenario(chosen)
                .seed(seed)
                .realTime(System::nanoTime, speed);
        // A minute before the opening, so that a client can be there when it comes.
        return builder.startAt(NYSE.at(firstDay(bars), START));
    }

    private List<Bar> bars() {
        Path folder = data;
        if (folder == null) {
            return SampleData.daily();
        }
        if (!Files.isDirectory(folder)) {
            throw new BadInputException("--data must be a folder, but was " + folder);
        }
        return CsvBars.readDirectory(folder, NYSE).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private LocalDate firstDay(List<Bar> bars) {
        LocalDate asked = from;
        if (asked != null) {
            return asked;
        }
        List<LocalDate> days = bars.stream()
                .map(bar -> NYSE.tradeDate(bar.time()))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        return days.get(Math.max(0, days.size() - DAYS_LEFT));
    }
}
