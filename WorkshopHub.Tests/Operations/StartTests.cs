using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Operations;

namespace WorkshopHub.Tests.Operations;

/// <summary>What somebody reads at the terminal who starts the program for the first time, and wrongly.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workshophub-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder.FullName, "workshophub.db");

    [Fact]
    public async Task An_address_that_another_program_has_ends_the_program_with_words()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (code, words) = await RunAsync($"--Data:Path={File}", $"--urls=http://127.0.0.1:{port}");

        Assert.Equal(1, code);
        Assert.Contains($":{port}: address already in use", words, StringComparison.Ordinal);
        Assert.Contains("--urls", words, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_is_no_command_starts_nothing()
    {
        var (code, words) = await RunAsync("bakup", _folder.FullName, $"--Data:Path={File}", "--urls=http://127.0.0.1:0");

        Assert.Equal(2, code);
        Assert.Contains("bakup", words, StringComparison.Ordinal);
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    [Theory]
    [InlineData("backup /srv --Data:Path=x.db", "backup", "/srv", "--Data:Path=x.db")]
    [InlineData("--Data:Path=x.db restore /srv/one", "restore", "/srv/one", "--Data:Path=x.db")]
    [InlineData("--Data:Path x.db --Site:Name backup restore /srv/one", "restore", "/srv/one", "--Data:Path x.db --Site:Name backup")]
    public void A_command_is_found_before_its_settings_and_after_them(string line, string name, string folder, string settings)
    {
        var command = DataCommand.From(line.Split(' '));

        Assert.Equal((null, name, folder, settings), (command?.Problem, command?.Name, command?.Folder, string.Join(' ', command?.Settings ?? [])));
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("backup --Data:Path=x.db")]
    [InlineData("--Data:Path=x.db restore")]
    [InlineData("help")]
    public void What_is_half_a_command_says_how_it_goes(string line) =>
        Assert.Contains("backup FOLDER", DataCommand.From(line.Split(' '))?.Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("--Data:Path=x.db --urls http://*:80")]
    [InlineData("--Site:Name backup")]
    [InlineData("Data:Path=x.db")]
    [InlineData("/Data:Path=x.db")]
    public void Settings_alone_are_no_command(string line) =>
        Assert.Null(DataCommand.From(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void A_fault_of_the_program_itself_keeps_its_stack()
    {
        Assert.Null(StartTrouble.Words(new InvalidOperationException("a fault")));
        Assert.Contains("1024", StartTrouble.Words(new SocketException((int)SocketError.AccessDenied)), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<(int Code, string Words)> RunAsync(params string[] arguments)
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", [Repo.Program, .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var output = program.StandardOutput.ReadToEndAsync(Stop);
        var words = await program.StandardError.ReadToEndAsync(Stop);
        await program.WaitForExitAsync(Stop);
        await output;
        return (program.ExitCode, words);
    }
}
