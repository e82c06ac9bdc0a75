using WorkshopHub.Bench;

return args switch
{
    ["wall", .. var rest] => await WallCommand.RunAsync(rest),
    ["floor-server", var port] => await FloorServer.RunAsync(port),
    _ => Told(),
};

static int Told()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project WorkshopHub.Bench -- wall [--seconds 30] [--rounds 3] [--folder FOLDER]
          how soon a post stands on the walls, beside a bare hub that sends the same bytes;
          --folder says on which disk the file lies
        """);
    return 2;
}
