using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Demo;

namespace WorkshopHub.Tests.Demo;

/// <summary>The command as a process of its own, started from another folder.</summary>
public sealed partial class DemoCommandTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task The_demo_prints_addresses_that_answer_fills_with_people_and_leaves_nothing_behind()
    {
        var temp = Repo.NewFolder();
        var (process, said) = await StartAsync(temp, Repo.FreePort());
        using var ending = process;
        try
        {
            await TryAsync(said);
            Assert.Single(Directory.GetDirectories(temp, "workshophub-demo-*"));
            await InterruptAsync(process);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        Assert.Equal(0, process.ExitCode);
        Assert.Empty(Directory.GetDirectories(temp, "workshophub-demo-*"));
    }

    /// <summary>Every printed address answers, and each door leads where it says.</summary>
    private static async Task TryAsync(string said)
    {
        using var client = new HttpClient();
        foreach (var name in new[] { "My page", "Control room", "Wall", "Phone" })
        {
            using var answer = await client.GetAsync(Address(said, name), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("<main", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Contains("310 482", said, StringComparison.Ordinal);
        await PressAsync(client, Address(said, "Control room"), "What we heard");
        await PressAsync(client, Address(said, "My page"), "Annika");
        await PressAsync(client, Address(said, "Wall"), "Write what happened");
        var doors = Doors().Matches(said);
        Assert.Equal(["Member", "Supervisor", "Advisor", "Champion", "Client", "Sponsor"], doors.Select(door => door.Groups[1].Value));
        foreach (Match door in doors)
        {
            using var other = new HttpClient();
            await PressAsync(other, door.Groups[2].Value, door.Groups[3].Value);
        }
    }

    [Fact]
    public async Task Outside_the_demo_nobody_comes_in_by_its_doors()
    {
        var (_, site) = World.Start();
        await using var started = site;
        using var client = site.NewClient();
        foreach (var door in new[] { "my-page", "control", "wall", "member", "sponsor" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/demo/{door}/abcdefghijklmnopqrstuvwxyz")).StatusCode);
        }
    }

    [Fact]
    public async Task A_taken_port_is_said_in_words()
    {
        using var holder = new System.Net.Sockets.TcpListener(IPAddress.Any, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;
        using var process = Process.Start(Command(Repo.NewFolder(), port))!;
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, process.ExitCode);
        Assert.Contains($"Port {port} is taken", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port", "0")]
    [InlineData("--port", "many")]
    [InlineData("--port")]
    [InlineData("--urls", "nowhere")]
    [InlineData("--at", "lunch")]
    [InlineData("--at")]
    public void Options_that_make_no_sense_are_refused(params string[] args) => Assert.NotNull(DemoOptions.Read(args).Problem);

    [Fact]
    public void Options_that_are_not_of_the_demo_are_left_to_the_program()
    {
        var options = DemoOptions.Read(["--quiet", "--port=5090", "--at=mid-term", "--Site:Name=Here"]);
        Assert.Null(options.Problem);
        Assert.True(options.Quiet);
        Assert.Equal(5090, options.Port);
        Assert.Equal(DemoMoment.MidTerm, options.At);
        Assert.Equal(["--Site:Name=Here"], options.Rest);
    }

    private static ProcessStartInfo Command(string temp, int port) => new(
        "dotnet", [Repo.Program, "demo", "--port", port.ToString(CultureInfo.InvariantCulture)])
    {
        WorkingDirectory = temp,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["TMPDIR"] = temp, ["TMP"] = temp, ["TEMP"] = temp },
    };

    private static async Task<(Process Process, string Said)> StartAsync(string temp, int port)
    {
        var process = Process.Start(Command(temp, port))!;
        using var patience = new CancellationTokenSource(_patience);
        var said = "";
        while (!said.Contains("Ctrl-C ends", StringComparison.Ordinal))
        {
            said += await process.StandardOutput.ReadLineAsync(patience.Token)
                ?? throw new InvalidOperationException($"The demo ended early: {said}{await process.StandardError.ReadToEndAsync(patience.Token)}");
            said += "\n";
        }

        return (process, said);
    }

    private static string Address(string said, string name) =>
        Regex.Match(said, $@"^\s+{name}\s+(http\S+)", RegexOptions.Multiline | RegexOptions.CultureInvariant).Groups[1].Value;

    /// <summary>Presses the one button of a door.</summary>
    private static async Task PressAsync(HttpClient client, string address, string expected)
    {
        var page = await client.GetStringAsync(address, TestContext.Current.CancellationToken);
        if (Token().Match(page) is { Success: true } token)
        {
            using var form = new FormUrlEncodedContent(
                new Dictionary<string, string> { ["__RequestVerificationToken"] = token.Groups[1].Value });
            using var answer = await client.PostAsync(address, form, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains(expected, page, StringComparison.Ordinal);
    }

    /// <summary>Ctrl-C.</summary>
    private static async Task InterruptAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-s", "INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        using var patience = new CancellationTokenSource(_patience);
        await process.WaitForExitAsync(patience.Token);
    }

    [GeneratedRegex(@"^\s+(\w+)\s+(http\S+/demo/\S+)\s+\((.+)\)$", RegexOptions.Multiline)]
    private static partial Regex Doors();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*\bvalue="([^"]+)""")]
    private static partial Regex Token();
}
