package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.FuzzCorpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a fuzzer of the simulator starts from. */
public final class GatewaySeeds {

    static final FuzzCorpus CORPUS = new FuzzCorpus(GatewaySeeds.class);

    private static final String AAPL = "0·AAPL·STK··0.0···SMART··USD···";

    private GatewaySeeds() {}

    /**
     * {@code seeds DIR} writes what is kept and the sessions of this class into a folder, a file each; {@code keep DIR}
     * keeps the inputs of a folder.
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        switch (args[0]) {
            case "seeds" -> {
                FuzzCorpus.write(folder, "kept", CORPUS.kept());
                FuzzCorpus.write(folder, "session", sessions());
            }
            case "keep" -> CORPUS.keep(folder);
            default -> throw new IllegalArgumentException("must be seeds or keep, but was " + args[0]);
        }
    }

    /** Clients as they should be: what they ask, how their orders live, and each scenario. */
    static List<byte[]> sessions() {
        List<byte[]> inputs = new ArrayList<>();
        String[] account = {
            "61·1·",
            "6·2·1·DU1234567·",
            "76·1·3·DU1234567··0·",
            "62·1·5·All·$LEDGER,Cushion·",
            "92·7·DU1234567··",
            "94·8·DU1234567··265598·",
            "74·1·9·DU1234567··",
            "+9",
            "64·1·",
            "75·1·9·",
            "77·1·3·",
            "93·7·",
            "95·8·",
            "63·1·5·"
        };
        String[] market = {
            "59·1·3·",
            "1·11·9·" + AAPL + "0·233,236·0·0··",
            "97·10·" + AAPL + "BidAsk·0·0·",
            "50·3·11·" + AAPL + "5·TRADES·0··",
            "+30",
            "2·2·9·",
            "98·10·",
            "51·1·11·",
            "1·11·12·" + AAPL + "0··1·0··"
        };
        String[] history = {
            "9·8·7·" + AAPL + "0····",
            "81·8·A·",
            "91·26·",
            "87·7·" + AAPL + "0·1·TRADES·1·",
            "20·8·" + AAPL + "0··1 min·1 D·1·TRADES·1·0··",
            "20·9·" + AAPL + "0·20260105-16:00:00·1 day·2 W·1·SCHEDULE·2·0··",
            "20·10·" + AAPL + "0··5 secs·600 S·0·MIDPOINT·2·1··",
            "+20",
            "25·1·10·",
            "49·1·",
            "104·8·",
            "8·1·1·",
            "17·1·"
        };
        String[] orders = {
            "61·1·",
            Orders.market(1, "BUY", 100).text(),
            Orders.limit(2, "BUY", 10, "99.5").text(),
            "+60",
            Orders.limit(2, "BUY", 20, "99.7").text(),
            Orders.stop(3, "SELL", 50, "98").text(),
            "5·1·",
            "16·1·",
            "/",
            "5·1·",
            "7·3·4·0·······",
            "/",
            "4·1·2··",
            "99·0·",
            "58·1·",
            "7·3·5·1·DU1234567·····BUY·"
        };
        String[] family = {
            Orders.limit(1, "BUY", 10, "101").with(41, 0).text(),
            Orders.limit(2, "SELL", 10, "103").with(42, 1).text(),
            Orders.stop(3, "SELL", 10, "97").with(42, 1).text(),
            Orders.market(4, "BUY", 5).with(86, 1).text(),
            "+300"
        };
        for (Scenario scenario : Scenario.values()) {
            inputs.add(GatewayFuzz.input(scenario, GatewayFuzz.CAUTIOUS, 178, orders));
        }
        for (String[] lines : List.of(account, market, history, orders, family)) {
            inputs.add(GatewayFuzz.input(Scenario.NORMAL, 0, 178, lines));
            inputs.add(GatewayFuzz.input(Scenario.NORMAL, GatewayFuzz.LIMITED | GatewayFuzz.DELAYED, 160, lines));
        }
        String greeting = "!API·\0\0\0\11v157..178\0\0\0\10" + "71·2·5··";
        inputs.add(GatewayFuzz.input(Scenario.NORMAL, GatewayFuzz.UNGREETED, 178, greeting, "49·1·", "!\0\1"));
        return inputs;
    }
}
