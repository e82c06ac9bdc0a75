using WorkshopHub.Bench;

return args switch
{
    ["wall", .. var rest] => await WallCommand.RunAsync(rest),
    ["pulse", .. var rest] => await PulseCommand.RunAsync(rest),
    ["join", .. var rest] => await JoinCommand.RunAsync(rest),
    ["board", .. var rest] => await BoardCommand.RunAsync(rest),
    ["report", .. var rest] => await ReportCommand.RunAsync(rest),
    ["composer", ..] => ComposerCommand.Run(),
    ["floor-server", var port] => await FloorServer.RunAsync(port),
    _ => Told(),
};

static int Told()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project WorkshopHub.Bench -- WHAT [--seconds N] [--folder FOLDER]

          wall   how soon a post stands on the walls, beside a bare hub that sends the same bytes (30 s, --rounds 3)
          pulse  how soon walls follow when 1,000 phones answer a pulse, beside the same bare hub (10 s, --rounds 1)
          join   500 people join from one address in 30 s, then 20 at the same moment
          board  pages and posts of a board with 5,000 posts, beside one with few (10 s each)
          report how long the page of a large programme's outcome report takes
          composer  how long proposals of sets take, and how near the best they are shown to be

        --folder says on which disk the file lies
        """);
    return 2;
}
