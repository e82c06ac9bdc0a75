using WorkshopHub.Web;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Demo;

var https = OwnHttps.From(ref args);
using var demo = DemoCommand.From(args);
if (demo?.Problem is { } problem)
{
    Console.Error.WriteLine(problem);
    return 2;
}

bool again;
do
{
    // A published program finds its files beside itself, from wherever it is started.
    var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = demo?.Rest ?? (args is ["backup" or "restore", _, .. var settings] ? settings : args),
        ContentRootPath = published ? AppContext.BaseDirectory : null,
    });

    // Phones come from other machines: without other orders every address of this one is listened on.
    var urls = builder.Configuration["urls"] ?? "http://*:5080";
    builder.WebHost.UseUrls(urls);
    if (demo is null && args is not ["backup" or "restore", ..])
    {
        https?.Configure(builder, urls);
    }

    builder.AddHouse();
    demo?.Configure(builder);

    var app = builder.Build();
    var file = app.Services.GetRequiredService<DataFile>();
    switch (args)
    {
        case ["backup", var folder, ..]:
            return Backup.Command(file, folder);
        case ["restore", var folder, ..]:
            return Restore.Command(file, folder);
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

    app.Run();
    again = Restore.IsAsked(file);
}
while (again);

return 0;
