module my.bot {
    requires io.robotrader.risk;
}
