using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops;

namespace WorkshopHub.Web.Demo;

/// <summary>
/// The command <c>demo</c>: the whole program on a throw-away file in the temporary folder, filled with an organisation
/// in the middle of one of its workshops, or after them, and with simulated people in the room. The file goes when the
/// program ends.
/// </summary>
internal sealed class DemoCommand : IDisposable
{
    private readonly DemoOptions _options;
    private readonly DirectoryInfo _folder;

    private DemoCommand(DemoOptions options)
    {
        _options = options;
        _folder = Directory.CreateTempSubdirectory("workshophub-demo-");
    }

    /// <summary>What is left of the command line for the program's configuration.</summary>
    public string[] Rest => _options.Rest;

    /// <summary>What can't be done, or null.</summary>
    public string? Problem => _options.Problem ?? (_options.IsTaken()
        ? $"Port {_options.Port} is taken by another program. Choose another one: demo --port {_options.Port + 1}" : null);

    /// <summary>The command, where the command line begins with its word; otherwise null.</summary>
    public static DemoCommand? From(string[] args) =>
        args is ["demo", .. var rest] ? new DemoCommand(DemoOptions.Read(rest)) : null;

    /// <summary>Where it listens, where its file lies, and a terminal that stays readable.</summary>
    public void Configure(WebApplicationBuilder builder)
    {
        builder.WebHost.UseUrls(_options.Urls ?? $"http://*:{_options.Port}");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Path"] = Path.Combine(_folder.FullName, "demo.db"),
            ["Backup:Folder"] = "off", // it goes with the demo
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
            ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        });
    }

    /// <summary>Fills the file, runs the program and the simulated people until Ctrl-C.</summary>
    /// <returns>The program's exit code.</returns>
    public async Task<int> RunAsync(WebApplication app)
    {
        // Ctrl-C while it is being filled must not leave the file behind.
        var isStopped = false;
        DemoWorld world;
        using (PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => isStopped = signal.Cancel = true))
        {
            world = await DemoSeed.RunAsync(
                app.Services.GetRequiredService<DataFile>(), app.Services.GetRequiredService<ActivityKinds>(),
                TimeProvider.System.GetUtcNow(), _options.There, _options.At);
        }

        if (isStopped)
        {
            return 0;
        }

        var key = Tokens.New();
        var (people, spaces) = await app.Services.GetRequiredService<Db>().ReadAsync(
            reads => (OneOfARole.Of(reads, world.Workshop), DemoSpace.Of(reads, world.Workshop)));
        app.MapDemo(world, people, spaces, key);
        await app.StartAsync();
        var rooms = string.Join('\n', spaces.Select(space => $"  {space.Title,-13}  {_options.Here}/demo/{space.Word}/{key}  {space.SetName}, as {space.Name}"));
        var doors = string.Join('\n', people.Select(person => $"  {person.Role,-13}  {_options.Here}/demo/{person.Word}/{key}  ({person.Name})"));
        await Console.Out.WriteLineAsync(Told(world, key, $"{rooms}\n\nWhat waits for one person of each role, each in a browser of its own (a private window, for instance):\n{doors}"));
        await using (_options.Quiet || world.Code.Length == 0 ? null : Crowd.Start(app, world, new Uri(_options.Here)))
        {
            await app.WaitForShutdownAsync();
        }

        return 0;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private string Told(DemoWorld world, string key, string doors) => world.Item.Length == 0 ? Finished(world, key, doors) : $"""

        {DemoContent.Load().Organisation.Name}: the {Lower(world.Title)} of a programme of six sets, in the middle of “{world.Item}”.

          My page        {_options.Here}/demo/my-page/{key}
          Control room   {_options.Here}/demo/control/{key}
          Wall           {_options.Here}/demo/wall/{key}
          Phone          {_options.Here}/j/{world.Code}

          Join code      {Rooms.Spoken(world.Code)}
          A real phone   {_options.There}/j
        {(_options.There == _options.Here ? "                 (this machine is in no network that a phone could share)\n" : "")}
        {doors}

        My page and the control room are those of {world.FacilitatorName}, who facilitates. Left for real phones:
        {string.Join(", ", world.Free)}; or any name as a guest.

        The plan of this day began at {world.PlannedStart:H:mm}. So that it fits your clock, it begins at {world.Start:H:mm} ({world.Day.Zone.Id}) here; all
        other dates moved by {world.Day.Weeks} weeks. What happens after this moment does not exist yet.
        {(_options.Quiet ? "Nobody else is in the room: --quiet." : "Simulated people come in, post and mark what helps them. --quiet leaves them out.")}

        Ctrl-C ends the demo and deletes its file.

        """;

    private string Finished(DemoWorld world, string key, string doors) => $"""

        {DemoContent.Load().Organisation.Name}: a programme of six sets, after its {Lower(world.Title)}. All dates moved by {world.Day.Weeks} weeks.

          My page        {_options.Here}/demo/my-page/{key}
          Summary        {_options.Here}/demo/control/{key}

        {doors}

        My page and the summary are those of {world.FacilitatorName}, who facilitates. No room is open.

        Ctrl-C ends the demo and deletes its file.

        """;

    private static string Lower(string title) => $"{char.ToLowerInvariant(title[0])}{title[1..]}";
}
