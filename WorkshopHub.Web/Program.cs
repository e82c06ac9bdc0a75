using WorkshopHub.Web;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Demo;
using WorkshopHub.Web.Operations;

var https = OwnHttps.From(ref args);
using var demo = DemoCommand.From(args);
var command = demo is null ? DataCommand.From(args) : null;
if ((demo?.Problem ?? command?.Problem) is { } problem)
{
    Console.Error.WriteLine(problem);
    return 2;
}

try
{
    bool again;
    do
    {
        // A published program finds its files beside itself, from wherever it is started.
        var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = demo?.Rest ?? command?.Settings ?? args,
            ContentRootPath = published ? AppContext.BaseDirectory : null,
        });

        // Phones come from other machines: without other orders every address of this one is listened on.
        var urls = builder.Configuration["urls"] ?? "http://*:5080";
        builder.WebHost.UseUrls(urls);
        if (demo is null && command is null)
        {
            https?.Configure(builder, urls);
        }

        builder.AddHouse();
        demo?.Configure(builder);

        var app = builder.Build();
        var file = app.Services.GetRequiredService<DataFile>();
        if (command is not null)
        {
            return command.Run(file);
        }

        if (!app.PrepareData())
        {
            return 1;
        }

        app.UseHouse();
        if (demo is not null)
        {
            return await demo.RunAsync(app);
        }

        await app.RunAsync();
        again = Restore.IsAsked(file);
    }
    while (again);

    return 0;
}
catch (Exception trouble) when (StartTrouble.Words(trouble) is { } words)
{
    Console.Error.WriteLine(words);
    return 1;
}
