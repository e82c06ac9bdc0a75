using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Workshops.Rehearsal;

/// <summary>Makes the copy and the program that serves it.</summary>
internal sealed class CopyHost(
    DataFile file, SecondHouse house, IConfiguration configuration, IHostEnvironment environment, IServer server, ILoggerFactory logs,
    ActivityKinds kinds, IEnumerable<IForgotten> rooms, TimeProvider time)
{
    private const int Near = 40;

    /// <summary>Copies the file into a folder and serves it.</summary>
    /// <param name="folder">Is made, and goes with the rehearsal.</param>
    /// <param name="workshop">The workshop.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="asked">The page of the real site that the facilitator has open.</param>
    public async Task<Rehearsal> StartAsync(string folder, long workshop, string title, Uri asked)
    {
        Folders.Make(folder);
        try
        {
            var copy = new DataFile(Path.Combine(folder, "rehearsal.db"));
            FileCopy.Make(file, copy.Path);
            await Copied.PrepareAsync(copy, kinds, rooms, workshop, time);
            for (var tries = 1; ; tries++)
            {
                try
                {
                    return await ServeAsync(copy, folder, workshop, title, asked);
                }
                catch (IOException taken) when (taken.InnerException is AddressInUseException && tries < Near)
                {
                    // Somebody took the port between the look and the start: the next one.
                }
            }
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    private async Task<Rehearsal> ServeAsync(DataFile copy, string folder, long workshop, string title, Uri asked)
    {
        var (binding, port) = Listen(asked.Scheme);
        var cookies = string.Create(CultureInfo.InvariantCulture, $"rehearsal{port}.");
        var site = configuration["Rehearsal:Address"] is { Length: > 0 } given
            ? new Uri(given) : new UriBuilder(asked) { Port = port, Path = "/", Query = "" }.Uri;
        var near = binding.Scheme == Uri.UriSchemeHttp ? Loopback(binding) : new Uri($"http://127.0.0.1:{FreePort()}");
        var rehearsal = new Rehearsal(workshop, folder, site, asked) { Since = time.GetUtcNow() };
        var app = house(
            new WebApplicationOptions
            {
                ApplicationName = environment.ApplicationName,
                EnvironmentName = environment.EnvironmentName,
                ContentRootPath = environment.ContentRootPath,
            },
            builder => Change(builder, copy, rehearsal, title, binding.Scheme == Uri.UriSchemeHttp ? [binding] : [binding, near]),
            first => first.UseCookiesOfItsOwn(cookies));
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        rehearsal.Begin(app, near, cookies);
        return rehearsal;
    }

    private void Change(WebApplicationBuilder builder, DataFile copy, Rehearsal rehearsal, string title, Uri[] bindings)
    {
        builder.Configuration.AddInMemoryCollection(configuration.AsEnumerable());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Path"] = copy.Path,
            [Settings.SiteAddress] = rehearsal.Site.GetLeftPart(UriPartial.Authority),
        });
        builder.WebHost.UseUrls([.. bindings.Select(binding => binding.GetLeftPart(UriPartial.Authority))]);

        // The site's own endpoints stand in the same settings: of them only the certificate is for the copy too.
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Configure(new ConfigurationBuilder()
            .AddInMemoryCollection(configuration.GetSection("Kestrel:Certificates").AsEnumerable(makePathsRelative: true)
                .Select(one => KeyValuePair.Create($"Certificates:{one.Key}", one.Value))).Build()));
        builder.Services.Replace(ServiceDescriptor.Singleton(logs));
        builder.Services.AddSingleton<IHostLifetime, EndedByTheRehearsal>();
        builder.Services.AddSingleton(rehearsal).AddSingleton(new Rehearsing(title, "/rehearsal"));

        // What is due is the real site's: a copy reminds nobody.
        builder.Services.Remove(builder.Services.First(one => one.ServiceType == typeof(IHostedService) && one.ImplementationType == typeof(Due)));
    }

    /// <summary>Beside the site: the same network, and the next port that is free; the settings may say from which on.</summary>
    private (Uri Binding, int Port) Listen(string scheme)
    {
        var own = server.Features.Get<IServerAddressesFeature>()!.Addresses
            .Select(one => new Uri(one.Replace("://*", "://[::]", StringComparison.Ordinal).Replace("://+", "://[::]", StringComparison.Ordinal)))
            .ToList();
        var beside = own.Find(one => one.Scheme == scheme) ?? own[0];
        var first = int.TryParse(configuration["Rehearsal:Port"], NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? given : beside.Port + 1;
        var free = Enumerable.Range(first, Near).FirstOrDefault(IsFree);
        var port = free > 0 ? free : FreePort();
        return (new UriBuilder(beside) { Port = port }.Uri, port);
    }

    private static Uri Loopback(Uri binding) => IPAddress.TryParse(binding.Host.Trim('[', ']'), out var address)
        && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)) ? new UriBuilder(binding) { Host = "127.0.0.1" }.Uri : binding;

    private static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Any, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Ctrl-C is the real program's: it ends its rehearsals itself.</summary>
    private sealed class EndedByTheRehearsal : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
