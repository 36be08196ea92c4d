module my.bot {
    requires io.robotrader.engine;
}
