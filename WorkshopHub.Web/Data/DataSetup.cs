namespace WorkshopHub.Web.Data;

/// <summary>Registers this room: the file, reading, writing, keys.</summary>
public static class DataSetup
{
    /// <summary>Adds <see cref="DataFile"/>, <see cref="Db"/>, <see cref="Writer"/> the keys of cookies and forms, and due work.</summary>
    public static IServiceCollection AddData(this IServiceCollection services)
    {
        services.AddSingleton(at => Find(at.GetRequiredService<IConfiguration>(), at.GetRequiredService<IHostEnvironment>()));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Db>();
        services.AddSingleton<Writer>();
        services.AddHostedService(at => at.GetRequiredService<Writer>());
        services.AddSingleton<Meters>();
        services.AddSingleton<Held>();
        services.AddHostedService<RestoreWatch>();
        services.AddSingleton<Nightly>();
        services.AddSingleton<IDueWork>(at => at.GetRequiredService<Nightly>());
        services.AddHostedService(at => at.GetRequiredService<Nightly>());
        services.AddSingleton<DueSoon>();
        services.AddHostedService<Due>();
        services.AddKeys();
        return services;
    }

    /// <summary>
    /// Where the data lies: Data:Path, or data/workshophub.db. A relative path begins at the program's folder; run from
    /// source, at the top of the repository (so that data/ never meets the source folder Data/).
    /// </summary>
    public static DataFile Find(IConfiguration configuration, IHostEnvironment environment)
    {
        var root = environment.ContentRootPath;
        var start = File.Exists(Path.Combine(root, "WorkshopHub.Web.csproj")) ? Path.Combine(root, "..") : root;
        return new DataFile(Path.GetFullPath(Path.Combine(start, configuration["Data:Path"] ?? "data/workshophub.db")));
    }

    /// <summary>
    /// Brings the file up to this program and says where it lies. To be called before the program runs. False when the
    /// file can't be used; then the reason stands on the terminal and the program should end with 1.
    /// </summary>
    public static bool PrepareData(this IHost app)
    {
        var file = app.Services.GetRequiredService<DataFile>();
        try
        {
            if (!app.Services.GetRequiredService<Held>().TryHold())
            {
                throw new DataFileException(
                    $"Another WorkshopHub serves the file {file.Path} already. End that one, or name another file with Data:Path.");
            }

            Restore.IfAsked(file);
            Migrations.Run(file);
            app.Services.GetRequiredService<ILogger<DataFile>>().LogInformation("The data lies in {Path}", file.Path);
            return true;
        }
        catch (DataFileException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return false;
        }
    }

    /// <summary>Answers 503 with Retry-After where a write found no place or could not be stored; a person's page says so in full.</summary>
    public static void UseData(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (Exception problem) when (problem is BusyException or StorageException && !http.Response.HasStarted)
        {
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = "2";
            if (!http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            {
                http.Response.ContentType = "text/plain; charset=utf-8";
                await http.Response.WriteAsync(problem.Message, http.RequestAborted);
            }
        }
    });
}
