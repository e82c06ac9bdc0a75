using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops;

namespace WorkshopHub.Tests;

/// <summary>The real program on real Kestrel with a file of its own, in this process. Browsers reach it as hub.test.</summary>
public sealed class Site : WebApplicationFactory<Program>
{
    private static readonly ConcurrentDictionary<string, bool> _ended = new(StringComparer.Ordinal);

    /// <summary>
    /// What the first program has found out and compiled about the types of the pages: it is the same in all, hangs on no file
    /// and no request, and takes half a start.
    /// </summary>
    private static readonly Type[] _alike =
        [typeof(IModelMetadataProvider), typeof(IRazorPageActivator), typeof(ITagHelperFactory)];

    private static List<ServiceDescriptor>? _first;

    private readonly int _port;
    private readonly (string Name, string Value)[] _settings;

    /// <summary>
    /// A thousand short lives in one process: no test edits the settings' file under a running program, and compiling how a
    /// service is made pays only where it is made often.
    /// </summary>
    static Site()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        AppContext.SetSwitch("Microsoft.Extensions.DependencyInjection.DisableDynamicEngine", true);
    }

    /// <summary>Whether a test has ended the program at this address: what still asks there is no fault of a page.</summary>
    public static bool HasEnded(string url) => _ended.ContainsKey(new Uri(url).GetLeftPart(UriPartial.Authority));

    /// <summary>Starts the program on a file: a planted world's, or a new empty one; at a port that was used before, or a free one.</summary>
    public Site(string? file = null, int? port = null, params (string Name, string Value)[] settings)
    {
        _settings = settings;
        _port = port ?? Repo.FreePort();
        File = new DataFile(file ?? Repo.NewFile());
        _ended.TryRemove(Url, out _);
        UseKestrel(options => options.Listen(IPAddress.Loopback, _port));
        StartServer();
        _first ??= [.. _alike.Select(type => ServiceDescriptor.Singleton(type, Services.GetRequiredService(type))), .. KnownMakers.Of(Services)];
    }

    /// <summary>The file.</summary>
    public DataFile File { get; }

    /// <summary>The address in browsers, e.g. http://hub.test:41234.</summary>
    public string Url => $"http://{Browser.Host}:{_port}";

    /// <summary>The port that it listens on.</summary>
    public int Port => _port;

    /// <summary>Reading the file as the program does.</summary>
    public Db Db => Services.GetRequiredService<Db>();

    /// <summary>Writing as the program does.</summary>
    public Writer Writer => Services.GetRequiredService<Writer>();

    /// <summary>Presses start: the first item of the world is now.</summary>
    public Task BeginAsync(World world) => Writer.RunAsync(writes =>
        RunOfShow.Start(writes, new Press(world.Workshop, world["Mari Kask"], 0, 0)));

    /// <summary>A client with cookies of its own that calls the program by its name and follows no redirect.</summary>
    public HttpClient NewClient() => Clients.New(Url);

    /// <summary>What the program logged as an error.</summary>
    public Faults Faults { get; } = new();

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        using var watched = PatienceAttribute.Watch($"{Url} ends after {TestContext.Current.Test?.TestDisplayName}");
        _ended[Url] = true;
        await base.DisposeAsync();
        foreach (var fault in Faults.All)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(fault);
        }
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing").ConfigureLogging(logging => logging.AddProvider(Faults))
            .UseSetting("Logging:LogLevel:Default", "Warning")
            // As in a published program: an address that takes whatever is added to wwwroot later doubles the table of all addresses.
            .UseSetting("ReloadStaticAssetsAtRuntime", "false")
            .UseSetting("Data:Path", File.Path).UseSetting("Site:Address", Url).UseSetting("Backup:Folder", "off").UseSetting("Reports:Browser", "none");
        builder.ConfigureTestServices(services =>
        {
            // Nobody listens to these two, and each of some hundred loggers asks them by reflection what they are called.
            foreach (var unheard in services.Where(service => service.ImplementationType?.Name is "DebugLoggerProvider" or "EventSourceLoggerProvider").ToList())
            {
                services.Remove(unheard);
            }

            KnownPages.Use(services);
            _first?.ForEach(services.Add);
        });

        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }
    }
}
