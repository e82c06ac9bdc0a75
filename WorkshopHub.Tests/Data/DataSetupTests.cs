using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Data;

public sealed class DataSetupTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workshophub-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/busy")]
    [InlineData("/full")]
    public async Task A_write_that_found_no_place_is_answered_try_again(string path)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.UseData();
        app.MapPost("/busy", IResult () => throw new BusyException("Very busy."));
        app.MapPost("/full", IResult () => throw new StorageException("Not stored."));
        await app.StartAsync(Stop);
        using var client = new HttpClient();

        using var answer = await client.PostAsync(new Uri(app.Urls.Single() + path), null, Stop);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), answer.Headers.RetryAfter?.Delta);
        await app.StopAsync(Stop);
    }

    [Fact]
    public void The_data_lies_where_the_configuration_says_and_else_beside_the_program()
    {
        var root = _folder.FullName;
        Assert.Equal(Path.Combine(root, "data", "workshophub.db"), Find(root, null));
        Assert.Equal(Path.Combine(root, "elsewhere", "my.db"), Find(root, "elsewhere/my.db"));
        Assert.Equal("/srv/my.db", Find(root, "/srv/my.db"));
    }

    [Fact]
    public void Run_from_source_the_data_lies_at_the_top_of_the_repository()
    {
        var project = _folder.CreateSubdirectory("WorkshopHub.Web");
        File.WriteAllText(Path.Combine(project.FullName, "WorkshopHub.Web.csproj"), "");

        Assert.Equal(Path.Combine(_folder.FullName, "data", "workshophub.db"), Find(project.FullName, null));
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_ends_the_program_with_words_and_no_stack_trace()
    {
        var path = Path.Combine(_folder.FullName, "workshophub.db");
        await File.WriteAllTextAsync(path, "Dear diary, this is a text that is long enough to be looked at.", Stop);
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, $"--Data:Path={path}", "--urls=http://127.0.0.1:0"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync(Stop);
        var words = await program.StandardError.ReadToEndAsync(Stop);
        await program.WaitForExitAsync(Stop);
        await output;

        Assert.Equal(1, program.ExitCode);
        Assert.Contains($"The file {path} can't be used", words, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Find(string root, string? path) => DataSetup.Find(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Path"] = path }).Build(),
        new Place(root)).Path;

    private sealed class Place(string root) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Production";

        public string ApplicationName { get; set; } = "WorkshopHub.Web";

        public string ContentRootPath { get; set; } = root;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
