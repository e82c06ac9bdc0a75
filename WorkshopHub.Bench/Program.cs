using WorkshopHub.Bench;

return args switch
{
    ["wall", .. var rest] => await WallCommand.RunAsync(rest),
    ["pulse", .. var rest] => await PulseCommand.RunAsync(rest),
    ["join", .. var rest] => await JoinCommand.RunAsync(rest),
    ["board", .. var rest] => await BoardCommand.RunAsync(rest),
    ["next", .. var rest] => await NextCommand.RunAsync(rest),
    ["restart", .. var rest] => await RestartCommand.RunAsync(rest),
    ["screens", .. var rest] => await ScreensCommand.RunAsync(rest),
    ["big", .. var rest] => await BigCommand.RunAsync(rest),
    ["commits", .. var rest] => await CommitsCommand.RunAsync(rest),
    ["report", .. var rest] => await ReportCommand.RunAsync(rest),
    ["composer", ..] => ComposerCommand.Run(),
    ["floor-server", var port] => await FloorServer.RunAsync(port, null),
    ["floor-server", var port, var file] => await FloorServer.RunAsync(port, file),
    _ => Told(),
};

static int Told()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project WorkshopHub.Bench -- WHAT [--seconds N] [--rounds N] [--folder FOLDER] [--json FILE]

          wall      how soon a post stands on the walls, beside a bare hub that sends the same bytes, and one that
                    commits each to SQLite before (30 s, --rounds 3); --chromium FILE opens one more wall in that browser
          pulse     how soon walls follow when 1,000 phones answer a pulse, beside the same bare hub (10 s, --rounds 1)
          next      how soon 1,000 phones have the next activity, beside the same bare hub
          join      500 people join from one address in 30 s, then 20 at the same moment
          restart   how soon 300 phones and 10 walls are right again after the server was killed under load
          screens   how soon 40, 100, 300 and 1,000 screens all have a post, with 0, 500 and 2,000 posts there already
          big       3,000 phones connected and 100 posts a second: memory, and whether a push is lost
          commits   what the disk allows 1, 50 and 500 callers, by SQLite alone and by the program's writer
          board     pages and posts of a board with 5,000 posts, beside one with few (10 s each)
          report    how long the page of a large programme's outcome report takes
          composer  how long proposals of sets take, and how near the best they are shown to be

        --folder says on which disk the file lies; figures are also written to artifacts/bench/WHAT.json, or to --json FILE
        """);
    return 2;
}
